"""Which free texts of a session somebody has read."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "text_reading",
        sa.Column("session", sa.Text, primary_key=True),
        sa.Column("mark", sa.LargeBinary(16), nullable=False),
        sqlite_with_rowid=False,
    )
