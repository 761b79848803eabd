"""The tables of sessions: rooms, tokens, answers, opinions. Nothing ties an opinion to the rest.

A change here needs a step in `migrations/versions/`.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text, text

from emas.tracking.store.schema import metadata

room = Table(
    "room",
    metadata,
    Column("session", Text, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
)
"""The code of the room of a session, which is shown on the wall."""

token = Table(
    "token",
    metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    Column("session", Text, nullable=False),
    Column("learner", Text, nullable=False),
    Column("expires", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""What lets a participant write: the SHA-256 of a random token, until `expires` (µs since 1970)."""
Index("token_session", token.c.session)

answer = Table(
    "answer",
    metadata,
    Column("session", Text, primary_key=True),
    Column("moment", Text, primary_key=True),
    Column("learner", Text, primary_key=True),
    Column("question", Text, primary_key=True),
    Column("response", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The answer of each learner to each `question@version` that counts, as xAPI writes it.

It follows from the statements, and is written with them in one transaction.
"""

opinion = Table(
    "opinion",
    metadata,
    Column("session", Text, primary_key=True),
    Column("moment", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("answers", Text, nullable=False),
    Column("number", Integer, nullable=False, server_default=text("1")),
    sqlite_with_rowid=False,
)
"""What was said under a code of one sheet; no moment, no order, no token."""
