"""Whether all is well, what requests come to, who did what: nothing of it is about anybody."""

import json
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.copies import run
from tests.tracking.asking import VERSION
from tests.tracking.desks import PASSWORD, WHO, enter
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, known_sessions
from tests.tracking.test_desk import change
from tests.tracking.test_durability import locked
from tests.tracking.test_rooms import answer, join, opinion, send
from tests.tracking.test_serve import serving

from emas.model.codes import new_codes
from emas.project import Project
from emas.records.codes import session_codes
from emas.tracking import auth
from emas.tracking.app import create_app
from emas.tracking.catalogue import read_plan
from emas.tracking.desk import passwords
from emas.tracking.keeping import health
from emas.tracking.keeping.counting import Counts
from emas.tracking.settings import Settings
from emas.tracking.store import accounts, engine
from emas.tracking.store.accounts import Account
from emas.tracking.store.auditing import Deed, note
from emas.tracking.store.desk import Coordinator, keep

ELSEWHERE = "127.0.0.9"
"""The address of a telephone; nothing else in these tests has it."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The least that is a project, with a session that awaits answers on any day."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "build" / "suivi").mkdir(parents=True)
    catalogue = known_sessions(tmp_path / "build" / "suivi")
    content = json.loads(catalogue.read_text("utf-8"))
    for moment in content["sessions"][NAME]["moments"]:
        moment["attendu"] = ["2000-01-01", "2999-12-31"]
    catalogue.write_text(json.dumps(content), encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def database(project: Project) -> str:
    return f"sqlite:///{project.data / 'suivi' / 'suivi.db'}"


@pytest.fixture
def client(database: str) -> Iterator[httpx.Client]:
    with (
        running(create_app(Settings(database, "http://127.0.0.1:8710"))) as address,
        httpx.Client(base_url=address, headers={"Origin": address}) as found,
    ):
        yield found


def test_what_is_done_is_in_the_journal(
    client: httpx.Client, database: str, project: Project
) -> None:
    hashed = passwords.hashed(PASSWORD)
    change(database, keep, Coordinator(passwords.key_of(WHO), passwords.clean_name(WHO), hashed))
    change(database, note, Deed("commande", "effacement", NAME))
    assert enter(client, WHO, "faux").status_code == 403
    assert client.get("/bureau/journal").status_code == 303
    enter(client)
    page = client.get("/bureau/journal").text
    said = ["entrée dans le bureau", "entrée refusée", "effacement"]
    assert [one in page for one in (*said, NAME, "Zoé Martin", "faux")] == [True] * 5 + [False]
    done = run(project, "track", "journal")
    assert (done.exit_code, done.stderr) == (0, "")
    rows = [line.split("\t")[2:] for line in done.stdout.splitlines()]
    assert rows == [
        ["Zoé Martin", "entrée dans le bureau"],
        ["", "entrée refusée"],
        ["commande", "effacement", NAME],
    ]


def test_health_is_whether_the_database_can_be_written(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engine.SQLITE_SETTINGS, "busy_timeout", 50)
    monkeypatch.setattr(health, "AGAIN_S", 0)
    with running(create_app(Settings(database, "http://127.0.0.1"))) as address:
        well = httpx.get(f"{address}/healthz")
        assert (well.status_code, well.json()) == (200, {"status": "ok"})
        with locked(database):
            ill = httpx.get(f"{address}/healthz")
            assert (ill.status_code, ill.json()) == (503, {"status": "unavailable"})
            assert "\nemas_store_up 0\n" in httpx.get(f"{address}/metrics").text
        assert httpx.get(f"{address}/healthz").status_code == 200


def test_metrics_are_for_this_computer_or_an_account(client: httpx.Client, database: str) -> None:
    assert client.get("/xAPI/about").status_code == 200
    assert client.get("/xAPI/K7FMXR4").status_code == 404
    assert client.get("/K7FMXR4").status_code == 404
    text = client.get("/metrics").text
    assert 'emas_requests_total{part="xAPI",method="GET",status="200"} 1\n' in text
    assert 'emas_request_seconds_count{part="xAPI"} 2\n' in text
    assert "\nemas_store_up 1\n" in text
    assert "\nemas_statements_total 0\n" in text
    assert "K7FMXR4" not in text
    passed_on = {"X-Forwarded-For": "203.0.113.7"}
    assert client.get("/metrics", headers=passed_on).status_code == 401
    change(database, accounts.keep, Account("veille", auth.hashed("un mot")))
    asked = client.get("/metrics", headers=passed_on, auth=("veille", "un mot"))
    assert asked.status_code == 200


def test_durations_are_those_of_a_histogram() -> None:
    counts = Counts(started=1.0)
    for seconds in (0.001, 0.05, 0.06, 99.0):
        counts.add("xAPI", "GET", 200, seconds)
    found = {
        line.split('le="')[1].split('"')[0]: int(line.split()[-1])
        for line in counts.lines()
        if "_bucket" in line
    }
    assert (found["0.005"], found["0.05"], found["0.1"]) == (1, 2, 3)
    assert (found["10.0"], found["+Inf"]) == (3, 4)


def test_no_address_is_written_nor_said(project: Project) -> None:
    """A telephone joins, answers, says an opinion, and makes every kind of mistake."""
    (code,) = session_codes(project, NAME, 1, 0).participants
    session = read_plan(project.build / "suivi" / "catalogue.json").sessions[NAME]
    log = project.root / "technique.jsonl"
    telephone = httpx.HTTPTransport(local_address=ELSEWHERE)
    with serving(project.root, "--journal-technique", str(log)) as (service, address):
        with httpx.Client(base_url=address, transport=telephone) as client:
            token = join(client, code=code).json()["jeton"]
            bearer = {"Authorization": f"Bearer {token}"}
            assert send(client, token, answer(session.parts[0].questions[0])).status_code == 200
            given = opinion(session) | {"code": next(new_codes())}
            assert client.post("/suivi/avis", json=given, headers=bearer).status_code == 204
            assert join(client, code="faux").status_code == 400
            assert client.get("/xAPI/statements", headers=VERSION).status_code == 401
            assert client.get(f"/sessions/{code}?code={code}").status_code == 404
        port = int(address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), 5, (ELSEWHERE, 0)) as broken:
            broken.sendall(b"\x00 nonsense\r\n\r\n")
            assert broken.recv(100).startswith(b"HTTP/1.1 400")
        service.send_signal(signal.SIGTERM)
        out, err = service.communicate(timeout=20)
    assert ELSEWHERE not in out + err
    assert "Traceback" not in err
    files = [path for path in project.root.rglob("*") if path.is_file()]
    assert [path.name for path in files if ELSEWHERE.encode() in path.read_bytes()] == []
    assert sorted(path.name for path in (project.data / "suivi").iterdir()) == ["suivi.db"]
    events = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [one["statut"] for one in events] == [200, 200, 204, 400, 401, 404]
    assert set(events[0]) == {"heure", "evenement", "partie", "methode", "statut", "ms"}
    assert code not in log.read_text("utf-8")


def test_the_database_is_its_owner_s_alone(client: httpx.Client, project: Project) -> None:
    assert client.get("/healthz").status_code == 200
    folder = project.data / "suivi"
    rights = {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())}
    assert rights == {"suivi": 0o700, "suivi.db": 0o600, "suivi.db-wal": 0o600} | {
        "suivi.db-shm": 0o600
    }
