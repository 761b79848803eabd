"""Rooms, tokens, answers and opinions: what sessions write and read."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from emas.model.scoring import Response
from emas.tracking.store.session_schema import answer, opinion, room, token
from emas.tracking.store.writer import Transaction
from emas.xapi import names
from emas.xapi.vocabulary import ANSWERED


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
class Answer:
    """A learner's answer to `question@version` at a moment, as xAPI writes it."""

    session: str
    moment: str
    learner: str
    question: str
    response: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one sheet of a survey says; its code is linked to nothing."""

    session: str
    moment: str
    code: str
    answers: Mapping[str, Response]


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


def give(transaction: Transaction, tokens: Sequence[Token]) -> list[None]:
    """Keep tokens, and drop those that are over."""
    connection = transaction.connection
    connection.execute(delete(token).where(token.c.expires < transaction.now))
    for one in tokens:
        values = {
            "hash": one.hash,
            "session": one.session,
            "learner": one.learner,
            "expires": one.expires,
        }
        connection.execute(insert(token).values(values))
    return [None] * len(tokens)


def find_token(connection: Connection, hash_: bytes, now: int) -> Token | None:
    """Return the token of that hash, if it is not over."""
    query = select(token).where(token.c.hash == hash_, token.c.expires >= now)
    row = connection.execute(query).one_or_none()
    return None if row is None else Token(row.hash, row.session, row.learner, row.expires)


def answered(statements: Iterable[Mapping[str, Any]]) -> Iterator[Answer]:
    """Yield the answers that statements of ours say, in order; others say none."""
    for value in statements:
        account = value["actor"].get("account", {})
        session = names.said_session(str(account.get("homePage")))
        name = names.said_question(str(value["object"].get("id")))
        text = value.get("result", {}).get("response")
        if session and name and text is not None and value["verb"]["id"] == ANSWERED:
            parents = value.get("context", {}).get("contextActivities", {}).get("parent", [])
            said = [names.said_moment(one["id"]) for one in parents]
            for moment in [one[1] for one in said if one and one[0] == session][:1]:
                yield Answer(session, moment, account["name"], name, text)


def project(connection: Connection, answers: Iterable[Answer]) -> None:
    """Write the last answer of each learner to each question."""
    for one in answers:
        same = (
            (answer.c.session == one.session)
            & (answer.c.moment == one.moment)
            & (answer.c.learner == one.learner)
            & (answer.c.question == one.question)
        )
        connection.execute(delete(answer).where(same))
        values = {
            "session": one.session,
            "moment": one.moment,
            "learner": one.learner,
            "question": one.question,
            "response": one.response,
        }
        connection.execute(insert(answer).values(values))


def say(transaction: Transaction, opinions: Sequence[Opinion]) -> list[None]:
    """Keep opinions; one that is there already stays as it is."""
    for one in opinions:
        same = (
            (opinion.c.session == one.session)
            & (opinion.c.moment == one.moment)
            & (opinion.c.code == one.code)
        )
        if transaction.connection.execute(select(opinion.c.code).where(same)).first() is None:
            values = {
                "session": one.session,
                "moment": one.moment,
                "code": one.code,
                "answers": json.dumps(dict(one.answers), ensure_ascii=False),
            }
            transaction.connection.execute(insert(opinion).values(values))
    return [None] * len(opinions)


def answers_of(connection: Connection, session: str) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Return the answers of a session by moment and learner, then by question."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in connection.execute(select(answer).where(answer.c.session == session)):
        found[row.moment, row.learner][row.question] = row.response
    return found


def opinions_of(connection: Connection, session: str) -> list[Opinion]:
    """Return the opinions about a session, in the order of their codes, which are random."""
    query = select(opinion).where(opinion.c.session == session).order_by(opinion.c.code)
    return [
        Opinion(row.session, row.moment, row.code, json.loads(row.answers))
        for row in connection.execute(query)
    ]
