"""What statements of ours say: answers, and those of whom to count again."""

from collections.abc import Iterable, Iterator, Mapping
from json import loads
from typing import Any

from sqlalchemy import Connection

from emas.tracking.store import claims
from emas.tracking.store.claims import Answer, Group, Source
from emas.tracking.store.reading import Query, page
from emas.xapi import names, times, vocabulary
from emas.xapi.actors import identity
from emas.xapi.mentions import Role

MOST_SHEETS = 2**31
"""What a database counts sheets with."""


def answered(statements: Iterable[Mapping[str, Any]]) -> Iterator[Answer]:
    """Yield the answers that statements of ours say; others say none."""
    for value in statements:
        account = value["actor"].get("account", {})
        session = names.said_session(str(account.get("homePage")))
        moment = _moment(value, session) if session else None
        said = _said(value) if moment else None
        if session and moment and said:
            source, number = _source(value)
            at = times.moment(value["timestamp"]) if source is Source.SCREEN else 0
            place = (session, moment, account["name"])
            yield Answer(*place, *said, source, number, at, value["id"].lower())


def _moment(value: Mapping[str, Any], session: str) -> str | None:
    parents = value.get("context", {}).get("contextActivities", {}).get("parent", [])
    said = (names.said_moment(one["id"]) for one in parents)
    return next((one[1] for one in said if one and one[0] == session), None)


def _said(value: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return a question and a response; two empty texts for a sheet without answers."""
    question = names.said_question(str(value["object"].get("id")))
    response = value.get("result", {}).get("response")
    match value["verb"]["id"]:
        case vocabulary.ANSWERED if question and response is not None:
            return question, response
        case vocabulary.COMPLETED if _source(value)[0] is Source.SHEET:
            return "", ""
        case _:
            return None


def _source(value: Mapping[str, Any]) -> tuple[Source, int]:
    said = value.get("context", {}).get("extensions", {})
    for name, source in ((names.SHEET, Source.SHEET), (names.COPY, Source.COPY)):
        if type(number := said.get(name)) is int and 0 < number < MOST_SHEETS:
            return source, number
    return Source.SCREEN, 0


def count_again(connection: Connection, lost: Iterable[Mapping[str, Any]]) -> None:
    """Find again what counts of those who said `lost`, statements that do not count any more."""
    for group in {one.group for one in answered(lost)}:
        claims.forget(connection, group)
        claims.project(connection, answered(_said_by(connection, group)))


def _said_by(connection: Connection, group: Group) -> Iterator[Mapping[str, Any]]:
    """Yield the statements of a learner about a moment."""
    session, moment, learner = group
    who = identity({"account": {"homePage": names.session(session), "name": learner}})
    filters = (
        (Role.AGENT, str(who)),
        (Role.RELATED_ACTIVITY, names.moment(session, moment)),
    )
    after, more = None, True
    while more:
        found = page(connection, Query(filters, ascending=True, after=after))
        yield from (loads(one.body) for one in found.statements)
        after, more = (found.statements[-1].seq if found.statements else 0), found.more
