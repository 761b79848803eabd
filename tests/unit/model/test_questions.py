"""Shuffling, durations, variants; scores are in `test_scoring.py`."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.readers.samples import read

from emas.document import plain_text
from emas.model import (
    Durations,
    Matching,
    Mode,
    Ordering,
    Question,
    Ticking,
    Variant,
    in_words,
    shown_answers,
    shown_items,
    shown_rights,
    shuffled,
)


def question(kind: str, body: str, name: str = "q1") -> Question:
    """Return a question as its author writes it."""
    (found,) = read(f"::: question {kind} {{#{name}}}\nQuoi ?\n\n{body}\n:::").questions
    return found


@given(st.lists(st.integers()), st.text())
def test_shuffling_loses_nothing_and_always_does_the_same(items: list[int], name: str) -> None:
    assert Counter(shuffled(items, name)) == Counter(items)
    assert shuffled(items, name) == shuffled(items, name)


def test_shuffling_depends_on_the_question() -> None:
    assert len({shuffled(range(5), f"q{number}") for number in range(20)}) > 10


def test_true_and_false_keep_their_order() -> None:
    task = question("vrai-faux", "- [x] Vrai\n- [ ] Faux").task
    assert isinstance(task, Ticking)
    assert [number for number, _ in shown_answers(task, "q1")] == [0, 1]


@given(st.integers(2, 8), st.integers(0, 999))
def test_what_is_to_order_is_never_shown_in_order(count: int, seed: int) -> None:
    items = question("ordre", "\n".join(f"{rank}. e{rank}" for rank in range(1, count + 1))).task
    assert isinstance(items, Ordering)
    shown = [number for number, _ in shown_items(items, f"q{seed}")]
    assert sorted(shown) == list(range(count))
    assert shown != sorted(shown)


def test_both_columns_of_pairs_are_not_in_the_same_order() -> None:
    table = "| a | b |\n|---|---|\n| un | deux |\n| trois | quatre |"
    for seed in range(20):
        task = question("association", table).task
        assert isinstance(task, Matching)
        shown = shown_rights(task, f"q{seed}")
        assert [plain_text(pair.right) for _, pair in shown] == ["quatre", "deux"]


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
