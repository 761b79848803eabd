"""Participants: they join by a code, write answers and nothing else, and are nobody."""

import json
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.tracking.asking import VERSION
from tests.tracking.conftest import ENGINES, new
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, known_sessions

from emas.model.codes import new_codes
from emas.model.moment import AskedQuestion
from emas.tracking.app import create_app
from emas.tracking.catalogue import Session, read_plan
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.reading import by_id
from emas.tracking.store.rooms import Room, answers_of, open_rooms, opinions_of

PRINTED, MINE, OPINION = islice(new_codes(), 3)
IN_TIME, EARLY, LATE = date(2027, 1, 13), date(2026, 12, 1), date(2027, 3, 1)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue of the eight fixture sessions."""
    return known_sessions(tmp_path_factory.mktemp("suivi"))


BOTH = pytest.mark.parametrize("database", ENGINES, indirect=True)
"""Where the database matters; the rest is asked of SQLite alone."""


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is empty."""
    return new(getattr(request, "param", "sqlite"), request, tmp_path)


@pytest.fixture
def day() -> date:
    return IN_TIME


@pytest.fixture
def client(database: str, known: Path, day: date) -> Iterator[httpx.Client]:
    """A page's connection to the service, on that day."""
    settings = Settings(
        database,
        "https://suivi.example",
        known,
        printed=lambda session: {PRINTED} if session == NAME else (),
        today=lambda: day,
    )
    with running(create_app(settings)) as address, httpx.Client(base_url=address) as found:
        yield found


@pytest.fixture
def session(known: Path) -> Session:
    return read_plan(known).sessions[NAME]


@pytest.fixture
def question(session: Session) -> AskedQuestion:
    return session.parts[0].questions[0]


def on_the_wall(database: str) -> str:
    """Return the code of the room, as it is shown."""
    store = Store(database)
    try:
        return store.write(open_rooms, Room(NAME, "ABCDEFGH")).result()
    finally:
        store.close()


def join(client: httpx.Client, **asked: str) -> httpx.Response:
    return client.post("/suivi/rejoindre", json={"session": NAME, **asked})


def answer(question: AskedQuestion, response: str = "r0", **changed: Any) -> dict[str, Any]:
    """Return the statement of a page, as docs/formats/suivi-http.md says."""
    return {
        "id": str(uuid.uuid4()),
        "actor": {"account": {"homePage": f"urn:x-emas:session:{NAME}", "name": "whoever"}},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
        "object": {"id": f"urn:x-emas:question:{question.name}"},
        "result": {"response": response},
        "context": {"contextActivities": {"parent": [{"id": f"urn:x-emas:moment:{NAME}:acquis"}]}},
        **changed,
    }


def send(client: httpx.Client, token: str, *statements: dict[str, Any]) -> httpx.Response:
    headers = VERSION | {"Authorization": f"Bearer {token}"}
    return client.post("/xAPI/statements", json=list(statements), headers=headers)


def read(database: str, function: Callable[..., Any], *args: Any) -> Any:
    store = Store(database)
    try:
        return store.read(function, *args)
    finally:
        store.close()


@BOTH
def test_the_code_of_the_room_lets_in_and_gives_a_code(client: httpx.Client, database: str) -> None:
    code = on_the_wall(database)
    said = join(client, seance=f"{code[:4].lower()}-{code[4:]}")
    assert said.status_code == 200
    assert (said.json()["session"], len(said.json()["code"])) == (NAME, 7)
    assert said.json()["expire"] == "2027-01-28T00:00:00Z"


def test_a_printed_code_is_enough_and_is_kept(client: httpx.Client) -> None:
    said = join(client, code=f"{PRINTED[:3]}-{PRINTED[3:]}".lower())
    assert (said.status_code, said.json()["code"]) == (200, PRINTED)


def test_joining_again_gives_another_token_to_the_same_learner(
    client: httpx.Client, question: AskedQuestion
) -> None:
    first, second = (join(client, code=PRINTED).json()["jeton"] for _ in range(2))
    assert first != second
    assert send(client, first, answer(question)).status_code == 200
    assert send(client, second, answer(question)).status_code == 200


@pytest.mark.parametrize(
    ("asked", "status", "why"),
    [
        ({"code": MINE}, 404, "seance-inconnue"),
        ({"seance": "BCDFGHJK"}, 404, "seance-inconnue"),
        ({"code": "AAAAAAA"}, 400, "code-personnel"),
        ({"session": "autre", "code": PRINTED}, 404, "seance-inconnue"),
        ({}, 404, "seance-inconnue"),
    ],
)
def test_nobody_joins_without_a_code(
    client: httpx.Client, asked: dict[str, str], status: int, why: str
) -> None:
    said = client.post("/suivi/rejoindre", json={"session": NAME, **asked})
    assert (said.status_code, said.json()) == (status, {"raison": why})


@pytest.mark.parametrize(("day", "why"), [(EARLY, "pas-ouverte"), (LATE, "fermee")])
def test_a_code_works_on_its_days_only(client: httpx.Client, why: str) -> None:
    said = join(client, code=PRINTED)
    assert (said.status_code, said.json()) == (403, {"raison": why})


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 9999, b"\xff", b'{"session": 1}'])
def test_any_body_has_an_answer(client: httpx.Client, body: bytes) -> None:
    assert client.post("/suivi/rejoindre", content=body).status_code in (400, 404)


