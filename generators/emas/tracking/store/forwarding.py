"""How far statements went to another service: a queue that survives, and what was refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from emas.tracking.store.exchange_schema import forwarding, quarantine
from emas.tracking.store.reading import Kept
from emas.tracking.store.schema import statement
from emas.tracking.store.writer import Transaction


@dataclass(frozen=True, slots=True)
class Refused:
    """A statement, by its number, that the other service refuses with `status`."""

    seq: int
    status: int


@dataclass(frozen=True, slots=True)
class Step:
    """All statements up to `seq` are done with `target`, those `refused` set aside.

    `released` are the numbers of those that were set aside before and are no more.
    """

    target: str
    seq: int
    refused: tuple[Refused, ...] = ()
    released: tuple[int, ...] = ()


def advance(transaction: Transaction, steps: Sequence[Step]) -> list[None]:
    """Note steps; what was erased meanwhile is not set aside."""
    connection = transaction.connection
    for one in steps:
        connection.execute(delete(forwarding).where(forwarding.c.target == one.target))
        connection.execute(insert(forwarding).values(target=one.target, seq=one.seq))
        mine = quarantine.c.target == one.target
        gone = (*one.released, *(refused.seq for refused in one.refused))
        connection.execute(delete(quarantine).where(mine, quarantine.c.seq.in_(gone)))
        there = _there(connection, [refused.seq for refused in one.refused])
        rows = [
            {"target": one.target, "seq": refused.seq, "status": refused.status}
            for refused in one.refused
            if refused.seq in there
        ]
        if rows:
            connection.execute(insert(quarantine), rows)
    return [None] * len(steps)


def _there(connection: Connection, numbers: Sequence[int]) -> frozenset[int]:
    query = select(statement.c.seq).where(statement.c.seq.in_(numbers))
    return frozenset(connection.scalars(query))


def done_through(connection: Connection, target: str) -> int:
    """Return the number of the last statement that is done with `target`, 0 before the first."""
    query = select(forwarding.c.seq).where(forwarding.c.target == target)
    return connection.scalar(query) or 0


def set_aside(connection: Connection, target: str) -> list[Kept]:
    """Return the statements that `target` refused, in order."""
    columns = select(statement.c.seq, statement.c.stored, statement.c.body)
    joined = columns.join(quarantine, quarantine.c.seq == statement.c.seq)
    query = joined.where(quarantine.c.target == target).order_by(statement.c.seq)
    return [Kept(row.seq, row.stored, row.body) for row in connection.execute(query)]
