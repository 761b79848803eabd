"""The tables. A change here needs a step in `migrations/versions/`.

Whatever statements are found by is kept as a digest of 16 bytes: entries of indexes stay small
and equal in size, however long an IRI, and whatever its letters.
"""

from hashlib import blake2b

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    Uuid,
)

metadata = MetaData()

Sequence = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite's own key of a row is an INTEGER, which has 8 bytes there."""

progress = Table(
    "progress",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("stored", BigInteger, nullable=False),
)
"""One row: the last number and the last moment given, which never come again.

Each write starts by changing it, so that writers of PostgreSQL wait for each other here.
"""

statement = Table(
    "statement",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=False),
    Column("id", Uuid(as_uuid=False), nullable=False, unique=True),
    Column("stored", BigInteger, nullable=False),
    Column("target", Uuid(as_uuid=False)),
    Column("voids", Boolean(create_constraint=False), nullable=False),
    Column("voided", Boolean(create_constraint=False), nullable=False),
    Column("body", Text, nullable=False),
)
"""`seq` is the order of arrival, and `stored`, in microseconds since 1970, never goes back in it.
`target`: the statement that is the object. `body`: the exact JSON that readers get.
"""
Index("statement_stored", statement.c.stored, statement.c.seq)
_targets = statement.c.target.is_not(None)
Index("statement_target", statement.c.target, sqlite_where=_targets, postgresql_where=_targets)

mention = Table(
    "mention",
    metadata,
    Column("role", SmallInteger, primary_key=True),
    Column("key", LargeBinary(16), primary_key=True),
    Column("seq", Sequence, ForeignKey("statement.seq", ondelete="CASCADE"), primary_key=True),
    sqlite_with_rowid=False,
)
"""What a statement is found by (`xapi.mentions`), what its targets are found by included."""
Index("mention_seq", mention.c.seq)

activity = Table(
    "activity",
    metadata,
    Column("key", LargeBinary(16), primary_key=True),
    Column("definition", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The definition of an activity: what all statements said of it, merged, as JSON."""

document = Table(
    "document",
    metadata,
    Column("resource", SmallInteger, primary_key=True),
    Column("activity", LargeBinary(16), primary_key=True),
    Column("agent", LargeBinary(16), primary_key=True),
    Column("registration", LargeBinary(16), primary_key=True),
    Column("key", LargeBinary(16), primary_key=True),
    Column("name", Text, nullable=False),
    Column("updated", BigInteger, nullable=False),
    Column("content_type", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""States and profiles. What a resource has no use for is empty; `key` stands for `name`."""

account = Table(
    "account",
    metadata,
    Column("name", Text, primary_key=True),
    Column("password_hash", Text, nullable=False),
)
"""Programs that may read and write statements, with a password hashed by argon2."""


def digest(text: str) -> bytes:
    """Return the 16 bytes that stand for `text` in indexes."""
    return blake2b(text.encode(), digest_size=16).digest()
