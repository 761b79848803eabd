"""Scores, shuffling, durations, variants."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.readers.samples import PATH

from emas.diagnostics import file_start
from emas.model import (
    Answer,
    ChoiceKind,
    ChoiceQuestion,
    Durations,
    Mode,
    Variant,
    choice_score,
    in_words,
    shown_answers,
    shuffled,
)

HERE = file_start(PATH)


def question(kind: ChoiceKind, *right: bool) -> ChoiceQuestion:
    """Return a question with one answer for each of `right`."""
    return ChoiceQuestion(
        id="q1",
        kind=kind,
        objective="",
        source="",
        statement=(),
        answers=tuple(Answer(item, (), (), HERE) for item in right),
        hint=(),
        feedback=(),
        written_id=True,
        objective_span=HERE,
        span=HERE,
    )


@pytest.mark.parametrize("kind", [ChoiceKind.SINGLE, ChoiceKind.TRUE_FALSE])
def test_a_single_choice_is_right_or_wrong(kind: ChoiceKind) -> None:
    asked = question(kind, False, True)
    scores: dict[tuple[int, ...], int] = {(1,): 1, (0,): 0, (0, 1): 0, (): 0}
    assert {ticked: choice_score(asked, set(ticked)) for ticked in scores} == scores


def test_a_multiple_choice_counts_right_less_wrong() -> None:
    asked = question(ChoiceKind.MULTIPLE, True, True, False, False)
    scores = {(0, 1): 1, (0,): 0.5, (0, 2): 0, (0, 1, 2): 0.5, (2, 3): 0, (): 0}
    assert {ticked: choice_score(asked, set(ticked)) for ticked in scores} == scores


def test_a_question_that_nobody_can_answer_scores_nothing() -> None:
    assert choice_score(question(ChoiceKind.SINGLE, False), set()) == 0
    assert choice_score(question(ChoiceKind.MULTIPLE, False), {0}) == 0


def test_an_answer_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="2 answers"):
        choice_score(question(ChoiceKind.SINGLE, True, False), {2})


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.data())
def test_a_score_is_between_0_and_1(right: list[bool], data: st.DataObject) -> None:
    ticked = data.draw(st.sets(st.integers(0, len(right) - 1)))
    for kind in ChoiceKind:
        assert 0 <= choice_score(question(kind, *right), ticked) <= 1


@given(st.lists(st.integers()), st.text())
def test_shuffling_loses_nothing_and_always_does_the_same(items: list[int], name: str) -> None:
    assert Counter(shuffled(items, name)) == Counter(items)
    assert shuffled(items, name) == shuffled(items, name)


def test_shuffling_depends_on_the_question() -> None:
    assert len({shuffled(range(5), f"q{number}") for number in range(20)}) > 10


def test_true_and_false_keep_their_order() -> None:
    asked = question(ChoiceKind.TRUE_FALSE, True, False)
    assert shown_answers(asked) == asked.answers
    several = question(ChoiceKind.SINGLE, True, False, False)
    assert shown_answers(several) == shuffled(several.answers, "q1")


@pytest.mark.parametrize(
    ("total", "words"), [(5, "5 min"), (60, "1 h"), (65, "1 h 05"), (0, "0 min")]
)
def test_minutes_are_written_as_authors_write_them(total: int, words: str) -> None:
    assert in_words(total) == words


def test_each_mode_has_its_duration() -> None:
    durations = Durations(online_min=10, session_min=60)
    assert [durations.of(mode) for mode in Mode] == [10, 60, None]


def test_a_variant_has_a_suffix() -> None:
    assert Variant("aesh", "college", short=True).suffix == "--aesh--college--courte"
    assert Variant().suffix == ""
