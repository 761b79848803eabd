"""Statements written: all or none of a request, and twice is the same as once."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from emas import xapi
from emas.tracking.store import activities, claims, erased, erasing, references, saying
from emas.tracking.store.chunks import chunks
from emas.tracking.store.errors import ConflictError
from emas.tracking.store.schema import digest, mention, statement
from emas.tracking.store.writer import Transaction
from emas.xapi import Received, Statement
from emas.xapi.comparison import same
from emas.xapi.mentions import mentions
from emas.xapi.times import stamp


@dataclass(frozen=True, slots=True)
class Batch:
    """What one request sends: statements that have an id, and who vouches for them."""

    statements: tuple[Received, ...]
    authority: Statement


def add(transaction: Transaction, batches: Sequence[Batch]) -> list[Exception | None]:
    """Write the statements that are not there yet, but those that were erased: they are dropped.

    A batch with the id of a statement that says something else is a `ConflictError`, and
    nothing of it is written.
    """
    ids = {one.id for batch in batches for one in batch.statements}
    known = _kept(transaction.connection, ids)
    sent = {one.id: one.value for batch in batches for one in batch.statements}
    if gone := erased.gone(transaction.connection, sent):
        erasing.drop(transaction.connection, gone)
    fresh: dict[str, Received] = {}
    outcomes: list[Exception | None] = []
    for batch in batches:
        other = next((one.id for one in batch.statements if _differs(one, known)), None)
        if other is not None:
            outcomes.append(ConflictError(f"another statement has the id {other}"))
            continue
        for one in batch.statements:
            if one.id not in known and one.id not in gone:
                kept = xapi.completed(one, stamp(transaction.now), batch.authority)
                known[one.id] = fresh[one.id] = kept
        outcomes.append(None)
    if fresh:
        _write(transaction, tuple(fresh.values()))
    return outcomes


def present(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """Return those of `ids`, in small letters, under which a statement is kept."""
    found: set[str] = set()
    for some in chunks(ids):
        query = select(statement.c.id).where(statement.c.id.in_(some))
        found.update(connection.scalars(query))
    return frozenset(found)


def _differs(sent: Received, known: Mapping[str, Received]) -> bool:
    former = known.get(sent.id)
    return former is not None and not same(former.value, sent.value)


def _kept(connection: Connection, ids: Iterable[str]) -> dict[str, Received]:
    """Return the statements that are kept under some of `ids`."""
    found: dict[str, Received] = {}
    for some in chunks(ids):
        query = select(statement.c.id, statement.c.body).where(statement.c.id.in_(some))
        for row in connection.execute(query):
            found[row.id] = Received(row.body, json.loads(row.body))
    return found


def _write(transaction: Transaction, fresh: Sequence[Received]) -> None:
    numbered = dict(enumerate(fresh, start=transaction.seq + 1))
    transaction.seq += len(numbered)
    connection = transaction.connection
    connection.execute(
        insert(statement),
        [
            {
                "seq": seq,
                "id": one.id,
                "stored": transaction.now,
                "target": one.target,
                "voids": one.voids,
                "voided": False,
                "body": one.text,
            }
            for seq, one in numbered.items()
        ],
    )
    connection.execute(
        insert(mention),
        [
            {"role": role, "key": digest(said), "seq": seq}
            for seq, one in numbered.items()
            for role, said in mentions(one.value)
        ],
    )
    activities.define(connection, [one.value for one in fresh])
    claims.project(connection, saying.answered([one.value for one in fresh]))
    found = references.around(connection, numbered)
    _void(connection, [one.target for one in found if one.voids])
    references.inherit(connection, found)


def _void(connection: Connection, targets: Iterable[str]) -> None:
    """Void those statements; one that voids others stays (Data 2.3.2)."""
    for some in chunks(targets):
        spared = statement.c.voids
        connection.execute(
            update(statement).where(statement.c.id.in_(some), ~spared).values(voided=True)
        )
        lost = _kept(connection, some).values()
        saying.count_again(connection, [one.value for one in lost if not one.voids])
