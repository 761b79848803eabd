"""What was said and by what, versions of questions, numbers of opinions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; answers that are there are as if they had been given at the beginning."""
    op.create_table(
        "claim",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("session", "moment", "learner")),
        sa.Column("source", sa.SmallInteger, primary_key=True),
        sa.Column("question", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("response", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO claim (session, moment, learner, source, question, number, at, id, response)"
        " SELECT session, moment, learner, 2, question, 0, 0, '', response FROM answer"
    )
    op.create_table(
        "question_version",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("session", "moment", "question")),
        sa.Column("content", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column(
        "opinion", sa.Column("number", sa.Integer, nullable=False, server_default=sa.text("1"))
    )
