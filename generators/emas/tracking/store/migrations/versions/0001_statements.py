"""Statements, what they are found by, activities, documents, accounts.

The tables as they were then: `schema.py` may have gone further.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the first tables."""
    progress = op.create_table(
        "progress",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("stored", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(progress, [{"id": 1, "seq": 0, "stored": 0}])
    _statements()
    _mentions()
    _documents()
    op.create_table(
        "account",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("password_hash", sa.Text, nullable=False),
    )


def _statements() -> None:
    op.create_table(
        "statement",
        sa.Column("seq", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Uuid, nullable=False, unique=True),
        sa.Column("stored", sa.BigInteger, nullable=False),
        sa.Column("target", sa.Uuid),
        sa.Column("voids", sa.Boolean, nullable=False),
        sa.Column("voided", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("statement_stored", "statement", ["stored", "seq"])
    there = sa.text("target IS NOT NULL")
    op.create_index(
        "statement_target", "statement", ["target"], sqlite_where=there, postgresql_where=there
    )


def _mentions() -> None:
    op.create_table(
        "mention",
        sa.Column("role", sa.SmallInteger, primary_key=True),
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column(
            "seq", _NUMBER, sa.ForeignKey("statement.seq", ondelete="CASCADE"), primary_key=True
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("mention_seq", "mention", ["seq"])


def _documents() -> None:
    op.create_table(
        "activity",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("definition", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    keys = ("activity", "agent", "registration", "key")
    op.create_table(
        "document",
        sa.Column("resource", sa.SmallInteger, primary_key=True),
        *(sa.Column(name, sa.LargeBinary(16), primary_key=True) for name in keys),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("updated", sa.BigInteger, nullable=False),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("etag", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
