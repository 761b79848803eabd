"""What the wall shows is in the database: it comes back, and each step is done once."""

from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy import insert
from tests.tracking.writing import opened

from emas.model.erasure import Erased, of_session
from emas.tracking.store import Store
from emas.tracking.store.erasing import Erasing, Target, erase
from emas.tracking.store.live import (
    Counted,
    Led,
    Move,
    Phase,
    Place,
    answers_to,
    count,
    joined,
    led_of,
    move,
    place_of,
)
from emas.tracking.store.rooms import Token, give
from emas.tracking.store.session_schema import answer
from emas.tracking.store.writer import Transaction

SESSION, MOMENT, QUESTION = "s", "acquis", "q1@00000001"
OPEN = Led(QUESTION, Phase.OPEN, counted=5, counts=(3, 2))


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with opened(database) as found:
        yield found


def done(store: Store, place: Place, changed: Led | None = None) -> bool:
    return store.write(move, Move(SESSION, place, MOMENT, changed)).result(timeout=60)


def test_a_service_that_starts_again_shows_the_same(database: str) -> None:
    with opened(database) as store:
        assert store.read(place_of, SESSION) == Place()
        assert done(store, Place(MOMENT, QUESTION, 0), OPEN)
    with opened(database) as store:
        assert store.read(place_of, SESSION) == Place(MOMENT, QUESTION, 1)
        assert store.read(led_of, SESSION, MOMENT) == {QUESTION: OPEN}


def test_a_key_pressed_twice_is_one_step(store: Store) -> None:
    assert done(store, Place(MOMENT, QUESTION, 0))
    assert not done(store, Place("", "", 0), OPEN)
    assert store.read(place_of, SESSION) == Place(MOMENT, QUESTION, 1)
    assert store.read(led_of, SESSION, MOMENT) == {}


def test_counts_taken_before_a_step_do_not_undo_it(store: Store) -> None:
    done(store, Place(MOMENT, QUESTION, 0), OPEN)
    eight = Led(QUESTION, Phase.OPEN, counted=8, counts=(5, 3))
    store.write(count, Counted(SESSION, MOMENT, OPEN, eight)).result(timeout=60)
    assert store.read(led_of, SESSION, MOMENT) == {QUESTION: eight}
    closed = Led(QUESTION, Phase.CLOSED, closed=1, counted=8, counts=(5, 3))
    done(store, Place(MOMENT, QUESTION, 1), closed)
    store.write(count, Counted(SESSION, MOMENT, eight, OPEN)).result(timeout=60)
    assert store.read(led_of, SESSION, MOMENT) == {QUESTION: closed}


def test_answers_are_those_of_one_question_of_one_moment_of_one_session(store: Store) -> None:
    said = [
        (SESSION, MOMENT, "a", QUESTION, "r0"),
        (SESSION, MOMENT, "b", QUESTION, "r1"),
        (SESSION, MOMENT, "b", "q2@00000002", "r2"),
        (SESSION, "avant", "b", QUESTION, "r3"),
        ("t", MOMENT, "b", QUESTION, "r4"),
    ]
    names = [column.name for column in answer.columns]

    def write(transaction: Transaction, rows: Sequence[tuple[str, ...]]) -> list[None]:
        for row in rows:
            values = dict(zip(names, row, strict=True))
            transaction.connection.execute(insert(answer).values(values))
        return [None] * len(rows)

    for row in said:
        store.write(write, row).result(timeout=60)
    assert sorted(store.read(answers_to, SESSION, MOMENT, QUESTION)) == ["r0", "r1"]


def test_somebody_with_two_phones_joined_once(store: Store) -> None:
    far = 10**18
    for number, (session, learner) in enumerate([(SESSION, "a"), (SESSION, "a"), ("t", "b")]):
        store.write(give, Token(bytes([number]) * 32, session, learner, far)).result(timeout=60)
    assert store.read(joined, SESSION) == 1


def test_a_session_that_is_forgotten_is_not_on_the_wall(store: Store) -> None:
    done(store, Place(MOMENT, QUESTION, 0), OPEN)
    marks = Erased().adding(of_session(SESSION))
    store.write(erase, Erasing(Target(SESSION), marks)).result(timeout=60)
    assert store.read(place_of, SESSION) == Place()
    assert store.read(led_of, SESSION, MOMENT) == {}
