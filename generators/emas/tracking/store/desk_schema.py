"""The tables of the coordinators' pages. Nothing here is about a participant.

A change here needs a step in `migrations/versions/`.
"""

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table, Text

from emas.tracking.store.schema import metadata

coordinator = Table(
    "coordinator",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
)
"""People who may read results. `key` is the name without its case; argon2 hashed the password."""

visit = Table(
    "visit",
    metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    Column("coordinator", Text, nullable=False),
    Column("seen", BigInteger, nullable=False),
    Column("ends", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""A coordinator who is signed in: the SHA-256 of what the cookie holds (moments in µs since 1970).

`seen` is the last page, to the minute; `ends` comes whatever is done.
"""
Index("visit_coordinator", visit.c.coordinator)
