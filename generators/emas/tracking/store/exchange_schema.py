"""The tables of what is exchanged: what was said and by what, versions of questions, what left.

A change here needs a step in `migrations/versions/`.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
)

from emas.tracking.store.schema import Sequence, metadata

claim = Table(
    "claim",
    metadata,
    Column("session", Text, primary_key=True),
    Column("moment", Text, primary_key=True),
    Column("learner", Text, primary_key=True),
    Column("source", SmallInteger, primary_key=True),
    Column("question", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("id", Text, nullable=False),
    Column("response", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What each source says last of a question; `answer` is what counts of it (`claims.py`)."""

question_version = Table(
    "question_version",
    metadata,
    Column("session", Text, primary_key=True),
    Column("moment", Text, primary_key=True),
    Column("question", Text, primary_key=True),
    Column("content", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Each `question@version` that a session asked, as the catalogue had it."""

text_reading = Table(
    "text_reading",
    metadata,
    Column("session", Text, primary_key=True),
    Column("mark", LargeBinary(16), nullable=False),
    sqlite_with_rowid=False,
)
"""What stands for the free texts of a session that somebody has read: others came if it changes."""

forwarding = Table(
    "forwarding",
    metadata,
    Column("target", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""How far statements went to another service: the number of the last one that is done."""

quarantine = Table(
    "quarantine",
    metadata,
    Column("target", Text, primary_key=True),
    Column("seq", Sequence, ForeignKey("statement.seq", ondelete="CASCADE"), primary_key=True),
    Column("status", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Statements that the other service refuses, with what it answered."""
