"""What was erased, how long sessions are kept, what was done."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

PERSONAL = {
    "statement": ("body",),
    "token": ("learner",),
    "answer": ("learner", "response"),
    "claim": ("learner", "response"),
    "opinion": ("code", "answers"),
    "document": ("name", "content"),
}
"""Columns of which PostgreSQL must keep no sample: its statistics would outlive the rows."""


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "erasure_key",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.LargeBinary(32), nullable=False, unique=True),
    )
    op.create_table(
        "erased",
        sa.Column("mark", sa.LargeBinary(16), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "retention",
        sa.Column("session", sa.Text, primary_key=True),
        sa.Column("until", sa.Text, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("moment", sa.BigInteger, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("session", sa.Text, nullable=False),
    )
    op.create_index("audit_moment", "audit", ["moment"])
    if op.get_bind().dialect.name == "postgresql":
        for table, columns in PERSONAL.items():
            for column in columns:
                op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0")
