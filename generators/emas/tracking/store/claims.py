"""Which answer counts: it follows from the set of statements, whatever the order they came in.

A participant may answer on two telephones, on paper too, and a sheet may be typed again; databases
are merged, and clocks are wrong. What says a same thing about the same question of the same moment
are claims; `docs/adr/0035-exchange.md` says why this rule.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from emas.tracking.store.chunks import chunks
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

Row = dict[str, str | int]


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
    former = _claims(connection, said)
    now = {group: standing((*former[group], *some)) for group, some in said.items()}
    _replace(connection, former, now)


def forget(connection: Connection, group: Group) -> None:
    """Remove what a learner says at a moment."""
    _replace(connection, _claims(connection, [group]), {group: frozenset()})


def newest_sheets(connection: Connection, session: str) -> Mapping[Group, int]:
    """Return the number of the sheet that counts, for each learner and moment that has one."""
    query = select(claim).where(claim.c.session == session, claim.c.source == int(Source.SHEET))
    rows = connection.execute(query)
    return {(session, row.moment, row.learner): row.number for row in rows}


def _claims(connection: Connection, groups: Iterable[Group]) -> dict[Group, frozenset[Answer]]:
    """Return what each group claims; a room that answers together takes one query."""
    learners: dict[tuple[str, str], list[str]] = defaultdict(list)
    found: dict[Group, set[Answer]] = {}
    for session, moment, learner in groups:
        learners[session, moment].append(learner)
        found[session, moment, learner] = set()
    for (session, moment), some in learners.items():
        here = (claim.c.session == session, claim.c.moment == moment)
        for few in chunks(some):
            query = select(claim).where(*here, claim.c.learner.in_(few))
            for row in connection.execute(query):
                source, rank = Source(row.source), (row.number, row.at, row.id)
                place = session, moment, row.learner
                found[place].add(Answer(*place, row.question, row.response, source, *rank))
    return {group: frozenset(some) for group, some in found.items()}


def _replace(
    connection: Connection,
    former: Mapping[Group, frozenset[Answer]],
    now: Mapping[Group, frozenset[Answer]],
) -> None:
    """Write the claims of each group, and the answers that follow from them."""
    lost = [one for group in now for one in former[group] - now[group]]
    new = [one for group in now for one in now[group] - former[group]]
    _write(connection, claim, CLAIM_KEYS, map(_row, lost), map(_row, new))
    before = {one for group in now for one in _counted(group, former[group])}
    after = {one for group in now for one in _counted(group, now[group])}
    gone, fresh = map(_counted_row, before - after), map(_counted_row, after - before)
    _write(connection, answer, ANSWER_KEYS, gone, fresh)


ANSWER_KEYS = ("session", "moment", "learner", "question")
CLAIM_KEYS = (*ANSWER_KEYS, "source")


def _row(one: Answer) -> Row:
    return {
        **dict(zip(ANSWER_KEYS, (*one.group, one.question), strict=True)),
        "source": int(one.source),
        "number": one.number,
        "at": one.at,
        "id": one.id,
        "response": one.response,
    }


def _counted(group: Group, claims: Iterable[Answer]) -> Iterator[tuple[str, ...]]:
    yield from ((*group, *pair) for pair in counting(claims).items())


def _counted_row(one: tuple[str, ...]) -> Row:
    return dict(zip((*ANSWER_KEYS, "response"), one, strict=True))


def _write(
    connection: Connection,
    table: Table,
    keys: Sequence[str],
    gone: Iterable[Row],
    fresh: Iterable[Row],
) -> None:
    """Delete rows, then write others, each kind in one go."""
    if old := [{f"old_{key}": row[key] for key in keys} for row in gone]:
        same = (table.c[key] == bindparam(f"old_{key}") for key in keys)
        connection.execute(delete(table).where(*same), old)
    if new := list(fresh):
        connection.execute(insert(table), new)
