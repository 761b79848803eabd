"""Statements that leave for another service: each arrives once, whatever breaks on the way."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from tests.copies import run
from tests.tracking import room
from tests.tracking.asking import Statement, statement
from tests.tracking.conftest import NAME, PASSWORD
from tests.tracking.room import CODES, QUESTIONS
from tests.tracking.serving import running
from tests.tracking.test_merging import project, statements
from tests.tracking.writing import opened, write

from emas.model.erasure import Erased
from emas.tracking.app import create_app
from emas.tracking.exchange.forwarding import Forwarder
from emas.tracking.exchange.remote import LaterError, Remote
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.accounts import Account, keep
from emas.tracking.store.erasing import Erasing, Target, erase
from emas.tracking.store.forwarding import Refused, Step, advance, done_through, set_aside

POISON = "urn:poison"


class Faults:
    """The other service, with what goes wrong on the way: `next` says what, request by request.

    « 500 »: refused; « coupe »: stored, and the answer lost. A statement about `POISON` breaks it.
    """

    def __init__(self) -> None:
        self.app: ASGIApp = Starlette()
        self.next: list[str] = []
        self.poison = 0
        self.posts = 0

    def before(self, app: ASGIApp) -> ASGIApp:
        """Stand before `app`."""
        self.app = app
        return self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        self.posts += 1
        body = await _body(receive)
        fault = self.next.pop(0) if self.next else ""
        if self.poison and POISON.encode() in body:
            fault = str(self.poison)
        if fault == "coupe":
            await self.app(scope, _again(body), _nowhere)
            raise ConnectionResetError
        if fault:
            await send({"type": "http.response.start", "status": int(fault), "headers": []})
            await send({"type": "http.response.body", "body": b"[]"})
            return
        await self.app(scope, _again(body), send)


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    return body


def _again(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def _nowhere(message: Message) -> None:
    """Lose what is answered."""


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Store]]:
    with room.stores(tmp_path_factory.mktemp("suivi")) as found:
        yield found


class Both:
    """A store here, and another service on a port, with an account."""

    def __init__(self, here: Store, there: Store, faults: Faults, address: str) -> None:
        self.here, self.there, self.faults = here, there, faults
        self.remote = Remote(f"{address}/xAPI", NAME, PASSWORD)
        self.reports: list[tuple[str, Mapping[str, object]]] = []
        self.forwarder = self.another()

    def another(self) -> Forwarder:
        """Return what forwards after a restart."""
        return Forwarder(self.here, self.remote, self.told)

    def told(self, event: str, said: Mapping[str, object]) -> None:
        self.reports.append((event, said))

    def send(self, most: int = 50) -> None:
        """Go on until nothing waits, as `run` does without waiting."""
        for _ in range(most):
            try:
                if not self.forwarder.round():
                    return
            except LaterError:
                continue
        raise AssertionError("it never ends")

    def ids(self, store: Store) -> set[str]:
        return set(statements(store))


@pytest.fixture
def both(new: Callable[[], Store], tmp_path: Path, password_hash: str) -> Iterator[Both]:
    database = f"sqlite:///{tmp_path / 'autre.db'}"
    with opened(database) as there:
        there.write(keep, Account(NAME, password_hash)).result()
        faults, app = Faults(), create_app(Settings(database, "https://autre.example"))
        app.add_middleware(faults.before)
        with running(app) as address:
            yield Both(new(), there, faults, address)


def fill(store: Store, count: int = 120) -> list[Statement]:
    """Write statements of a program; return them."""
    made = [statement(timestamp="2027-01-13T10:00:00Z") for _ in range(count)]
    write(store, *made)
    return made


def test_each_statement_arrives_once_with_its_id(both: Both) -> None:
    fill(both.here)
    room.tell(both.here, CODES[0], room.answer(CODES[0], "acquis", QUESTIONS[0].name, [0], 1))
    both.send()
    assert both.ids(both.there) == both.ids(both.here)
    assert both.faults.posts == 3
    both.send()
    assert both.faults.posts == 3


@pytest.mark.parametrize("faults", [["500"], ["coupe"], ["", "coupe", "500", "503"]])
def test_a_failure_or_a_lost_reply_changes_nothing(both: Both, faults: list[str]) -> None:
    both.faults.next = faults
    fill(both.here)
    both.send()
    assert statements(both.there).keys() == statements(both.here).keys()
    assert both.reports == []


@pytest.mark.parametrize("status", [400, 500])
def test_one_statement_that_is_refused_holds_no_other_back(both: Both, status: int) -> None:
    both.faults.poison = status
    fill(both.here, 30)
    bad = statement(object={"id": POISON})
    write(both.here, bad)
    fill(both.here, 30)
    both.send()
    assert both.ids(both.here) - both.ids(both.there) == {bad["id"]}
    assert both.reports == [("énoncé mis de côté", {"numero": 31, "statut": status})]


def test_what_was_set_aside_is_tried_again_after_a_restart(both: Both) -> None:
    both.faults.poison = 400
    write(both.here, statement(object={"id": POISON}))
    both.send()
    both.faults.poison = 0
    assert len(both.here.read(set_aside, both.remote.url)) == 1
    again = both.another()
    again.try_again()
    assert both.here.read(set_aside, both.remote.url) == []
    assert both.ids(both.there) == both.ids(both.here)
    assert again.round() is False


def test_a_statement_that_is_there_already_is_done_and_another_is_told(both: Both) -> None:
    known, other = fill(both.here, 2)
    write(both.there, known, other | {"object": {"id": "urn:autre"}})
    both.send()
    assert [said["statut"] for _, said in both.reports] == [409]


def test_a_free_text_stays_here_and_so_does_what_was_erased(both: Both) -> None:
    kept, text = QUESTIONS[0].name, QUESTIONS[3].name
    for code in CODES[:2]:
        room.tell(
            both.here,
            code,
            room.answer(code, "acquis", kept, [0], 1),
            room.answer(code, "acquis", text, "une phrase", 2),
        )
    target = Target(room.NAME, CODES[1])
    marks = Erased().adding(target.name)
    both.here.write(erase, Erasing(target, marks)).result()
    both.send()
    (arrived,) = statements(both.there).values()
    assert arrived[0]["result"]["response"] == "r0"  # type: ignore[index]
    assert "une phrase" not in json.dumps(arrived)


def test_what_is_done_and_set_aside_is_kept(database: str) -> None:
    with opened(database) as store:
        fill(store, 3)
        refused = (Refused(2, 400), Refused(9, 400))  # 9 was erased meanwhile
        store.write(advance, Step("https://a", 3, refused)).result()
        assert store.read(done_through, "https://a") == 3
        assert [one.seq for one in store.read(set_aside, "https://a")] == [2]
        store.write(advance, Step("https://a", 3, released=(2,))).result()
        assert store.read(set_aside, "https://a") == []
        assert store.read(done_through, "https://b") == 0


def test_a_network_that_is_cut_loses_nothing_and_the_queue_goes_on(both: Both) -> None:
    fill(both.here)
    gone = Forwarder(both.here, Remote("http://127.0.0.1:9/xAPI", NAME, PASSWORD), both.told)
    with pytest.raises(LaterError):
        gone.round()
    wrong = Forwarder(both.here, Remote(both.remote.url, NAME, "faux"), both.told)
    with pytest.raises(LaterError, match="401"):
        wrong.round()
    stop = threading.Event()
    thread = threading.Thread(target=both.forwarder.run, args=(stop, 0.01))
    both.faults.next = ["500", "coupe"]
    thread.start()
    last = both.here.read(done_through, both.remote.url)
    while last < 120 and thread.is_alive():
        stop.wait(0.02)
        last = both.here.read(done_through, both.remote.url)
    stop.set()
    thread.join()
    assert both.ids(both.there) == both.ids(both.here)
    assert [event for event, _ in both.reports] == [
        "transmission plus tard",
        "transmission reprise",
    ]


def test_a_service_that_stops_goes_on_where_it_was(both: Both, tmp_path: Path) -> None:
    settings = Settings(
        f"sqlite:///{tmp_path / 'ici.db'}", "https://ici.example", forward=both.remote
    )
    for count in (60, 120):
        with opened(settings.database) as here:
            fill(here, 60)
        posts = both.faults.posts
        with running(create_app(settings)), opened(settings.database) as here:
            wait = threading.Event()
            while here.read(done_through, both.remote.url) < count:
                wait.wait(0.02)
        assert len(both.ids(both.there)) == count
        assert both.faults.posts == posts + 2


class Portal(BaseHTTPRequestHandler):
    """What stands between a computer and the network until somebody signs in."""

    def do_POST(self) -> None:
        self.send_response(302 if self.path == "/302/statements" else 200)
        self.send_header("Location", "/connexion")
        self.end_headers()
        self.wfile.write(b"<p>Connectez-vous")

    do_GET = do_POST  # noqa: N815 - the name that the library gives

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize("status", [200, 302])
def test_what_is_no_xapi_service_keeps_nothing(new: Callable[[], Store], status: int) -> None:
    store = new()
    fill(store, 1)
    with HTTPServer(("127.0.0.1", 0), Portal) as portal:
        thread = threading.Thread(target=portal.serve_forever)
        thread.start()
        remote = Remote(f"http://127.0.0.1:{portal.server_port}/{status}", NAME, PASSWORD)
        with pytest.raises(LaterError):
            Forwarder(store, remote, lambda *_: None).round()
        portal.shutdown()
        thread.join()
    assert store.read(done_through, remote.url) == 0


@pytest.mark.parametrize(
    ("url", "environment"),
    [
        ("http://lrs.example/xAPI", {"NOM": "a", "MOT_DE_PASSE": "b"}),
        ("https://a:b@lrs.example/xAPI", {"NOM": "a", "MOT_DE_PASSE": "b"}),
        ("https://lrs.example/xAPI", {"NOM": "a"}),
        ("lrs.example", {}),
    ],
)
def test_an_account_is_never_in_the_clear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, environment: dict[str, Any]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(f"EMAS_SUIVI_TRANSMETTRE_{name}", value)
    done = run(project(tmp_path), "track", "serve", "--port", "0", "--transmettre-a", url)
    assert (done.exit_code, "Erreur" in done.stderr) == (2, True)
