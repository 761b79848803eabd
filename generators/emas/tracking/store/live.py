"""Questions asked together: what the trainer does and what the wall shows, written and read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, update

from emas.tracking.store.live_schema import live, live_question
from emas.tracking.store.session_schema import answer, token
from emas.tracking.store.writer import Transaction


class Phase(StrEnum):
    """What is done with a question; the value is told to phones."""

    READY = "prete"
    OPEN = "ouverte"
    CLOSED = "fermee"
    SOLVED = "corrigee"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session is: `moment` is empty when nothing is led, `question` once all were asked."""

    moment: str = ""
    question: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Led:
    """What became of a `question@version` that was shown.

    `closed` is in µs since 1970, 0 before. `counts` are what the wall shows, taken when there were
    `counted` answers; 0 as long as there were too few. `final`: they were taken since it closed.
    """

    question: str
    phase: Phase = Phase.READY
    closed: int = 0
    final: bool = False
    counted: int = 0
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """Where a session goes, and the question that this changes, if one.

    `place.revision` is the one that the trainer saw: if it is over, nothing is done.
    """

    session: str
    place: Place
    of: str = ""
    changed: Led | None = None
    """A question of the moment `of`."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts taken for a question as it was in `before`."""

    session: str
    moment: str
    before: Led
    after: Led


def move(transaction: Transaction, moves: Sequence[Move]) -> list[bool]:
    """Do what the trainer asked; return, for each, whether it was done."""
    return [_move(transaction.connection, one) for one in moves]


def _move(connection: Connection, one: Move) -> bool:
    if place_of(connection, one.session).revision != one.place.revision:
        return False
    values = {
        "session": one.session,
        "moment": one.place.moment,
        "question": one.place.question,
        "revision": one.place.revision + 1,
    }
    connection.execute(delete(live).where(live.c.session == one.session))
    connection.execute(insert(live).values(values))
    if one.changed is not None:
        _keep(connection, one.session, one.of, one.changed)
    return True


def _keep(connection: Connection, session: str, moment: str, led: Led) -> None:
    same = (
        (live_question.c.session == session)
        & (live_question.c.moment == moment)
        & (live_question.c.question == led.question)
    )
    connection.execute(delete(live_question).where(same))
    named = {"session": session, "moment": moment, "question": led.question}
    connection.execute(insert(live_question).values(named | _values(led)))


def _values(led: Led) -> dict[str, object]:
    return {
        "phase": led.phase.value,
        "closed": led.closed,
        "final": led.final,
        "counted": led.counted,
        "counts": json.dumps(led.counts),
    }


def count(transaction: Transaction, counted: Sequence[Counted]) -> list[None]:
    """Keep counts; not if the question was opened or closed meanwhile."""
    for one in counted:
        same = (
            (live_question.c.session == one.session)
            & (live_question.c.moment == one.moment)
            & (live_question.c.question == one.before.question)
            & (live_question.c.phase == one.before.phase.value)
            & (live_question.c.closed == one.before.closed)
        )
        query = update(live_question).where(same).values(_values(one.after))
        transaction.connection.execute(query)
    return [None] * len(counted)


def place_of(connection: Connection, session: str) -> Place:
    """Return where a session is."""
    row = connection.execute(select(live).where(live.c.session == session)).one_or_none()
    return Place() if row is None else Place(row.moment, row.question, row.revision)


def led_of(connection: Connection, session: str, moment: str) -> Mapping[str, Led]:
    """Return the questions of a moment that were shown."""
    mine = (live_question.c.session == session) & (live_question.c.moment == moment)
    return {
        row.question: Led(
            row.question,
            Phase(row.phase),
            row.closed,
            row.final,
            row.counted,
            tuple(json.loads(row.counts)),
        )
        for row in connection.execute(select(live_question).where(mine))
    }


def answers_to(connection: Connection, session: str, moment: str, question: str) -> list[str]:
    """Return the last answer of each learner to a question; nobody's in particular."""
    mine = (answer.c.session == session) & (answer.c.moment == moment)
    query = select(answer.c.response).where(mine, answer.c.question == question)
    return list(connection.scalars(query))


def joined(connection: Connection, session: str) -> int:
    """Return how many people may write to a session."""
    query = select(token.c.learner).where(token.c.session == session)
    return len(set(connection.scalars(query)))
