"""Versions of the questions of sessions: what a page that is older than the catalogue asks."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, insert, select

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

    One that is there already stays as it is: the same version has the same key.
    """
    return [_keep(transaction.connection, some) for some in several]


def _keep(connection: Connection, versions: Iterable[Version]) -> int:
    fresh = {(one.session, one.moment, one.question): one for one in versions}
    table = question_version
    columns = select(table.c.session, table.c.moment, table.c.question)
    for sessions in chunks({one.session for one in fresh.values()}):
        for row in connection.execute(columns.where(table.c.session.in_(sessions))):
            fresh.pop((row.session, row.moment, row.question), None)
    rows = [
        {
            "session": one.session,
            "moment": one.moment,
            "question": one.question,
            "content": json.dumps(one.content, ensure_ascii=False, sort_keys=True),
        }
        for one in fresh.values()
    ]
    if rows:
        connection.execute(insert(table), rows)
    return len(rows)


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
