"""Versions of the questions of sessions: what a page that is older than the catalogue asks."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from emas.tracking.store.chunks import chunks
from emas.tracking.store.exchange_schema import question_version
from emas.tracking.store.writer import Transaction


@dataclass(frozen=True, slots=True)
class Version:
    """A `question@version` that a session asks at a moment; `content` is the catalogue's JSON."""

    session: str
    moment: str
    question: str
    content: Mapping[str, Any]


def keep_versions(transaction: Transaction, several: Sequence[Iterable[Version]]) -> list[int]:
    """Keep versions; return, for each argument, how many were new.

    The same version has the same key. Of two wordings, the one that comes last in the order of
    letters stays, so that any order gives the same.
    """
    return [_keep(transaction.connection, some) for some in several]


def _keep(connection: Connection, versions: Iterable[Version]) -> int:
    said: dict[tuple[str, str, str], str] = {}
    for one in versions:
        place = (one.session, one.moment, one.question)
        content = json.dumps(one.content, ensure_ascii=False, sort_keys=True)
        said[place] = max(content, said.get(place, ""))
    table = question_version
    changed = 0
    for sessions in chunks({session for session, _, _ in said}):
        for row in connection.execute(select(table).where(table.c.session.in_(sessions))):
            place = (row.session, row.moment, row.question)
            if said.get(place, "") > row.content:
                same = (table.c.session == row.session) & (table.c.moment == row.moment)
                connection.execute(delete(table).where(same, table.c.question == row.question))
                changed += 1
            else:
                said.pop(place, None)
    if said:
        names = ("session", "moment", "question")
        rows = [
            dict(zip(names, place, strict=True)) | {"content": content}
            for place, content in said.items()
        ]
        connection.execute(insert(table), rows)
    return len(said) - changed


def versions_of(connection: Connection, session: str) -> list[Version]:
    """Return the versions that are known of the questions of a session."""
    query = select(question_version).where(question_version.c.session == session)
    return _made(connection, query)


def every_version(connection: Connection) -> list[Version]:
    """Return all versions that are known."""
    return _made(connection, select(question_version))


def _made(connection: Connection, query: Select[tuple[str, str, str, str]]) -> list[Version]:
    return [
        Version(row.session, row.moment, row.question, json.loads(row.content))
        for row in connection.execute(query)
    ]
