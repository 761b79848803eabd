"""What somebody in the room could try: each attempt is refused, and changes nothing."""

import json
import socket
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from tests.tracking.asking import VERSION, Statement
from tests.tracking.phones import statement
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, known_sessions
from tests.tracking.test_rooms import IN_TIME, read

from emas.model.codes import new_codes
from emas.tracking.app import create_app
from emas.tracking.catalogue import read_plan
from emas.tracking.rooms.joining import hashed
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.rooms import Token, answers_of, give

ONE, OTHER = islice(new_codes(), 2)
QUESTION = "aut-q01@18a87277"
INJECTED = ("' OR '1'='1", '"; DROP TABLE statement; --', "1 UNION SELECT hash FROM token", "%' --")


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'suivi.db'}"


@pytest.fixture
def client(database: str, tmp_path: Path) -> Iterator[httpx.Client]:
    """A phone of the room; the site is in a folder beside what must never be served."""
    known = known_sessions(tmp_path)
    site = tmp_path / "site"
    (site / "sessions").mkdir(parents=True)
    (site / "index.html").write_text("le site", "utf-8")
    settings = Settings(
        database,
        "https://suivi.example",
        known,
        site=site,
        printed=lambda session: {ONE, OTHER} if session == NAME else (),
        today=lambda: IN_TIME,
    )
    with running(create_app(settings)) as address, httpx.Client(base_url=address) as found:
        yield found


def token(client: httpx.Client, code: str) -> str:
    said = client.post("/suivi/rejoindre", json={"session": NAME, "code": code})
    jeton: str = said.json()["jeton"]
    return jeton


def send(client: httpx.Client, token: str, *statements: Statement) -> int:
    headers = VERSION | {"Authorization": f"Bearer {token}"}
    said = client.post("/xAPI/statements", json=list(statements), headers=headers)
    return said.status_code


def test_an_answer_of_somebody_else_sent_again_is_not_theirs_to_change(
    client: httpx.Client, database: str
) -> None:
    mine, theirs = token(client, ONE), token(client, OTHER)
    sent = statement(ONE, "acquis", QUESTION, "r0", 0)
    assert send(client, mine, sent) == 200
    assert send(client, theirs, sent) == 409
    assert send(client, theirs, statement(ONE, "acquis", QUESTION, "r1", 5)) == 200
    kept = read(database, answers_of, NAME)
    assert kept["acquis", ONE] == {QUESTION: "r0"}
    assert kept["acquis", OTHER] == {QUESTION: "r1"}


def test_a_token_that_is_over_lets_nobody_in(client: httpx.Client, database: str) -> None:
    store = Store(database)
    store.write(give, Token(hashed("vieux"), NAME, ONE, 1)).result()
    store.close()
    assert send(client, "vieux", statement(ONE, "acquis", QUESTION, "r0", 0)) == 401


@pytest.mark.parametrize("text", INJECTED)
def test_what_looks_like_sql_is_a_text(client: httpx.Client, database: str, text: str) -> None:
    asked = {"session": text, "seance": text, "code": text}
    for name in asked:
        said = client.post("/suivi/rejoindre", json={"session": NAME, "code": ONE, name: text})
        assert said.status_code in (200, 400, 404)
    jeton = token(client, ONE)
    assert send(client, text, statement(ONE, "acquis", QUESTION, "r0", 0)) == 401
    for changed in ({"moment": text}, {"question": text}, {"response": text}, {"code": text}):
        asks = {"code": ONE, "moment": "acquis", "question": QUESTION, "response": "r0", **changed}
        assert send(client, jeton, statement(**asks, at=1)) in (200, 400)
    assert set(read(database, answers_of, NAME)) <= {("acquis", ONE)}


DEEP = b"[" * 100_000 + b"]" * 100_000
LARGE = json.dumps({"session": "a" * 300_000}).encode()
MANY = json.dumps([{}] * 51).encode()


@pytest.mark.parametrize("path", ["/suivi/rejoindre", "/suivi/avis", "/xAPI/statements"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [(DEEP, {400}), (LARGE, {413}), (MANY, {400, 413}), (b"\xff\xfe", {400}), (b"", {400})],
    ids=["deep", "large", "many", "no-text", "nothing"],
)
def test_a_body_that_would_cost_much_is_refused(
    client: httpx.Client, path: str, body: bytes, expected: set[int]
) -> None:
    headers = VERSION | {
        "Authorization": f"Bearer {token(client, ONE)}",
        "Content-Type": "application/json",
    }
    assert client.post(path, content=body, headers=headers).status_code in expected


OUTSIDE = (
    "/../catalogue.json",
    "/..%2fcatalogue.json",
    "/%2e%2e/catalogue.json",
    "/sessions/../../suivi.db",
    "/sessions/..%5c..%5csuivi.db",
    "/catalogue.json",
    "/suivi.db",
    f"/{quote('/etc/passwd', safe='')}",
    "//etc/passwd",
    "/bureau/fichiers/../../catalogue.json",
    "/bureau/fichiers/%2e%2e%2fcatalogue.json",
)


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_of_the_site_is_served(client: httpx.Client, path: str) -> None:
    with socket.create_connection((client.base_url.host, client.base_url.port or 0)) as phone:
        phone.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        said = b"".join(iter(lambda: phone.recv(65536), b""))
    assert said.split()[1] in (b"404", b"400", b"303", b"403", b"421")
    assert b"root:" not in said
    assert b"emas-catalogue" not in said


def test_the_key_of_a_question_is_given_to_nobody(client: httpx.Client, tmp_path: Path) -> None:
    asked = read_plan(tmp_path / "catalogue.json").sessions[NAME].parts[0].questions[0]
    assert asked.key["right"]
    jeton = token(client, ONE)
    headers = VERSION | {"Authorization": f"Bearer {jeton}"}
    for path in ("/xAPI/statements", "/xAPI/activities?activityId=x:a", "/suivi/etat"):
        assert "right" not in client.get(path, headers=headers).text
