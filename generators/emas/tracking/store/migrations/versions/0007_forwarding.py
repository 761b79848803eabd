"""How far statements went to another service, and what it refused."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "forwarding",
        sa.Column("target", sa.Text, primary_key=True),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    there = sa.ForeignKey("statement.seq", ondelete="CASCADE")
    op.create_table(
        "quarantine",
        sa.Column("target", sa.Text, primary_key=True),
        sa.Column("seq", number, there, primary_key=True),
        sa.Column("status", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
