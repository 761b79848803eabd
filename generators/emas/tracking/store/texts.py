"""Which free texts of a session somebody has read."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from emas.tracking.store.exchange_schema import text_reading
from emas.tracking.store.writer import Transaction


@dataclass(frozen=True, slots=True)
class TextsRead:
    """Somebody has read the texts of `session` for which `mark` stands."""

    session: str
    mark: bytes


def note_read(transaction: Transaction, several: Sequence[TextsRead]) -> list[None]:
    """Note what was read, in the place of what had been before."""
    for one in several:
        same = text_reading.c.session == one.session
        transaction.connection.execute(delete(text_reading).where(same))
        values = {"session": one.session, "mark": one.mark}
        transaction.connection.execute(insert(text_reading).values(values))
    return [None] * len(several)


def last_read(connection: Connection, session: str) -> bytes | None:
    """Return the mark of the texts of a session that were read last, if any."""
    query = select(text_reading.c.mark).where(text_reading.c.session == session)
    found = connection.scalar(query)
    return None if found is None else bytes(found)
