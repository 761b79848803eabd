"""Which answer counts: it follows from the set of statements, whatever the order they came in.

A participant may answer on two telephones, on paper too, and a sheet may be typed again; databases
are merged, and clocks are wrong. What says a same thing about the same question of the same moment
are claims; `docs/adr/0035-exchange.md` says why this rule.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select

from emas.tracking.store.exchange_schema import claim
from emas.tracking.store.session_schema import answer


class Source(IntEnum):
    """What says an answer; the greatest counts. The numbers are kept in databases."""

    COPY = 1
    """A sheet that a service gave: it only counts where that service is gone."""
    SCREEN = 2
    SHEET = 3
    """Paper typed in, or a participant's file: somebody brought it afterwards."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner answers to `question@version` at a moment, as xAPI writes it.

    `number` is that of the sheet, 0 on a screen; `at` is in µs since 1970, 0 on a sheet, whose
    hour nobody knows; `id` is that of the statement. Without a question, a sheet has no answer.
    """

    session: str
    moment: str
    learner: str
    question: str
    response: str
    source: Source = Source.SCREEN
    number: int = 0
    at: int = 0
    id: str = ""

    @property
    def group(self) -> "Group":
        """Who answers, and when."""
        return self.session, self.moment, self.learner


Group = tuple[str, str, str]
"""A session, a moment, a learner."""


def standing(claims: Iterable[Answer]) -> frozenset[Answer]:
    """Return those of one learner at one moment that may count, now or once there are others.

    Of a source, only the sheet with the greatest number; then, for each question, the last.
    """
    found = tuple(claims)
    newest: dict[Source, int] = {}
    for one in found:
        newest[one.source] = max(one.number, newest.get(one.source, 0))
    last: dict[tuple[Source, str], Answer] = {}
    for one in found:
        if one.number == newest[one.source]:
            place = one.source, one.question
            last[place] = max(one, last.get(place, one), key=lambda some: (some.at, some.id))
    return frozenset(last.values())


def counting(claims: Iterable[Answer]) -> Mapping[str, str]:
    """Return the response that counts for each question, from what `standing` gives."""
    ordered = sorted(claims, key=lambda one: one.source)
    return {one.question: one.response for one in ordered if one.question}


def project(connection: Connection, answers: Iterable[Answer]) -> None:
    """Add claims to those that are there, and write which count."""
    said: dict[Group, list[Answer]] = defaultdict(list)
    for one in answers:
        said[one.group].append(one)
    for group, some in said.items():
        former = _claims(connection, group)
        _replace(connection, group, former, standing((*former, *some)))


def forget(connection: Connection, group: Group) -> None:
    """Remove what a learner says at a moment."""
    _replace(connection, group, _claims(connection, group), frozenset())


def newest_sheets(connection: Connection, session: str) -> Mapping[Group, int]:
    """Return the number of the sheet that counts, for each learner and moment that has one."""
    query = select(claim).where(claim.c.session == session, claim.c.source == int(Source.SHEET))
    rows = connection.execute(query)
    return {(session, row.moment, row.learner): row.number for row in rows}


def _claims(connection: Connection, group: Group) -> frozenset[Answer]:
    return frozenset(
        Answer(*group, row.question, row.response, Source(row.source), row.number, row.at, row.id)
        for row in connection.execute(select(claim).where(*_of(claim, group)))
    )


def _replace(
    connection: Connection, group: Group, former: frozenset[Answer], now: frozenset[Answer]
) -> None:
    session, moment, learner = group
    named = {"session": session, "moment": moment, "learner": learner}
    for one in former - now:
        same = (claim.c.source == int(one.source)) & (claim.c.question == one.question)
        connection.execute(delete(claim).where(*_of(claim, group), same))
    rows = [
        named
        | {
            "source": int(one.source),
            "question": one.question,
            "number": one.number,
            "at": one.at,
            "id": one.id,
            "response": one.response,
        }
        for one in now - former
    ]
    if rows:
        connection.execute(insert(claim), rows)
    before, after = counting(former), counting(now)
    for question in before:
        if before[question] != after.get(question):
            connection.execute(
                delete(answer).where(*_of(answer, group), answer.c.question == question)
            )
    counted = [
        named | {"question": question, "response": response}
        for question, response in after.items()
        if before.get(question) != response
    ]
    if counted:
        connection.execute(insert(answer), counted)


def _of(table: Table, group: Group) -> tuple[ColumnElement[bool], ...]:
    session, moment, learner = group
    return (
        table.c.session == session,
        table.c.moment == moment,
        table.c.learner == learner,
    )
