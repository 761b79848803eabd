"""The tables of questions asked together: where a session is, and what became of each question.

Counts only, never who: they are of five answers or more. A change here needs a step in
`migrations/versions/`.
"""

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table, Text

from emas.tracking.store.schema import metadata

live = Table(
    "live",
    metadata,
    Column("session", Text, primary_key=True),
    Column("moment", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Where a session is: `moment` is empty when nothing is led, `question` once all were asked.

`revision` counts what the trainer did: a key pressed twice, on two computers, is one step.
"""

live_question = Table(
    "live_question",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("session", "moment", "question")),
    Column("phase", Text, nullable=False),
    Column("closed", BigInteger, nullable=False),
    Column("final", Boolean(create_constraint=False), nullable=False),
    Column("counted", Integer, nullable=False),
    Column("counts", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""A question that was shown: when it closed (µs since 1970, or 0), and the counts on the wall.

`counts` is a list in JSON, taken when there were `counted` answers; `final`: since it closed.
"""
