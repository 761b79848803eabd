"""What many answers tell of a question: nothing below thirty, then only what is beyond chance."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import correlation

import pytest

from emas.model import Key, Response
from emas.model.items import Item, items
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.sheet import Sheet


def question(name: str, count: int = 3) -> AskedQuestion:
    key: Key = {"kind": "unique", "count": count, "right": [0]}
    labels = tuple(f"réponse {rank}" for rank in range(count))
    shown = tuple(range(count))
    return AskedQuestion(name, key, "savoir", "Énoncé", labels, shown, frozenset([0]), True)


NAMES = [f"q{rank}@1" for rank in range(5)]
PART = AskedPart(
    "acquis", "Faire le point", "essai", "Essai", False, {}, tuple(map(question, NAMES))
)


def answered(given: Sequence[Response], name: str = NAMES[0]) -> list[Sheet]:
    """Return a sheet for each answer to one question."""
    return [Sheet("acquis", f"A{rank}", 1, {name: one}) for rank, one in enumerate(given)]


def item(sheets: Sequence[Sheet], part: AskedPart = PART) -> Item:
    (found,) = items([part], [([part], sheets)])
    return found


def test_nothing_is_said_below_thirty_answers() -> None:
    assert items([PART], [([PART], answered([[0]] * 29))]) == ()


def test_answers_of_all_sessions_are_added_up() -> None:
    sessions = [([PART], answered([[0]] * 10)), ([PART], answered([[1]] * 20))]
    (found,) = items([PART], sessions)
    assert (found.answers, found.success, found.unchosen) == (30, 1 / 3, (2,))


def test_another_version_is_another_question() -> None:
    older = replace(PART, questions=(question("q0@2"),))
    sessions = [([PART], answered([[0]] * 29)), ([older], answered([[0]] * 29, "q0@2"))]
    assert items([PART], sessions) == ()


@pytest.mark.parametrize(
    ("right", "easy", "hard"), [(40, True, False), (38, True, False), (37, False, False),
                                (10, False, True), (11, False, False)],
)  # fmt: skip
def test_a_question_is_too_easy_or_too_hard(right: int, easy: bool, hard: bool) -> None:
    found = item(answered([[0]] * right + [[1]] * (40 - right)))
    assert (found.easy, found.hard) == (easy, hard)


def test_before_a_training_few_right_answers_are_expected() -> None:
    before = replace(PART, moment="positionnement")
    sheets = [replace(one, moment="positionnement") for one in answered([[1]] * 40)]
    assert not item(sheets, before).hard


def test_a_wrong_answer_that_nobody_ticks_is_told_and_the_right_one_is_not() -> None:
    assert item(answered([[1]] * 30)).unchosen == (2,)


def a_room(luck: Sequence[int], size: int) -> list[Sheet]:
    """Return sheets where half know all the rest, and `luck` says who is right to the first."""
    return [
        Sheet("acquis", f"A{rank}", 1, {
            NAMES[0]: [luck[rank % len(luck)]],
            **{name: [rank % 2] for name in NAMES[1:]},
        })
        for rank in range(size)
    ]  # fmt: skip


def test_a_question_that_those_who_know_answer_worse_is_unclear() -> None:
    sheets = a_room((1, 0), 40)
    found = items([PART], [([PART], sheets)])[0]
    first = [float(sheet.answers[NAMES[0]] == [0]) for sheet in sheets]
    rest = [float(sheet.answers[NAMES[1]] == [0]) for sheet in sheets]
    assert (found.discrimination, found.unclear) == (correlation(first, rest), True)


def test_a_question_that_those_who_know_answer_better_is_clear() -> None:
    found = items([PART], [([PART], a_room((0, 1), 40))])[0]
    assert (found.discrimination, found.unclear) == (1.0, False)


@pytest.mark.parametrize(("size", "unclear"), [(40, False), (400, True)])
def test_chance_is_not_blamed(size: int, unclear: bool) -> None:
    # Who is right has nothing to do with the rest: a correlation of 0, which few answers may give.
    found = items([PART], [([PART], a_room((0, 0, 1, 1), size))])[0]
    assert found.discrimination == pytest.approx(0)
    assert found.unclear is unclear


def test_it_takes_other_questions_to_tell() -> None:
    assert item(answered([[0], [1]] * 20)).discrimination is None
