"""Free texts: at most 500 signs, all read by somebody before the session can be closed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import httpx
import pytest
from tests.tracking.desks import coordinator, enter
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, known_sessions
from tests.tracking.test_desk import change, token
from tests.tracking.test_rooms import PRINTED, answer, join, send
from tests.tracking.writing import opened

from emas.model.codes import new_codes
from emas.model.erasure import Erased
from emas.model.moment import AskedQuestion
from emas.model.sheet import Sheet
from emas.project import Project
from emas.records.sheets import keep_sheets
from emas.tracking.app import create_app
from emas.tracking.catalogue import TrackedPlan, read_plan
from emas.tracking.exchange.pouring import pour
from emas.tracking.exchange.texts import kept_open, texts_of
from emas.tracking.settings import Settings
from emas.tracking.store.desk import keep
from emas.tracking.store.erasing import Erasing, Target, erase

OPEN = "aut-q09@12345678"
PAGE = f"/bureau/sessions/{NAME}/textes"
CALL = "<b>Je</b> ne sais plus quoi faire"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A session that collects a free text, whose database has a coordinator."""
    catalogue = known_sessions(tmp_path)
    content = json.loads(catalogue.read_text("utf-8"))
    asked = content["sessions"][NAME]["moments"][0]["questions"]
    asked.append(asked[0] | {"nom": OPEN, "cle": {"kind": "ouverte"}, "options": [], "ordre": []})
    asked[1]["enonce"] = "Que feriez-vous ?"
    catalogue.write_text(json.dumps(content), encoding="utf-8")
    database = f"sqlite:///{tmp_path / 'suivi.db'}"
    change(database, keep, coordinator())
    return Settings(
        database,
        "http://127.0.0.1:8710",
        catalogue,
        printed=lambda _: {PRINTED},
        today=lambda: date(2027, 1, 13),
    )


@contextmanager
def service(settings: Settings) -> Iterator[httpx.Client]:
    app = create_app(settings)
    with (
        running(app) as address,
        httpx.Client(base_url=address, headers={"Origin": address}) as client,
    ):
        yield client


def question(settings: Settings) -> AskedQuestion:
    return read_plan(settings.catalogue).sessions[NAME].parts[0].questions[1]


def write(client: httpx.Client, settings: Settings, text: str, code: str = PRINTED) -> int:
    """Have a participant send a text; return the status."""
    pass_ = join(client, code=code).json()["jeton"]
    return send(client, pass_, answer(question(settings), text)).status_code


def plan(settings: Settings, *, closed: bool) -> TrackedPlan:
    """Return what the service knows once the session is closed in the plan, or before."""
    content = json.loads(settings.catalogue.read_text("utf-8"))
    content["sessions"][NAME]["close"] = closed
    settings.catalogue.write_text(json.dumps(content), encoding="utf-8")
    return read_plan(settings.catalogue)


def is_closed(settings: Settings) -> bool:
    with opened(settings.database) as store:
        return kept_open(store, plan(settings, closed=True)).sessions[NAME].closed


def test_a_text_has_at_most_500_signs(settings: Settings) -> None:
    with service(settings) as client:
        assert write(client, settings, "é" * 500) == 200
        assert write(client, settings, "é" * 501) == 400
    long = Sheet("acquis", PRINTED, 1, {OPEN: "é" * 501})
    with opened(settings.database) as store:
        poured = pour(store, plan(settings, closed=False), NAME, [long])
    assert poured.left == {("acquis", PRINTED, OPEN)}


def test_a_session_closes_once_somebody_has_read_its_texts(settings: Settings) -> None:
    with service(settings) as client:
        write(client, settings, CALL)
        assert not is_closed(settings)
        enter(client)
        assert "Textes libres à lire" in client.get(PAGE.removesuffix("/textes")).text
        page = client.get(PAGE)
        assert "&lt;b&gt;Je&lt;/b&gt; ne sais plus quoi faire" in page.text
        assert PRINTED not in page.text
        mark = page.text.partition('name="textes" value="')[2][:32]
        said = client.post(PAGE, data={"jeton": token(client), "textes": mark})
        assert (said.status_code, said.headers["location"]) == (303, PAGE)
        assert "Ces textes ont été lus." in client.get(PAGE).text
        assert is_closed(settings)


def test_a_text_that_came_meanwhile_must_be_read_too(settings: Settings) -> None:
    with service(settings) as client:
        write(client, settings, CALL)
        enter(client)
        with opened(settings.database) as store:
            seen = texts_of(store, plan(settings, closed=False).sessions[NAME])
        write(client, settings, "Un autre texte")
        form = {"jeton": token(client), "textes": seen.mark.hex()}
        again = client.post(PAGE, data=form)
        assert (again.status_code, "D’autres textes sont arrivés." in again.text) == (409, True)
        assert not is_closed(settings)


def test_without_any_text_nothing_prevents_closing(settings: Settings) -> None:
    with service(settings) as client:
        enter(client)
        assert "Personne n’a écrit de texte libre" in client.get(PAGE).text
        assert client.get("/bureau/sessions/inconnue/textes").status_code == 404
    assert is_closed(settings)


def test_paper_counts_in_the_results_of_the_desk(settings: Settings, tmp_path: Path) -> None:
    place = Project(tmp_path)
    typed = [Sheet("acquis", code, 1, {OPEN: "de papier"}) for code in islice(new_codes(), 5)]
    keep_sheets(place, NAME, typed, ())
    with service(replace(settings, project=place)) as client:
        enter(client)
        page = client.get(PAGE.removesuffix("/textes")).text
    assert page.count("<li>de papier</li>") == 5


def test_what_was_erased_is_not_there_and_the_rest_is_read_again(settings: Settings) -> None:
    other = next(new_codes())
    with opened(settings.database) as store:
        known = plan(settings, closed=False)
        sheets = [Sheet("acquis", code, 1, {OPEN: f"texte {code}"}) for code in (PRINTED, other)]
        pour(store, known, NAME, sheets)
        target = Target(NAME, other)
        marks = Erased().adding(target.name)
        store.write(erase, Erasing(target, marks)).result()
        (asked,) = texts_of(store, known.sessions[NAME]).asked
    assert asked.texts == (f"texte {PRINTED}",)
