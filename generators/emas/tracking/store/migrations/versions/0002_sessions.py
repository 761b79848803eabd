"""Rooms, tokens, answers and opinions of sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of sessions."""
    op.create_table(
        "room",
        sa.Column("session", sa.Text, primary_key=True),
        sa.Column("code", sa.Text, nullable=False, unique=True),
    )
    op.create_table(
        "token",
        sa.Column("hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("session", sa.Text, nullable=False),
        sa.Column("learner", sa.Text, nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("token_session", "token", ["session"])
    op.create_table(
        "answer",
        *(
            sa.Column(name, sa.Text, primary_key=True)
            for name in ("session", "moment", "learner", "question")
        ),
        sa.Column("response", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "opinion",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("session", "moment", "code")),
        sa.Column("answers", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
