"""The wall and the phones: a question opens and closes without a request, and nobody is named."""

import json
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.tracking.desks import enter
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, known_sessions
from tests.tracking.test_desk import change, kept
from tests.tracking.test_rooms import answer, join, send

from emas.model.codes import new_codes
from emas.tracking.app import create_app
from emas.tracking.catalogue import read_plan
from emas.tracking.live import counting
from emas.tracking.settings import Settings
from emas.tracking.store.desk import Coordinator, keep

__all__ = ["kept"]

CODES = list(islice(new_codes(), 60))
WALL = f"/bureau/sessions/{NAME}/direct"
Json = dict[str, Any]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return known_sessions(tmp_path_factory.mktemp("suivi"))


@pytest.fixture
def settings(tmp_path: Path, known: Path, kept: Coordinator) -> Settings:
    """A service on the day of a session, with sixty printed codes and a coordinator."""
    database = f"sqlite:///{tmp_path / 'suivi.db'}"
    change(database, keep, kept)
    return Settings(
        database,
        "http://127.0.0.1:8710",
        known,
        printed=lambda _: CODES,
        today=lambda: date(2027, 1, 13),
        phones=lambda: "http://192.168.1.2:8710",
    )


@contextmanager
def browser(address: str) -> Iterator[httpx.Client]:
    """Give a browser of the trainer, signed in."""
    with httpx.Client(base_url=address, headers={"Origin": address}) as found:
        enter(found)
        yield found


@pytest.fixture
def trainer(settings: Settings) -> Iterator[httpx.Client]:
    with running(create_app(settings)) as address, browser(address) as found:
        yield found


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def press(trainer: httpx.Client, *steps: str) -> str:
    """Press keys one after another; return the wall."""
    for step in steps:
        page = trainer.get(WALL).text
        said = {name: field(page, name) for name in ("jeton", "vu")}
        more = {"pas": "animer", "moment": step} if step == "acquis" else {"pas": step}
        assert trainer.post(WALL, data=said | more).status_code == 303
    return trainer.get(WALL).text


def token(trainer: httpx.Client, code: str) -> str:
    said = join(trainer, code=code)
    assert said.status_code == 200, said.text
    found: str = said.json()["jeton"]
    return found


class Phone:
    """A phone that listens, in a thread; `heard` is all that it was told."""

    def __init__(self, trainer: httpx.Client, token: str) -> None:
        self.heard: list[Json] = []
        self.status = 0
        self.over = threading.Event()
        self._news = threading.Condition()
        self._address = trainer.base_url
        self._token = token
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        headers = {"Authorization": f"Bearer {self._token}"}
        try:
            with (
                httpx.Client(base_url=self._address, timeout=30) as client,
                client.stream("GET", "/suivi/direct", headers=headers) as answer,
            ):
                self.status = answer.status_code
                for line in answer.iter_lines():
                    if line.startswith("data: "):
                        with self._news:
                            self.heard.append(json.loads(line.removeprefix("data: ")))
                            self._news.notify()
        except httpx.HTTPError:
            pass
        self.over.set()

    def hears(self, state: str) -> Json:
        """Wait until the phone is told that state; return what it was told."""
        with self._news:
            there = self._news.wait_for(lambda: self._last() == state, timeout=10)
        assert there, self.heard
        return self.heard[-1]

    def _last(self) -> str | None:
        return self.heard[-1]["etat"] if self.heard else None


def test_phones_are_told_what_the_trainer_does(trainer: httpx.Client) -> None:
    phone = Phone(trainer, token(trainer, CODES[0]))
    assert phone.hears("") == {"moment": "", "question": "", "etat": ""}
    press(trainer, "acquis")
    ready = phone.hears("prete")
    press(trainer, "ouvrir")
    assert phone.hears("ouverte") == ready | {"etat": "ouverte"}
    press(trainer, "fermer")
    phone.hears("fermee")
    press(trainer, "suite")
    assert phone.hears("finie") == {"moment": "acquis", "question": "", "etat": "finie"}
    assert [one["etat"] for one in phone.heard] == ["", "prete", "ouverte", "fermee", "finie"]


def test_sixty_phones_hear_that_a_question_closes_and_send_one_request_each_at_most(
    trainer: httpx.Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "SETTLING", 0)
    question = read_plan(settings.catalogue).sessions[NAME].parts[0].questions[0]
    tokens = [token(trainer, code) for code in CODES]
    phones = [Phone(trainer, one) for one in tokens]
    press(trainer, "acquis", "ouvrir")
    for phone in phones:
        phone.hears("ouverte")
    asked: list[str] = []
    assert "60 téléphones reliés" in " ".join(trainer.get(WALL).text.split())
    press(trainer, "fermer")
    for phone in phones:
        phone.hears("fermee")
    # What was chosen at the last moment leaves in one request, and is counted.

    def last(one: str) -> int:
        asked.append(one)
        return send(trainer, one, answer(question, "r0")).status_code

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(last, tokens)) == {200}
    assert len(asked) / len(phones) <= 2
    assert "<strong>60</strong> réponses" in " ".join(trainer.get(WALL).text.split())
    assert len(json.dumps(phones[0].heard[-1])) < 120


