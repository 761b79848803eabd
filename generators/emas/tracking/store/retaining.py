"""Until which day each session is kept."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from emas.tracking.store.keeping_schema import retention
from emas.tracking.store.session_schema import answer, opinion, room, token
from emas.tracking.store.writer import Transaction

Days = Mapping[str, date]


def retain(transaction: Transaction, said: Sequence[Days]) -> list[None]:
    """Note the last day of sessions, in the place of the former one."""
    for days in said:
        for session, day in days.items():
            same = retention.c.session == session
            transaction.connection.execute(delete(retention).where(same))
            values = {"session": session, "until": day.isoformat()}
            transaction.connection.execute(insert(retention).values(values))
    return [None] * len(said)


def last_days(connection: Connection) -> Days:
    """Return the last day on which each session is kept."""
    rows = connection.execute(select(retention))
    return {row.session: date.fromisoformat(row.until) for row in rows}


def over(connection: Connection, today: date) -> list[str]:
    """Return the sessions whose last day is past, in order."""
    query = select(retention.c.session).where(retention.c.until < today.isoformat())
    return sorted(row.session for row in connection.execute(query))


def every_session(connection: Connection) -> list[str]:
    """Return the sessions that were known at some time, in order."""
    tables = (room.c.session, retention.c.session)
    return sorted({row.session for one in tables for row in connection.execute(select(one))})


def holds(connection: Connection, session: str) -> bool:
    """Return whether a session has something that is kept."""
    for table in (answer, opinion, token):
        query = select(table.c.session).where(table.c.session == session).limit(1)
        if connection.execute(query).first():
            return True
    return False