def test_codes_are_guessed_by_nobody(client: httpx.Client) -> None:
    tried = [join(client, seance="ZZZZZZZZ").status_code for _ in range(40)]
    assert tried[:30] == [404] * 30
    assert set(tried[31:]) == {429}


def test_a_whole_room_joins_within_a_minute_behind_one_address(
    client: httpx.Client, database: str
) -> None:
    code = on_the_wall(database)
    mistyped = [join(client, seance="ZZZZZZZZ").status_code for _ in range(60)]
    with ThreadPoolExecutor(20) as phones:
        said = list(phones.map(lambda _: join(client, seance=code), range(60)))
    assert set(mistyped) == {404, 429}
    assert [one.status_code for one in said] == [200] * 60
    assert len({one.json()["code"] for one in said}) == 60


@BOTH
def test_an_answer_is_kept_with_what_the_service_knows(
    client: httpx.Client, database: str, question: AskedQuestion
) -> None:
    token = join(client, code=PRINTED).json()["jeton"]
    sent = answer(question, result={"response": "r1", "success": True, "score": {"scaled": 1}})
    assert send(client, token, sent).json() == [sent["id"]]
    kept = json.loads(read(database, partial(by_id, voided=False), sent["id"]).body)
    assert kept["actor"]["account"]["name"] == PRINTED
    assert kept["result"] == {"response": "r1", "score": {"scaled": 0.0}, "success": False}
    assert kept["object"]["definition"]["interactionType"] == "choice"
    assert read(database, answers_of, NAME) == {("acquis", PRINTED): {question.name: "r1"}}


@BOTH
def test_the_same_answer_twice_is_one_and_another_replaces_it(
    client: httpx.Client, database: str, question: AskedQuestion
) -> None:
    token = join(client, code=PRINTED).json()["jeton"]
    sent = answer(question)
    for _ in range(2):
        assert send(client, token, sent).status_code == 200
    assert send(client, token, answer(question, "r1")).status_code == 200
    assert send(client, token, sent | {"result": {"response": "r1"}}).status_code == 409
    assert read(database, answers_of, NAME) == {("acquis", PRINTED): {question.name: "r1"}}


@pytest.mark.parametrize(
    "changed",
    [
        {"verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}},
        {"verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}},
        {"object": {"id": "urn:x-emas:question:aut-q01@00000000"}},
        {"object": {"id": "https://exemple.fr/q"}},
        {"object": {"objectType": "Agent", "mbox": "mailto:a@b.fr"}},
        {"result": {"response": "r9"}},
        {"result": {"response": "'; DROP TABLE answer; --"}},
        {"result": {}},
        {"context": {}},
        {"context": {"contextActivities": {"parent": [{"id": "urn:x-emas:moment:autre:acquis"}]}}},
    ],
)
def test_a_participant_writes_answers_to_what_is_asked_and_nothing_else(
    client: httpx.Client, database: str, question: AskedQuestion, changed: dict[str, Any]
) -> None:
    token = join(client, code=PRINTED).json()["jeton"]
    assert send(client, token, answer(question), answer(question, **changed)).status_code == 400
    assert read(database, answers_of, NAME) == {}


def test_a_token_reads_nothing(client: httpx.Client) -> None:
    token = join(client, code=PRINTED).json()["jeton"]
    headers = VERSION | {"Authorization": f"Bearer {token}"}
    for path in ("statements", "activities/state?activityId=urn:x&agent={}", "agents?agent={}"):
        assert client.get(f"/xAPI/{path}", headers=headers).status_code == 403


@pytest.mark.parametrize("token", ["x", "a" * 9999, "." * 43])
def test_another_token_lets_nobody_in(
    client: httpx.Client, question: AskedQuestion, token: str
) -> None:
    headers = VERSION | {"Authorization": f"Bearer {token}"}
    said = client.post("/xAPI/statements", json=answer(question), headers=headers)
    assert said.status_code == 401


def opinion(session: Session, response: object = 4) -> dict[str, Any]:
    survey = next(part for part in session.parts if part.survey)
    return {
        "format": "emas-reponses-1",
        "session": NAME,
        "moment": survey.moment,
        "code": OPINION,
        "numero": 1,
        "reponses": {survey.questions[0].name: response},
    }


@BOTH
def test_an_opinion_is_kept_under_its_own_code(
    client: httpx.Client, database: str, session: Session
) -> None:
    token = join(client, code=PRINTED).json()["jeton"]
    headers = {"Authorization": f"Bearer {token}"}
    for _ in range(2):
        said = client.post("/suivi/avis", json=opinion(session), headers=headers)
        assert said.status_code == 204
    (kept,) = read(database, opinions_of, NAME)
    assert (kept.code, list(kept.answers.values())) == (OPINION, [4])
    assert read(database, answers_of, NAME) == {}


def test_an_opinion_needs_a_token_and_a_survey(client: httpx.Client, session: Session) -> None:
    assert client.post("/suivi/avis", json=opinion(session)).status_code == 401
    token = join(client, code=PRINTED).json()["jeton"]
    headers = {"Authorization": f"Bearer {token}"}
    wrong = opinion(session) | {"moment": "acquis"}
    assert client.post("/suivi/avis", json=wrong, headers=headers).status_code == 400
    assert client.post("/suivi/avis", content=b"{", headers=headers).status_code == 400


def test_the_service_says_that_it_is_there(client: httpx.Client) -> None:
    assert client.get("/suivi/etat").json() == {"service": "emas-suivi-1"}
