"""Rooms, tokens, answers and opinions: what sessions write and read."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from emas.model.scoring import Response
from emas.tracking.store import erased
from emas.tracking.store.errors import ErasedError
from emas.tracking.store.session_schema import answer, opinion, room, token
from emas.tracking.store.writer import Transaction


@dataclass(frozen=True, slots=True)
class Room:
    """A session and the code shown on its wall."""

    session: str
    code: str


@dataclass(frozen=True, slots=True)
class Token:
    """What lets `learner` write to `session` until `expires` (µs since 1970)."""

    hash: bytes
    session: str
    learner: str
    expires: int


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one sheet of a survey says; its code is linked to nothing.

    Of two under the same code, the one with the greatest `number` counts.
    """

    session: str
    moment: str
    code: str
    answers: Mapping[str, Response]
    number: int = 1

    @property
    def text(self) -> str:
        """What is kept of it: the same for the same answers."""
        return json.dumps(dict(self.answers), ensure_ascii=False, sort_keys=True)


def open_rooms(transaction: Transaction, wanted: Sequence[Room]) -> list[str]:
    """Give each session a code if it has none; return the codes."""
    known = {row.session: row.code for row in transaction.connection.execute(select(room))}
    for one in wanted:
        if one.session not in known:
            known[one.session] = one.code
            values = {"session": one.session, "code": one.code}
            transaction.connection.execute(insert(room).values(values))
    return [known[one.session] for one in wanted]


def room_session(connection: Connection, code: str) -> str | None:
    """Return the session whose room has that code."""
    found: str | None = connection.scalar(select(room.c.session).where(room.c.code == code))
    return found


def room_code(connection: Connection, session: str) -> str:
    """Return the code of the room of a session; empty if it has none."""
    return connection.scalar(select(room.c.code).where(room.c.session == session)) or ""


def give(transaction: Transaction, tokens: Sequence[Token]) -> list[Exception | None]:
    """Keep tokens, and drop those that are over.

    That of a participant who was erased, or of a session that was, is an `ErasedError`.
    """
    connection = transaction.connection
    connection.execute(delete(token).where(token.c.expires < transaction.now))
    outcomes: list[Exception | None] = []
    for one in tokens:
        if erased.is_erased(connection, one.session, one.learner):
            outcomes.append(ErasedError("this participant was erased"))
            continue
        outcomes.append(None)
        values = {
            "hash": one.hash,
            "session": one.session,
            "learner": one.learner,
            "expires": one.expires,
        }
        connection.execute(insert(token).values(values))
    return outcomes


def find_token(connection: Connection, hash_: bytes, now: int) -> Token | None:
    """Return the token of that hash, if it is not over."""
    query = select(token).where(token.c.hash == hash_, token.c.expires >= now)
    row = connection.execute(query).one_or_none()
    return None if row is None else Token(row.hash, row.session, row.learner, row.expires)


def say(transaction: Transaction, opinions: Sequence[Opinion]) -> list[bool]:
    """Keep opinions, but those that were erased; return for each whether it was new.

    Under one code the greatest number counts; then, so that any order gives the same, the text
    that comes last in the order of letters.
    """
    return [_say(transaction.connection, one) for one in opinions]


def _say(connection: Connection, one: Opinion) -> bool:
    """Keep an opinion, and write those beside it again, in the order of their codes.

    Where a row is in its page, or the transaction that wrote it, would tell when it came, hence
    after whose answers.
    """
    beside = (opinion.c.session == one.session) & (opinion.c.moment == one.moment)
    query = select(opinion).where(beside)
    said = {row.code: (row.number, row.answers) for row in connection.execute(query)}
    if (one.number, one.text) <= said.get(one.code, (0, "")):
        return False
    if erased.is_erased(connection, one.session, one.code):
        return False
    said[one.code] = one.number, one.text
    connection.execute(delete(opinion).where(beside))
    place = {"session": one.session, "moment": one.moment}
    rows = [
        place | {"code": code, "number": number, "answers": text}
        for code, (number, text) in sorted(said.items())
    ]
    connection.execute(insert(opinion), rows)
    return True


def answers_of(connection: Connection, session: str) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Return the answers of a session by moment and learner, then by question."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in connection.execute(select(answer).where(answer.c.session == session)):
        found[row.moment, row.learner][row.question] = row.response
    return found


def opinions_of(connection: Connection, session: str) -> list[Opinion]:
    """Return the opinions about a session, in the order of their codes, which are random."""
    return _opinions(connection, select(opinion).where(opinion.c.session == session))


def every_opinion(connection: Connection) -> list[Opinion]:
    """Return all opinions, in the order of their codes, which are random."""
    return _opinions(connection, select(opinion))


def _opinions(connection: Connection, query: Select[Any]) -> list[Opinion]:
    return [
        Opinion(row.session, row.moment, row.code, json.loads(row.answers), row.number)
        for row in connection.execute(query.order_by(opinion.c.code))
    ]
