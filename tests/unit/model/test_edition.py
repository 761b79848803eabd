"""Variants and durations: what is written in names and on covers."""

import pytest

from emas.model import Durations, Mode, Variant, in_words


@pytest.mark.parametrize(
    ("variant", "suffix"),
    [
        (Variant(), ""),
        (Variant(audience="aesh"), "--aesh"),
        (Variant(level="college"), "--college"),
        (Variant("aesh", "college", short=True), "--aesh--college--courte"),
        (Variant("aesh", "college", minutes=120), "--aesh--college--duree-120"),
    ],
)
def test_a_variant_ends_the_names_of_its_files(variant: Variant, suffix: str) -> None:
    assert variant.suffix == suffix


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 min"), (59, "59 min"), (60, "1 h"), (65, "1 h 05"), (90, "1 h 30"), (180, "3 h")],
)
def test_minutes_are_told_in_hours(minutes: int, words: str) -> None:
    assert in_words(minutes) == words


def test_each_mode_has_its_duration() -> None:
    durations = Durations(online_min=20, session_min=180, short_min=None)
    assert [durations.of(mode) for mode in Mode] == [20, 180, None]
