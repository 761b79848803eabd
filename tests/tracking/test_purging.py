"""What is over leaves by itself, and its counts stay."""

import json
from datetime import date, datetime
from itertools import islice
from pathlib import Path

import pytest
from tests.tracking.sessions import NAME, known_sessions
from tests.tracking.test_erasing import holding, told
from tests.tracking.writing import opened, write

from emas.model.codes import new_codes
from emas.model.sheet import Sheet
from emas.project import Project
from emas.records.codes import session_codes
from emas.records.sheets import folder, keep_sheets, kept_sheets
from emas.records.summary import erased_on, kept_counts
from emas.tracking.catalogue import TrackedPlan, read_plan
from emas.tracking.keeping.purging import purge
from emas.tracking.store import Store
from emas.tracking.store.auditing import Deed, lines, note
from emas.tracking.store.rooms import Opinion, answers_of, opinions_of, say

LAST, AFTER = date(2028, 1, 27), date(2028, 1, 28)
"""Answers to the fixture session are awaited until 27 January 2027, and kept for twelve months."""
DEED = Deed("service", "purge", NAME)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> TrackedPlan:
    """The eight fixture sessions."""
    return read_plan(known_sessions(tmp_path_factory.mktemp("suivi")))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def fill(store: Store, project: Project, plan: TrackedPlan) -> list[str]:
    """Have five phones and one sheet answer, and somebody say an opinion; return the codes."""
    asked = plan.sessions[NAME].parts[0].questions[0]
    codes = list(islice(new_codes(), 6))
    for rank, code in enumerate(codes[1:]):
        write(store, told(code, f"r{rank % 2}", asked.name))
    paper = [Sheet("acquis", codes[0], 1, {asked.name: [0], "other@00000000": "?"})]
    keep_sheets(project, NAME, paper, ())
    store.write(say, Opinion(NAME, "satisfaction", next(new_codes()), {})).result()
    return codes


def test_a_session_leaves_the_day_after_its_last_one(
    database: str, tmp_path: Path, project: Project, plan: TrackedPlan
) -> None:
    results = project.build / "resultats" / NAME
    results.mkdir(parents=True)
    now = int(datetime(2028, 1, 28, 8).timestamp() * 1_000_000)
    with opened(database, clock=lambda: now) as store:
        codes = fill(store, project, plan)
        session_codes(project, NAME, 2, 2)
        assert list(purge(project, store, plan, LAST, "service")) == []
        (done,) = purge(project, store, plan, AFTER, "service")
        rows = done.gone.rows
        assert (done.session, rows.statements, rows.opinions, done.gone.sheets) == (NAME, 5, 1, 1)
        assert list(purge(project, store, plan, AFTER, "service")) == []
        assert (store.read(answers_of, NAME), store.read(opinions_of, NAME)) == ({}, [])
        assert [one.deed for one in store.read(lines, 9)] == [DEED]
        store.compact()
        assert [holding(database, tmp_path, one) for one in codes] == [[]] * 6
    assert [path.name for path in folder(project, NAME).iterdir()] == ["bilan.json"]
    assert not results.exists()


def test_what_stays_is_counts(tmp_path: Path, project: Project, plan: TrackedPlan) -> None:
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store:
        fill(store, project, plan)
        list(purge(project, store, plan, AFTER, "service"))
    content = json.loads((folder(project, NAME) / "bilan.json").read_text("utf-8"))
    (question,) = content.pop("questions")
    assert content == {
        "format": "emas-bilan-1",
        "efface": "2028-01-28",
        "feuilles": {"acquis": 6, "satisfaction": 1},
        "progres": [],
    }
    assert (question["reponses"], question["comptes"][:2], question["points"]) == (6, [4, 2], 4.0)
    assert kept_counts(project, NAME) == {"acquis": 6, "satisfaction": 1}
    assert erased_on(project, NAME) == AFTER


def test_what_comes_after_is_not_taken(tmp_path: Path, project: Project, plan: TrackedPlan) -> None:
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store:
        codes = fill(store, project, plan)
        list(purge(project, store, plan, AFTER, "service"))
        write(store, told(codes[1]), told("K7FMXR4"))
        assert store.read(answers_of, NAME) == {}
    assert keep_sheets(project, NAME, [Sheet("acquis", codes[0], 1, {})], ()).added == ()
    assert kept_sheets(project, NAME) == ()


def test_a_session_that_the_plan_forgot_leaves_too(
    tmp_path: Path, project: Project, plan: TrackedPlan
) -> None:
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store:
        fill(store, project, plan)
        assert list(purge(project, store, plan, LAST, "service")) == []
        (done,) = purge(project, store, TrackedPlan(), AFTER, "service")
    assert done.session == NAME
    assert kept_counts(project, NAME) == {"acquis": 6, "satisfaction": 1}


def test_the_journal_keeps_twelve_months(tmp_path: Path, project: Project) -> None:
    now = int(datetime(2026, 9, 1, 12).timestamp() * 1_000_000)
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}", clock=lambda: now) as store:
        store.write(note, DEED).result()
        list(purge(project, store, TrackedPlan(), date(2027, 9, 1), "service"))
        assert [one.deed for one in store.read(lines, 9)] == [DEED]
        list(purge(project, store, TrackedPlan(), date(2027, 9, 2), "service"))
        assert store.read(lines, 9) == []
