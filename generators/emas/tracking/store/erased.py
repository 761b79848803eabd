"""Marks of what was erased, asked by each write: nothing that was erased comes back."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, func, insert, select

from emas.model.erasure import Erased, mark, of_participant, of_session, of_statement
from emas.tracking.store.chunks import chunks
from emas.tracking.store.keeping_schema import erased, erasure_key
from emas.xapi import Statement, names
from emas.xapi.mentions import activity_ids
from emas.xapi.received import target_of


def known(connection: Connection) -> Erased:
    """Return all keys and marks."""
    marks = connection.execute(select(erased.c.mark))
    return Erased(frozenset(_keys(connection)), frozenset(bytes(row.mark) for row in marks))


def among(connection: Connection, said: Iterable[str]) -> frozenset[str]:
    """Return the names of `said` (`model/erasure.py`) that stand for what was erased."""
    keys = _keys(connection)
    if not keys:
        return frozenset()
    by_mark = {mark(key, name): name for name in set(said) for key in keys}
    found: set[str] = set()
    for some in chunks(by_mark):
        rows = connection.execute(select(erased.c.mark).where(erased.c.mark.in_(some)))
        found.update(by_mark[bytes(row.mark)] for row in rows)
    return frozenset(found)


def is_erased(connection: Connection, session: str, code: str) -> bool:
    """Return whether a participant, or the whole session, was erased."""
    return bool(among(connection, (of_session(session), of_participant(session, code))))


def gone(connection: Connection, statements: Mapping[str, Statement]) -> frozenset[str]:
    """Return the ids of the statements, given by id, that are or tell of what was erased.

    One about another of them goes with it.
    """
    if not _keys(connection):
        return frozenset()
    said = {name: frozenset(_said(name, value)) for name, value in statements.items()}
    found = among(connection, (one for some in said.values() for one in some))
    lost = {name for name, some in said.items() if some & found}
    while more := {name for name in said.keys() - lost if target_of(statements[name]) in lost}:
        lost |= more
    return frozenset(lost)


def add(connection: Connection, more: Erased) -> None:
    """Add the keys and marks that are not there yet."""
    there = known(connection)
    last = connection.scalar(select(func.max(erasure_key.c.id))) or 0
    keys = enumerate(sorted(more.keys - there.keys), start=last + 1)
    for number, key in keys:
        connection.execute(insert(erasure_key).values(id=number, key=key))
    if marks := sorted(more.marks - there.marks):
        connection.execute(insert(erased), [{"mark": one} for one in marks])


def people(value: object) -> Iterator[tuple[str, str]]:
    """Yield the session and the code of each participant in a statement, wherever it is."""
    if isinstance(value, list):
        for one in value:
            yield from people(one)
    elif isinstance(value, dict):
        home, code = value.get("homePage"), value.get("name")
        if isinstance(home, str) and isinstance(code, str) and (found := names.said_session(home)):
            yield found, code
        for one in value.values():
            yield from people(one)


def sessions(value: Statement) -> Iterator[str]:
    """Yield the sessions that a statement tells of."""
    yield from (session for session, _ in people(value))
    for name in activity_ids(value):
        moment = names.said_moment(name)
        if found := names.said_session(name) or (moment and moment[0]):
            yield found


def _said(name: str, value: Statement) -> Iterator[str]:
    yield of_statement(name)
    if about := target_of(value):
        yield of_statement(about)
    yield from (of_participant(session, code) for session, code in people(value))
    yield from (of_session(session) for session in sessions(value))


def _keys(connection: Connection) -> list[bytes]:
    """Return the keys; the range lets the database walk along its index."""
    query = select(erasure_key.c.key).where(erasure_key.c.id >= 1)
    return [bytes(row.key) for row in connection.execute(query)]
