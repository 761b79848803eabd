"""What was done with what is kept, line after line; only those that are too old are removed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from emas.tracking.store.keeping_schema import audit
from emas.tracking.store.writer import Transaction

COMMAND = "commande"
"""Who did what was done from the command line."""


@dataclass(frozen=True, slots=True)
class Deed:
    """`who` did `action`, about a session or about none; never a participant, or an answer."""

    who: str
    action: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A deed, and when (µs since 1970)."""

    moment: int
    deed: Deed


def note(transaction: Transaction, deeds: Sequence[Deed]) -> list[None]:
    """Add lines to the journal."""
    last = transaction.connection.scalar(select(func.max(audit.c.number))) or 0
    rows = [
        {
            "number": number,
            "moment": transaction.now,
            "who": one.who,
            "action": one.action,
            "session": one.session,
        }
        for number, one in enumerate(deeds, start=last + 1)
    ]
    transaction.connection.execute(insert(audit), rows)
    return [None] * len(deeds)


def forget(transaction: Transaction, moments: Sequence[int]) -> list[int]:
    """Remove the lines before each moment; return how many."""
    return [
        transaction.connection.execute(delete(audit).where(audit.c.moment < moment)).rowcount
        for moment in moments
    ]


def lines(connection: Connection, most: int) -> list[Line]:
    """Return the last lines, the newest first."""
    query = select(audit).order_by(audit.c.number.desc()).limit(most)
    return [
        Line(row.moment, Deed(row.who, row.action, row.session))
        for row in connection.execute(query)
    ]
