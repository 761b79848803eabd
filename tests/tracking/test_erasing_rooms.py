"""Erasing while the service runs: the page is told why, and nothing of who was there is noted."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest
from tests.copies import run
from tests.tracking.asking import VERSION
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, known_sessions
from tests.tracking.test_rooms import answer, join, opinion, send

from emas.model.codes import new_codes, shown_code
from emas.model.sheet import Sheet
from emas.project import Project
from emas.records.codes import read_codes, session_codes
from emas.records.sheets import keep_sheets, kept_sheets
from emas.tracking.app import create_app
from emas.tracking.catalogue import Session, read_plan
from emas.tracking.settings import Settings
from emas.tracking.store import engine

IN_TIME = date(2027, 1, 13)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The least that is a project, with what the service knows of sessions."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "build" / "suivi").mkdir(parents=True)
    known_sessions(tmp_path / "build" / "suivi")
    return Project(tmp_path)


@pytest.fixture
def settings(project: Project) -> Settings:
    return Settings(
        f"sqlite:///{project.data / 'suivi' / 'suivi.db'}",
        "https://suivi.example",
        project.build / "suivi" / "catalogue.json",
        printed=lambda session: read_codes(project, session).participants,
        today=lambda: IN_TIME,
        project=project,
    )


@pytest.fixture
def client(settings: Settings) -> Iterator[httpx.Client]:
    with running(create_app(settings)) as address, httpx.Client(base_url=address) as found:
        yield found


@pytest.fixture
def session(project: Project) -> Session:
    return read_plan(project.build / "suivi" / "catalogue.json").sessions[NAME]


def holding(project: Project, said: str) -> list[str]:
    """Return the names of the files of the project where those letters are."""
    files = (path for path in project.root.rglob("*") if path.is_file())
    return sorted(path.name for path in files if said.encode() in path.read_bytes())


def test_an_erased_participant_is_told_and_stays_out(
    client: httpx.Client, project: Project, session: Session
) -> None:
    hers, his = session_codes(project, NAME, 2, 0).participants
    question = session.parts[0].questions[0]
    tokens = {code: join(client, code=code).json()["jeton"] for code in (hers, his)}
    for token in tokens.values():
        assert send(client, token, answer(question)).status_code == 200
    done = run(project, "track", "effacer", NAME.upper(), shown_code(hers).lower(), "--oui")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(
        f"Effacé pour le code {shown_code(hers)} de {NAME} :\n"
        "- dans la base : 1 énoncé, 1 réponse, 0 avis ;\n"
    )
    assert send(client, tokens[hers], answer(question)).status_code == 401
    assert send(client, tokens[his], answer(question)).status_code == 200
    said = join(client, code=hers)
    assert (said.status_code, said.json()) == (403, {"raison": "efface"})
    assert holding(project, hers) == []
    assert holding(project, his) == ["codes.json", "suivi.db", "suivi.db-wal"]


def test_no_address_is_written_anywhere(
    client: httpx.Client, project: Project, session: Session
) -> None:
    (code,) = session_codes(project, NAME, 1, 0).participants
    token = join(client, code=code).json()["jeton"]
    bearer = {"Authorization": f"Bearer {token}"}
    assert send(client, token, answer(session.parts[0].questions[0])).status_code == 200
    given = opinion(session) | {"code": next(new_codes())}
    assert client.post("/suivi/avis", json=given, headers=bearer).status_code == 204
    assert join(client, code="faux").status_code == 400
    assert client.get("/xAPI/statements", headers=VERSION).status_code == 401
    assert holding(project, "127.0.0.1") == []
    assert holding(project, code) != []


def test_erasing_is_confirmed_and_told(project: Project) -> None:
    code = next(new_codes())
    wrong = code[:-1] + ("3" if code[-1] != "3" else "4")
    done = run(project, "track", "effacer", NAME, code, text="non\n")
    assert (done.exit_code, done.stderr) == (1, "Erreur : rien n’a été effacé.\n")
    done = run(project, "track", "effacer", NAME, wrong)
    assert f"« {wrong} » n’est pas un code" in done.stderr
    done = run(project, "track", "effacer", "autre", "--oui")
    assert "la session « autre » n’existe pas" in done.stderr
    done = run(project, "track", "effacer", NAME, text="oui\n")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Cette session ne prendra plus aucune réponse." in done.stdout
    assert f"Effacé pour la session {NAME} :\n- dans la base : 0 énoncé" in done.stdout


def test_a_database_that_is_held_is_told_and_the_rows_are_gone(
    client: httpx.Client, project: Project, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = session_codes(project, NAME, 1, 0).participants
    token = join(client, code=code).json()["jeton"]
    assert send(client, token, answer(session.parts[0].questions[0])).status_code == 200
    monkeypatch.setitem(engine.SQLITE_SETTINGS, "busy_timeout", 50)
    database = project.data / "suivi" / "suivi.db"
    with closing(sqlite3.connect(database)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM answer").fetchone() == (1,)
        done = run(project, "track", "effacer", NAME, code, "--oui")
        assert done.exit_code == 1
        assert "la base est occupée et ses fichiers ne sont pas encore nettoyés" in done.stderr
    again = run(project, "track", "effacer", NAME, code, "--oui")
    assert (again.exit_code, again.stderr, holding(project, code)) == (0, "", [])


def test_what_is_over_is_purged_by_the_command_too(project: Project) -> None:
    done = run(project, "track", "purger")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "Rien à effacer.\n", "")
    catalogue = project.build / "suivi" / "catalogue.json"
    catalogue.write_text(catalogue.read_text("utf-8").replace('"2027-', '"2020-'), "utf-8")
    keep_sheets(project, NAME, [Sheet("acquis", "K7FMXR4", 1, {})], ())
    done = run(project, "track", "purger")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"{NAME} : 0 énoncé, 0 réponse, 0 avis, 1 feuille.\n1 session : conservation terminée.\n"
    )


def test_the_service_purges_when_it_starts(project: Project, settings: Settings) -> None:
    keep_sheets(project, NAME, [Sheet("acquis", "K7FMXR4", 1, {})], ())
    told: list[str] = []
    later = replace(
        settings, today=lambda: date(2029, 1, 1), report=lambda event, _: told.append(event)
    )
    with running(create_app(later)):
        end = time.monotonic() + 10
        while kept_sheets(project, NAME) and time.monotonic() < end:
            time.sleep(0.02)
    assert (kept_sheets(project, NAME), told) == ((), ["purge"])
