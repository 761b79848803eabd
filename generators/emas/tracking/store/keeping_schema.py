"""The tables of what must be forgotten, and of what was done: neither says anything of anybody.

A change here needs a step in `migrations/versions/`.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from emas.tracking.store.schema import Sequence, metadata

erasure_key = Table(
    "erasure_key",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", LargeBinary(32), nullable=False, unique=True),
)
"""The keys of marks, from 1: that of this computer, and those of databases that were merged."""

erased = Table(
    "erased",
    metadata,
    Column("mark", LargeBinary(16), primary_key=True),
    sqlite_with_rowid=False,
)
"""What was erased and must not come back (`model/erasure.py`)."""

retention = Table(
    "retention",
    metadata,
    Column("session", Text, primary_key=True),
    Column("until", Text, nullable=False),
)
"""The last day (ISO) on which a session is kept, even once the plan has forgotten it."""

audit = Table(
    "audit",
    metadata,
    Column("number", Sequence, primary_key=True, autoincrement=False),
    Column("moment", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("session", Text, nullable=False),
)
"""What was done with what is kept: `who` is a coordinator or « commande », never a participant.

`moment` is in µs since 1970; `session` is empty where it is about none.
"""
Index("audit_moment", audit.c.moment)
