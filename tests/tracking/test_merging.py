"""Two laptops' databases, together: in any order, twice, the same answers and the same results."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.copies import run
from tests.tracking import room
from tests.tracking.asking import statement
from tests.tracking.room import CODES, MOMENTS, NAME, PLAN, QUESTIONS, SESSION
from tests.tracking.writing import opened, write

from emas.model.erasure import KEY_BYTES, Erased
from emas.model.results import results
from emas.model.sheet import Sheet
from emas.project import Project
from emas.tracking.exchange.merging import Merged, merge
from emas.tracking.exchange.pouring import pour
from emas.tracking.exchange.versions import remember
from emas.tracking.rooms.gathering import sheets_of
from emas.tracking.store import Store
from emas.tracking.store.erasing import Deleted, Erasing, Target, erase
from emas.tracking.store.reading import Query, following, page
from emas.tracking.store.rooms import answers_of, every_opinion, opinions_of
from emas.tracking.store.versions import every_version

KEY = bytes(KEY_BYTES)
"""The key of marks, here the same on both laptops; each has its own."""


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Store]]:
    with room.stores(tmp_path_factory.mktemp("suivi")) as found:
        yield found


def statements(store: Store) -> dict[str, object]:
    """Return each statement, without when it was stored, and whether it is voided."""
    counting = {one.seq for one in store.read(page, Query(limit=9999)).statements}
    found: dict[str, object] = {}
    for one in store.read(following, 0, 9999):
        value = json.loads(one.body)
        del value["stored"]
        found[value["id"]] = (value, one.seq in counting)
    return found


def everything(store: Store) -> object:
    """Return all that a merge brings, and what is made of it, in an order of its own."""
    versions = {json.dumps(one.content, sort_keys=True) for one in store.read(every_version)}
    sheets = sheets_of(store, NAME, SESSION.parts)
    return (
        statements(store),
        store.read(answers_of, NAME),
        store.read(opinions_of, NAME),
        versions,
        results(SESSION.parts, sheets),
    )


SAID = st.tuples(
    st.sampled_from(CODES), st.sampled_from(MOMENTS), st.integers(0, 2), st.integers(0, 5)
)
ERASED = st.tuples(st.just("effacer"), st.sampled_from(CODES))
ACTIONS = st.lists(
    st.tuples(st.just("dire"), SAID)
    | st.tuples(st.just("annuler"), SAID)
    | st.tuples(st.just("verser"), room.sheets(st.integers(1, 3)))
    | ERASED,
    max_size=8,
)


def play(store: Store, actions: list[tuple[str, Any]]) -> None:
    """Do what one laptop saw of a session."""
    for action, said in actions:
        if isinstance(said, Sheet):
            pour(store, PLAN, NAME, [said])
            continue
        if action == "effacer":
            target = Target(NAME, said)
            marks = Erased(frozenset({KEY})).adding(target.name)
            store.write(erase, Erasing(target, marks)).result()
            continue
        code, moment, response, at = said
        value = room.answer(code, moment, QUESTIONS[0].name, [response], at)
        if action == "dire":
            room.tell(store, code, value)
        else:
            room.void(store, value["id"])


def merged_in_each_order(
    new: Callable[[], Store], first: list[tuple[str, Any]], second: list[tuple[str, Any]]
) -> tuple[object, object]:
    """Return what both laptops hold once each has taken the other's, twice."""
    pairs = [(new(), new()) for _ in range(2)]
    for left, right in pairs:
        remember(left, PLAN)
        play(left, first)
        play(right, second)
    (one, its_other), (its_own, other) = pairs
    for _ in range(2):
        merge(one, its_other)
        merge(other, its_own)
    return everything(one), everything(other)


SAME = (CODES[0], MOMENTS[0], 0, 0)


@settings(max_examples=8, deadline=None)
@given(ACTIONS, ACTIONS)
@example([("effacer", CODES[0])], [("dire", SAME), ("annuler", SAME)])
@example([("annuler", SAME), ("effacer", CODES[0])], [("dire", SAME)])
@example([("annuler", SAME)], [("dire", SAME), ("effacer", CODES[0])])
def test_in_any_order_twice_the_same(
    new: Callable[[], Store], first: list[tuple[str, Any]], second: list[tuple[str, Any]]
) -> None:
    one, other = merged_in_each_order(new, first, second)
    assert one == other


def test_what_is_new_is_counted_and_what_clashes_is_told(new: Callable[[], Store]) -> None:
    here, there = new(), new()
    both, clashing, fresh = statement(), statement(), statement()
    for store in (here, there):
        write(store, both)
    write(here, clashing)
    write(there, clashing | {"object": {"id": "urn:autre"}}, fresh)
    room.tell(there, CODES[0], room.answer(CODES[0], "acquis", QUESTIONS[0].name, [0], 1))
    before = statements(here)[clashing["id"]]
    assert merge(here, there) == Merged(4, 2, 0, (clashing["id"],), Deleted())
    assert statements(here)[clashing["id"]] == before
    assert here.read(every_opinion) == []


def test_any_database_takes_what_another_holds(new: Callable[[], Store], database: str) -> None:
    other = new()
    remember(other, PLAN)
    play(other, [("dire", (CODES[0], "acquis", 1, 3)), ("effacer", CODES[1])])
    play(other, [("verser", Sheet("acquis", CODES[0], 2, {QUESTIONS[1].name: [0]}))])
    with opened(database) as here:
        merge(here, other)
        assert everything(here) == everything(other)
        assert merge(here, other).added == 0


def test_a_file_is_merged_and_stays_as_it_was(tmp_path: Path) -> None:
    place = project(tmp_path)
    other = tmp_path / "cle-usb.db"
    with opened(f"sqlite:///{other}") as store:
        room.tell(store, CODES[0], room.answer(CODES[0], "acquis", QUESTIONS[0].name, [0], 1))
        before = sqlite_rows(other)
        for count in ("1 ajouté", "0 ajouté"):
            done = run(place, "track", "fusionner", str(other))
            assert (done.stdout, done.stderr) == (f"1 énoncé lu : {count} ; 0 avis ajouté.\n", "")
        assert sqlite_rows(other) == before
    with opened(f"sqlite:///{place.data / 'suivi' / 'suivi.db'}") as store:
        assert store.read(answers_of, NAME) == {("acquis", CODES[0]): {QUESTIONS[0].name: "r0"}}


def project(folder: Path) -> Project:
    """Make a project where nothing is built."""
    (folder / "mkdocs.yml").touch()
    (folder / "content").mkdir()
    return Project(folder)


def sqlite_rows(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as found:
        return found.execute("SELECT * FROM statement").fetchall()


@pytest.mark.parametrize("content", [None, b"", b"ce n'est pas une base" * 99])
def test_what_is_no_database_of_ours_is_told(tmp_path: Path, content: bytes | None) -> None:
    place = project(tmp_path)
    if content is not None:
        (tmp_path / "autre.db").write_bytes(content)
    done = run(place, "track", "fusionner", "autre.db")
    assert done.exit_code == (2 if content is None else 1)
    assert "« autre.db » n’est" in done.stderr
