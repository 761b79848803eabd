"""Questions asked together."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of questions asked together."""
    op.create_table(
        "live",
        sa.Column("session", sa.Text, primary_key=True),
        sa.Column("moment", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "live_question",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("session", "moment", "question")),
        sa.Column("phase", sa.Text, nullable=False),
        sa.Column("closed", sa.BigInteger, nullable=False),
        sa.Column("final", sa.Boolean, nullable=False),
        sa.Column("counted", sa.Integer, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
