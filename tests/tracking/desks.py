"""The coordinators' pages of a session that is known by heart, and somebody who is signed in."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import httpx
from argon2 import PasswordHasher
from sqlalchemy import delete, insert
from starlette.applications import Starlette
from tests.tracking import room
from tests.tracking.serving import running

from emas.model import Response
from emas.model.attendance import Attendance
from emas.model.interaction import written
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.sheet import Sheet
from emas.tracking.auth import Accounts
from emas.tracking.catalogue import Session, TrackedPlan
from emas.tracking.desk import Desk, cookie, desk_routes, passwords
from emas.tracking.desk.noting import Note, unnoted
from emas.tracking.desk.pages import pages_routes
from emas.tracking.desk.signing import signing_routes
from emas.tracking.live.phones import Live
from emas.tracking.lrs.resource import Service
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.desk import Coordinator, keep
from emas.tracking.store.session_schema import answer, opinion
from emas.tracking.store.writer import Transaction

WHO, PASSWORD = "Zoé  Martin", "une phrase que l’on retient"
TODAY = date(2027, 1, 13)
COUNTED = Attendance((21,), 22, {"aesh": 9})
QUESTIONS = (
    *room.QUESTIONS,
    room.question("ess-q05@77777777", {"kind": "unique", "count": 2, "right": [1]}),
    replace(room.question("ess-q06@88888888", {"kind": "ordre", "count": 3}), options=(), shown=()),
)


def part(moment: str, asked: tuple[AskedQuestion, ...], objectives: dict[str, str]) -> AskedPart:
    survey = moment == room.SURVEY
    return AskedPart(moment, moment.title(), "essai", "Essai", survey, objectives, asked)


SESSION = replace(
    room.SESSION,
    parts=(
        *(part(moment, QUESTIONS, {"savoir": "essayer"}) for moment in room.MOMENTS),
        part(room.SURVEY, room.OPINIONS, {}),
    ),
)


def a_plan(*sessions: Session) -> TrackedPlan:
    return TrackedPlan({one.id: one for one in sessions}, team="Une équipe")


def coordinator() -> Coordinator:
    """Return somebody whose password is checked fast: its hash says how it was made."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return Coordinator(passwords.key_of(WHO), passwords.clean_name(WHO), quick.hash(PASSWORD))


@contextmanager
def at_the_desk(
    store: Store, plan: TrackedPlan, note: Note = unnoted, **known: Any
) -> Iterator[httpx.Client]:
    """Give the browser of a coordinator who is signed in to a service that knows `plan`."""
    store.write(keep, coordinator()).result()
    said = {"today": lambda: TODAY, "attendance": lambda _: COUNTED} | known
    settings = Settings("", "http://127.0.0.1", **said)
    desk = replace(Desk.of(store, plan, settings), note=note)
    app = Starlette(routes=desk_routes(desk, [*signing_routes(desk), *pages_routes(desk)]))
    app.state.live = Live(Service(store, Accounts(store, "")))
    with (
        running(app) as address,
        httpx.Client(base_url=address, headers={"Origin": address}, timeout=60) as client,
    ):
        enter(client)
        yield client


def enter(client: httpx.Client, name: str = WHO, password: str = PASSWORD) -> httpx.Response:
    """Sign in; the cookie is kept, if one is given."""
    said = client.post("/bureau/entrer", data={"nom": name, "passe": password})
    if (secret := said.cookies.get(cookie.NAME)) is not None:
        client.cookies.clear()
        client.headers["Cookie"] = f"{cookie.NAME}={secret}"  # httpx: no secure http://localhost
    return said


def new_database(folder: Path) -> str:
    return f"sqlite:///{folder / 'suivi.db'}"


def respond(chance: Random, question: AskedQuestion) -> Response:
    """Return an answer to a question of this session."""
    count = question.key.get("count", 0)
    match question.kind.value:
        case "unique":
            return [chance.randrange(count)]
        case "multiple":
            return sorted(chance.sample(range(count), chance.randrange(count + 1)))
        case "ordre":
            return chance.sample(range(count), count)
        case "echelle":
            return chance.randrange(count)
        case "trous":
            return [chance.choice(["pas", "deux", "rien"]) for _ in question.key["words"]]
        case _:
            return chance.choice(["Un calme", "Un signal", "Une carte"])


def random_sheets(chance: Random, people: int, session: Session = SESSION) -> list[Sheet]:
    """Return the sheets of a room where some leave questions out."""
    return [
        Sheet(
            one.moment,
            f"{'Z' if one.survey else 'A'}{rank}",
            1,
            {
                question.name: respond(chance, question)
                for question in one.questions
                if chance.random() < 0.8
            },
        )
        for rank in range(people)
        for one in session.parts
        if chance.random() < 0.9
    ]


def put(store: Store, sheets: Iterable[Sheet], session: Session = SESSION) -> None:
    """Have these sheets be all that a session gave."""
    store.write(_put, (session, tuple(sheets))).result()


def _put(
    transaction: Transaction, wanted: Iterable[tuple[Session, tuple[Sheet, ...]]]
) -> list[None]:
    connection = transaction.connection
    for session, sheets in wanted:
        for table in (answer, opinion):
            connection.execute(delete(table).where(table.c.session == session.id))
        keys = {one.name: one.key for part in session.parts for one in part.questions}
        for one in sheets:
            place = {"session": session.id, "moment": one.moment}
            if one.moment in session.surveys():
                said = json.dumps(dict(one.answers))
                connection.execute(insert(opinion).values(**place, code=one.code, answers=said))
            for name, response in (
                one.answers.items() if one.moment not in session.surveys() else ()
            ):
                text = written(keys[name], response)
                row = {**place, "learner": one.code, "question": name, "response": text}
                connection.execute(insert(answer).values(row))
    return [None]
