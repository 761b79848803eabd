"""Paper and files poured into the store: any order, twice, there and back, the same answers."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tracking import room
from tests.tracking.room import CODES, MOMENTS, NAME, PLAN, QUESTIONS, SESSION, SURVEY
from tests.tracking.writing import opened

from emas.model.sheet import Sheet
from emas.project import Project
from emas.records.sheets import keep_sheets, kept_sheets
from emas.tracking.exchange.pouring import pour
from emas.tracking.rooms.gathering import sheets_of, with_left
from emas.tracking.store import Store
from emas.tracking.store.reading import Query, page
from emas.tracking.store.rooms import answers_of, opinions_of

FIRST, SECOND = QUESTIONS[0].name, QUESTIONS[1].name
CODE = CODES[0]


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Store]]:
    with room.stores(tmp_path_factory.mktemp("suivi")) as found:
        yield found


def sheet(number: int, **said: Any) -> Sheet:
    """Return a sheet: `q1=0` says the first proposition to the first question."""
    names = {"q1": FIRST, "q2": SECOND}
    return Sheet("acquis", CODE, number, {names[key]: [value] for key, value in said.items()})


def on_phone(store: Store, response: int, at: int, name: str = FIRST) -> None:
    room.tell(store, CODE, room.answer(CODE, "acquis", name, [response], at))


def counted(store: Store) -> dict[str, str]:
    """Return what counts of the answers of the first participant to « acquis »."""
    return dict(store.read(answers_of, NAME).get(("acquis", CODE), {}))


def state(store: Store) -> object:
    """Return what is read of a store, in an order of its own."""
    said = store.read(page, Query(limit=9999)).statements
    return {one.body.partition('"stored"')[0] for one in said}, everything(store)


def everything(store: Store) -> object:
    return store.read(answers_of, NAME), store.read(opinions_of, NAME)


def test_a_sheet_says_what_a_phone_would(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store:
        poured = pour(store, PLAN, NAME, [sheet(1, q1=0, q2=2)])
        assert (poured.answers, poured.left) == (2, frozenset())
        assert counted(store) == {FIRST: "r0", SECOND: "r2"}
        assert pour(store, PLAN, NAME, [sheet(1, q1=0, q2=2)]).answers == 0


@settings(max_examples=12, deadline=None)
@given(st.lists(room.sheets(st.integers(1, 3)), max_size=6), st.randoms())
def test_in_any_order_twice_the_same(
    new: Callable[[], Store], sheets: list[Sheet], chance: Any
) -> None:
    one, other = new(), new()
    for some in sheets:
        pour(one, PLAN, NAME, [some])
    chance.shuffle(sheets)
    pour(other, PLAN, NAME, sheets)
    pour(other, PLAN, NAME, sheets)
    assert state(one) == state(other)


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 1)])
def test_the_greatest_number_replaces_the_others(
    new: Callable[[], Store], order: tuple[int, ...]
) -> None:
    store = new()
    said = {1: sheet(1, q1=0, q2=0), 2: sheet(2, q1=1), 3: sheet(3, q1=0)}
    for number in order:
        pour(store, PLAN, NAME, [said[number]])
    assert counted(store) == {FIRST: "r0"}


def test_a_sheet_that_lost_its_last_answer_says_nothing(new: Callable[[], Store]) -> None:
    store = new()
    pour(store, PLAN, NAME, [sheet(2), sheet(1, q1=0)])
    assert counted(store) == {}


def test_paper_counts_before_a_phone_and_leaves_it_the_rest(new: Callable[[], Store]) -> None:
    store = new()
    on_phone(store, 1, at=5)
    on_phone(store, 1, at=6, name=SECOND)
    pour(store, PLAN, NAME, [sheet(1, q1=0)])
    on_phone(store, 2, at=7)
    assert counted(store) == {FIRST: "r0", SECOND: "r1"}


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_the_last_answer_of_phones_counts_whatever_came_first(
    new: Callable[[], Store], order: tuple[int, ...]
) -> None:
    store = new()
    for at in order:
        on_phone(store, at, at=at)
    assert counted(store) == {FIRST: "r2"}


def test_a_voided_answer_gives_way_to_the_one_before(new: Callable[[], Store]) -> None:
    store = new()
    on_phone(store, 0, at=1)
    last = room.answer(CODE, "acquis", FIRST, [1], 2)
    room.void(store, last["id"])
    room.tell(store, CODE, last)
    assert counted(store) == {FIRST: "r0"}


def test_what_the_session_does_not_ask_is_left_and_told(new: Callable[[], Store]) -> None:
    store = new()
    unknown = Sheet("acquis", CODE, 1, {"autre-q01@99999999": [0], FIRST: [9], SECOND: [1]})
    poured = pour(store, PLAN, NAME, [unknown])
    assert poured.left == {("acquis", CODE, "autre-q01@99999999"), ("acquis", CODE, FIRST)}
    assert counted(store) == {SECOND: "r1"}
    assert pour(store, PLAN, "inconnue", [sheet(1, q1=0)]).left == {("acquis", CODE, FIRST)}


@pytest.mark.parametrize("numbers", [(1, 2), (2, 1)])
def test_a_corrected_opinion_replaces_the_first(
    new: Callable[[], Store], numbers: tuple[int, ...]
) -> None:
    store = new()
    name = room.OPINIONS[0].name
    for number in numbers:
        pour(store, PLAN, NAME, [Sheet(SURVEY, "ZZZZZZ1", number, {name: number})])
    (kept,) = store.read(opinions_of, NAME)
    assert (kept.number, kept.answers) == (2, {name: 2})


def gather(store: Store, place: Project) -> None:
    """Do what `emas track relever` does."""
    kept = kept_sheets(place, NAME)
    poured = pour(store, PLAN, NAME, kept)
    said = with_left(sheets_of(store, NAME, SESSION.parts), kept, poured.left)
    keep_sheets(place, NAME, said, {SURVEY}, replacing=True)


TYPED = st.tuples(st.just("saisir"), room.sheets(st.just(1)))
TOLD = st.tuples(
    st.just("dire"),
    st.tuples(
        st.sampled_from(CODES),
        st.sampled_from(MOMENTS),
        st.sampled_from(["r0", "r1", "r2"]),
        st.integers(0, 9),
    ),
)
MOVED = st.tuples(st.sampled_from(["verser", "relever"]), st.none())


def act(store: Store, place: Project, action: str, said: Any) -> None:
    """Do one thing that happens in a session."""
    match action:
        case "saisir":
            keep_sheets(place, NAME, [said], {SURVEY}, replacing=True)
        case "dire":
            code, moment, response, at = said
            room.tell(store, code, room.answer(code, moment, FIRST, [int(response[1])], at))
        case "verser":
            pour(store, PLAN, NAME, kept_sheets(place, NAME))
        case _:
            gather(store, place)


@settings(max_examples=12, deadline=None)
@given(st.lists(TYPED | TOLD | MOVED, max_size=12), st.integers(0, 10**12))
def test_there_and_back_ends_where_it_was(
    new: Callable[[], Store],
    tmp_path_factory: pytest.TempPathFactory,
    history: list[tuple[str, Any]],
    number: int,
) -> None:
    store, place = new(), Project(tmp_path_factory.mktemp(f"donnees-{number}"))
    for action, said in history:
        act(store, place, action, said)
    gather(store, place)
    once = state(store), kept_sheets(place, NAME)
    gather(store, place)
    assert (state(store), kept_sheets(place, NAME)) == once
    both = {(one.moment, one.code): one.answers for one in kept_sheets(place, NAME)}
    held = sheets_of(store, NAME, SESSION.parts)
    assert {(one.moment, one.code): one.answers for one in held} == both


@settings(max_examples=8, deadline=None)
@given(st.lists(TYPED | TOLD, max_size=8), st.integers(0, 10**12))
def test_a_lost_service_is_filled_again_by_what_it_gave(
    new: Callable[[], Store],
    tmp_path_factory: pytest.TempPathFactory,
    history: list[tuple[str, Any]],
    number: int,
) -> None:
    store, place = new(), Project(tmp_path_factory.mktemp(f"donnees-{number}"))
    for action, said in history:
        act(store, place, action, said)
    gather(store, place)
    other = new()
    gather(other, place)
    assert results_of(other) == results_of(store)


def results_of(store: Store) -> object:
    answered = {place: some for place, some in store.read(answers_of, NAME).items() if some}
    opinions = [dataclasses.replace(one, number=1) for one in store.read(opinions_of, NAME)]
    return answered, opinions
