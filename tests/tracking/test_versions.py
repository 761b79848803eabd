"""Versions of questions: a page that is older than the catalogue still answers."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, known_sessions
from tests.tracking.test_rooms import PRINTED, answer, join, read, send
from tests.tracking.writing import opened

from emas.model.results import results
from emas.tracking.app import create_app
from emas.tracking.catalogue import Session, read_plan
from emas.tracking.rooms.gathering import sheets_of
from emas.tracking.settings import Settings
from emas.tracking.store.reading import by_id
from emas.tracking.store.rooms import answers_of

OLD, NEW = "aut-q01@18a87277", "aut-q01@99999999"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The catalogue of the fixture sessions, before its question changes."""
    written = known_sessions(tmp_path_factory.mktemp("suivi")).read_text("utf-8")
    content: dict[str, Any] = json.loads(written)
    return content


def changed(content: dict[str, Any], **said: object) -> dict[str, Any]:
    """Return a catalogue whose question has another version, whose right answer is the second."""
    again: dict[str, Any] = json.loads(json.dumps(content).replace(OLD, NEW))
    question = again["sessions"][NAME]["moments"][0]["questions"][0]
    question["cle"]["right"] = [1]
    question |= said
    return again


@contextmanager
def service(folder: Path, content: dict[str, Any]) -> Iterator[httpx.Client]:
    """Give a connection to the service, started with that catalogue on the same database."""
    path = folder / "catalogue.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    settings = Settings(
        f"sqlite:///{folder / 'suivi.db'}",
        "https://suivi.example",
        path,
        printed=lambda _: {PRINTED},
        today=lambda: date(2027, 1, 13),
    )
    with running(create_app(settings)) as address, httpx.Client(base_url=address) as client:
        yield client


def known(folder: Path) -> Session:
    return read_plan(folder / "catalogue.json").sessions[NAME]


def test_an_answer_to_an_old_version_has_its_old_score(
    tmp_path: Path, first: dict[str, Any]
) -> None:
    with service(tmp_path, first) as client:
        token = join(client, code=PRINTED).json()["jeton"]
        question = known(tmp_path).parts[0].questions[0]
    with service(tmp_path, changed(first)) as client:
        sent = answer(question, "r0")
        assert send(client, token, sent).status_code == 200
    database = f"sqlite:///{tmp_path / 'suivi.db'}"
    kept = json.loads(read(database, partial(by_id, voided=False), sent["id"]).body)
    assert (kept["object"]["id"], kept["result"]["success"]) == (f"urn:x-emas:question:{OLD}", True)
    parts = known(tmp_path).parts
    with opened(database) as store:
        (line,) = results(parts, sheets_of(store, NAME, parts)).parts[0].questions
    assert (line.question.name, line.respondents, line.outdated) == (NEW, None, 1)


def test_a_version_never_seen_and_one_not_collected_any_more_are_refused(
    tmp_path: Path, first: dict[str, Any]
) -> None:
    with service(tmp_path, first) as client:
        token = join(client, code=PRINTED).json()["jeton"]
        question = known(tmp_path).parts[0].questions[0]
        later = answer(question, object={"id": f"urn:x-emas:question:{NEW}"})
        assert send(client, token, later).status_code == 400
    with service(tmp_path, changed(first, recueillie=False)) as client:
        assert send(client, token, answer(question)).status_code == 400


def test_a_session_that_is_gone_takes_nothing_more_and_keeps_what_it_has(
    tmp_path: Path, first: dict[str, Any]
) -> None:
    with service(tmp_path, first) as client:
        token = join(client, code=PRINTED).json()["jeton"]
        question = known(tmp_path).parts[0].questions[0]
        assert send(client, token, answer(question)).status_code == 200
    less = {**first, "sessions": {}}
    with service(tmp_path, less) as client:
        assert send(client, token, answer(question)).status_code == 401
        assert join(client, code=PRINTED).status_code == 404
    database = f"sqlite:///{tmp_path / 'suivi.db'}"
    assert read(database, answers_of, NAME) == {("acquis", PRINTED): {question.name: "r0"}}
