"""Coordinators and their visits: what is written and read of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select, update

from emas.tracking.store.desk_schema import coordinator, visit
from emas.tracking.store.writer import Transaction

MINUTE = 60_000_000
"""In microseconds, as all moments here."""
IDLE = 120 * MINUTE
"""How long a visit stays open without a page: a half-day has long exercises."""
LASTING = 12 * 60 * MINUTE
"""How long it stays open at most: a training day."""


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Somebody who may read results. `password_hash` is what argon2 gives."""

    key: str
    name: str
    password_hash: str


@dataclass(frozen=True, slots=True)
class NewVisit:
    """A visit that begins, in the place of `former` if this browser had one."""

    hash: bytes
    coordinator: str
    former: bytes = b""


def keep(transaction: Transaction, coordinators: Sequence[Coordinator]) -> list[bool]:
    """Add coordinators, or give them another password, which ends their visits.

    Return, for each, whether it was there.
    """
    connection = transaction.connection
    known: list[bool] = []
    for one in coordinators:
        connection.execute(delete(visit).where(visit.c.coordinator == one.key))
        gone = connection.execute(delete(coordinator).where(coordinator.c.key == one.key))
        known.append(gone.rowcount > 0)
        values = {"key": one.key, "name": one.name, "password_hash": one.password_hash}
        connection.execute(insert(coordinator).values(values))
    return known


def remove(transaction: Transaction, keys: Sequence[str]) -> list[bool]:
    """Close accounts, and end their visits; return whether each was there."""
    connection = transaction.connection
    known: list[bool] = []
    for key in keys:
        connection.execute(delete(visit).where(visit.c.coordinator == key))
        gone = connection.execute(delete(coordinator).where(coordinator.c.key == key))
        known.append(gone.rowcount > 0)
    return known


def find(connection: Connection, key: str) -> Coordinator | None:
    """Return the coordinator of that key."""
    row = connection.execute(select(coordinator).where(coordinator.c.key == key)).one_or_none()
    return None if row is None else Coordinator(row.key, row.name, row.password_hash)


def open_visits(transaction: Transaction, visits: Sequence[NewVisit]) -> list[None]:
    """Keep visits that begin, and drop all those that are over."""
    connection, now = transaction.connection, transaction.now
    over = or_(visit.c.ends < now, visit.c.seen < now - IDLE)
    connection.execute(delete(visit).where(over))
    for one in visits:
        connection.execute(delete(visit).where(visit.c.hash == one.former))
        values = {
            "hash": one.hash,
            "coordinator": one.coordinator,
            "seen": now,
            "ends": now + LASTING,
        }
        connection.execute(insert(visit).values(values))
    return [None] * len(visits)


def close_visits(transaction: Transaction, hashes: Sequence[bytes]) -> list[None]:
    """End visits."""
    transaction.connection.execute(delete(visit).where(visit.c.hash.in_(hashes)))
    return [None] * len(hashes)


def see(transaction: Transaction, hashes: Sequence[bytes]) -> list[None]:
    """Note that those visits go on."""
    query = update(visit).where(visit.c.hash.in_(hashes)).values(seen=transaction.now)
    transaction.connection.execute(query)
    return [None] * len(hashes)


def visitor(connection: Connection, hash_: bytes, now: int) -> tuple[Coordinator, int] | None:
    """Return who is on that visit and when it was last noted, if it is not over."""
    query = select(coordinator, visit.c.seen).join(visit, visit.c.coordinator == coordinator.c.key)
    going_on = query.where(visit.c.hash == hash_, visit.c.ends >= now, visit.c.seen >= now - IDLE)
    row = connection.execute(going_on).one_or_none()
    return None if row is None else (Coordinator(row.key, row.name, row.password_hash), row.seen)
