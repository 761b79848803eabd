"""The list of sessions, headcounts and years: what a coordinator finds there."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.tracking.desks import (
    SESSION,
    a_plan,
    at_the_desk,
    new_database,
    put,
    random_sheets,
)
from tests.tracking.room import SURVEY
from tests.tracking.sessions import known_sessions
from tests.tracking.test_desk_results import tree_of, words

from emas.tracking.catalogue import TrackedPlan, read_plan
from emas.tracking.desk import Noted
from emas.tracking.desk.sessions import State, state
from emas.tracking.store import Store
from emas.tracking.store.counting import participants, sheets


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(new_database(tmp_path))) as found:
        yield found


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> TrackedPlan:
    """The eight fixture sessions."""
    return read_plan(known_sessions(tmp_path_factory.mktemp("suivi")))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 1, 12), State.COMING),
        (date(2027, 1, 13), State.NOW),
        (date(2027, 1, 20), State.NOW),
        (date(2027, 1, 28), State.HELD),
    ],
)
def test_a_session_comes_is_held_then_is_past(today: date, said: State) -> None:
    held = replace(SESSION, days_held=(date(2027, 1, 13), date(2027, 1, 27)))
    assert state(held, today) is said
    assert state(replace(held, closed=True), today) is State.CLOSED
    assert state(replace(held, days_held=()), today) is State.UNDATED


def test_sessions_are_listed_by_state_and_by_day(store: Store, plan: TrackedPlan) -> None:
    with at_the_desk(store, plan) as client:
        page = tree_of(client.get("/bureau/").text)
    assert [words(title) for title in page.iter("h2")] == ["Aujourd’hui, ou en cours", "À venir"]
    days = [words(one.find("p")).split()[0] for one in page.iterfind(".//li[@class='session']")]
    assert days == ["mercredi", "jeudi", "mercredi", "mercredi", "mercredi"]


def test_those_who_answered_are_counted_once(database: str) -> None:
    with closing(Store(database)) as store:
        given = random_sheets(Random(3), 25)
        put(store, given)
        learners = {one.code for one in given if one.moment != SURVEY and one.answers}
        assert store.read(participants, [SESSION.id]) == {SESSION.id: len(learners)}
        assert store.read(participants, ["autre"]) == {}
        counted = {
            moment: sum(
                one.moment == moment and (moment == SURVEY or bool(one.answers)) for one in given
            )
            for moment in {one.moment for one in given}
        }
        assert store.read(sheets, [SESSION.id])[SESSION.id] == counted


def test_a_service_without_sessions_says_what_to_do(store: Store) -> None:
    with at_the_desk(store, a_plan()) as client:
        assert "emas build" in client.get("/bureau/").text
        assert "pas encore de session" in client.get("/bureau/bilan").text


def test_a_year_is_read_and_taken_away_with_the_same_numbers(
    store: Store, plan: TrackedPlan
) -> None:
    with at_the_desk(store, plan) as client:
        assert client.get("/bureau/bilan").headers["location"] == "/bureau/bilan/2026-2027"
        page = tree_of(client.get("/bureau/bilan/2026-2027").text)
        data = client.get("/bureau/bilan/2026-2027/bilan-2026-2027.csv").content
        book = client.get("/bureau/bilan/2026-2027/bilan-2026-2027.xlsx")
        others = [
            client.get(f"/bureau/bilan/{one}").status_code for one in ("2030-2031", "x/y.csv")
        ]
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    shown = [
        [words(cell).strip() for cell in row.iterfind("td")] for row in page.iterfind(".//tbody/tr")
    ]
    assert [[row[0], row[2], row[3]] for row in shown] == [
        [row["État"], row["Heures"], row["Personnes venues"]] for row in rows
    ]
    assert (len(rows), book.status_code, others) == (8, 200, [404, 404])


def test_what_is_taken_away_is_noted_before(store: Store) -> None:
    done: list[Noted] = []

    async def note(noted: Noted) -> None:
        done.append(noted)

    with at_the_desk(store, a_plan(SESSION), note=note) as client:
        client.get(f"/bureau/sessions/{SESSION.id}/resultats.csv")
    assert done == [
        Noted("Zoé Martin", "entree"),
        Noted("Zoé Martin", "telechargement", SESSION.id),
    ]
