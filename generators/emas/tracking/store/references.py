"""Statements whose object is a statement: they are found by what their target is found by.

Source: Experience API 1.0.3, Communication 2.1.3, « Filter Conditions for StatementRefs ». The
rule is recursive, and the target may come after what refers to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, insert, literal, select

from emas.tracking.store.chunks import chunks
from emas.tracking.store.schema import mention, statement
from emas.xapi import Received


@dataclass(frozen=True, slots=True)
class Reference:
    """A statement that refers to one that is there too. `voids`: to void it."""

    seq: int
    id: str
    target: str
    target_seq: int
    voids: bool


def around(connection: Connection, fresh: Mapping[int, Received]) -> list[Reference]:
    """Return the references from or to the statements of `fresh`, which are written, by number."""
    found: list[Reference] = []
    for some in chunks([one.id for one in fresh.values()]):
        found += _references(connection, _pairs().where(_target.c.id.in_(some)))
    for numbers in chunks([seq for seq, one in fresh.items() if one.target]):
        found += _references(connection, _pairs().where(statement.c.seq.in_(numbers)))
    return found


_target = statement.alias("target")


def _pairs() -> Select[tuple[int, str, str, bool, int]]:
    return select(
        statement.c.seq,
        statement.c.id,
        statement.c.target,
        statement.c.voids,
        _target.c.seq.label("target_seq"),
    ).join(_target, _target.c.id == statement.c.target)


def _references(
    connection: Connection, query: Select[tuple[int, str, str, bool, int]]
) -> list[Reference]:
    def made(row: Row[tuple[int, str, str, bool, int]]) -> Reference:
        return Reference(row.seq, row.id, row.target, row.target_seq, row.voids)

    return [made(row) for row in connection.execute(query)]


def inherit(connection: Connection, found: Iterable[Reference]) -> None:
    """Give each referrer what its target is found by, then those that refer to it, and so on."""
    for first in found:
        waiting, seen = [first], {first}
        while waiting:
            one = waiting.pop()
            _copy(connection, one)
            for next_one in _references(connection, _pairs().where(statement.c.target == one.id)):
                if next_one not in seen:
                    seen.add(next_one)
                    waiting.append(next_one)


def _copy(connection: Connection, one: Reference) -> None:
    there = mention.alias("there")
    kept = select(there.c.seq).where(
        there.c.role == mention.c.role, there.c.key == mention.c.key, there.c.seq == one.seq
    )
    source = select(mention.c.role, mention.c.key, literal(one.seq)).where(
        mention.c.seq == one.target_seq, ~kept.exists()
    )
    connection.execute(insert(mention).from_select(["role", "key", "seq"], source))