def test_what_is_on_the_wall_comes_back_after_a_stop(settings: Settings) -> None:
    with running(create_app(settings)) as address, browser(address) as trainer:
        code = token(trainer, CODES[0])
        press(trainer, "acquis", "ouvrir")
    with running(create_app(settings)) as address, browser(address) as trainer:
        assert "Ouverte" in trainer.get(WALL).text
        assert Phone(trainer, code).hears("ouverte")["moment"] == "acquis"


def test_counts_and_no_name_are_on_the_wall(
    trainer: httpx.Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "SETTLING", 0)
    question = read_plan(settings.catalogue).sessions[NAME].parts[0].questions[0]
    press(trainer, "acquis", "ouvrir")
    for code in CODES[:4]:
        send(trainer, token(trainer, code), answer(question, "r0"))
    page = trainer.get(WALL).text
    assert "Les réponses s’affichent à partir de cinq." in page
    assert re.findall(r'class="compte">(\d*)', page) == ["", ""]
    send(trainer, token(trainer, CODES[4]), answer(question, "r1"))
    assert re.findall(r'class="compte">(\d*)', trainer.get(WALL).text) == ["1", "4"]
    send(trainer, token(trainer, CODES[5]), answer(question, "r1"))
    assert re.findall(r'class="compte">(\d*)', trainer.get(WALL).text) == ["1", "4"]
    page = press(trainer, "fermer")
    assert re.findall(r'class="compte">(\d*)', page) == ["2", "4"]
    assert "Bonne réponse</strong>" not in page
    assert "Bonne réponse</strong>" in press(trainer, "corriger")
    assert not any(code in page for code in CODES)


def test_the_wall_follows_by_itself(trainer: httpx.Client) -> None:
    press(trainer, "acquis")
    with trainer.stream("GET", f"{WALL}/flux") as events:
        lines = events.iter_lines()
        assert next(lines) == "retry: 1000"
        assert any("Bientôt" in line for line in lines)
        press(trainer, "ouvrir")
        assert any("Ouverte" in line for line in lines)


def test_a_key_of_a_wall_that_is_late_does_nothing(trainer: httpx.Client) -> None:
    page = press(trainer, "acquis")
    said = {name: field(page, name) for name in ("jeton", "vu")}
    for _ in range(2):
        trainer.post(WALL, data=said | {"pas": "suite"})
    assert "Ouverte" in trainer.get(WALL).text
    for wrong in ({"pas": "tout"}, {}, {"pas": "animer", "moment": "satisfaction"}):
        fresh = field(trainer.get(WALL).text, "vu")
        trainer.post(WALL, data=said | {"vu": fresh} | wrong)
    assert "Ouverte" in trainer.get(WALL).text


def test_only_a_coordinator_sees_the_wall_and_only_a_participant_listens(
    trainer: httpx.Client,
) -> None:
    with httpx.Client(base_url=trainer.base_url) as stranger:
        assert stranger.get(WALL).status_code == 303
        assert stranger.get(f"{WALL}/flux", headers={"Sec-Fetch-Mode": "cors"}).status_code == 401
        assert stranger.post(WALL, data={"pas": "suite"}).status_code == 403
        assert stranger.get("/suivi/direct").status_code == 401
        headers = {"Authorization": "Bearer x"}
        assert stranger.get("/suivi/direct", headers=headers).status_code == 401
    assert trainer.get("/bureau/sessions/autre/direct").status_code == 404


def test_a_phone_that_comes_back_is_not_refused_and_its_oldest_stream_ends(
    trainer: httpx.Client,
) -> None:
    mine = token(trainer, CODES[0])
    phones = []
    for _ in range(4):
        phones.append(Phone(trainer, mine))
        phones[-1].hears("")
    assert phones[0].over.wait(10)
    assert [one.over.is_set() for one in phones[1:]] == [False] * 3


def test_the_service_stops_at_once_whoever_listens(settings: Settings) -> None:
    with running(create_app(settings)) as address, browser(address) as trainer:
        phone = Phone(trainer, token(trainer, CODES[0]))
        phone.hears("")
        start = time.monotonic()
    assert time.monotonic() - start < 3
    assert phone.over.wait(5)
