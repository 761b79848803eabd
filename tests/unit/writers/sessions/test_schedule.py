"""Clock times of a session: half-days follow one another."""

from datetime import date, time
from pathlib import PurePosixPath

from emas.diagnostics import file_start
from emas.model import HalfDay
from emas.model.plan import Modality
from emas.writers.sessions.schedule import Item, spread

HERE = file_start(PurePosixPath("content/plan/essai.yml"))


def half_day(day: int, start: time, end: time) -> HalfDay:
    return HalfDay(date(2027, 1, day), start, end, "École A", "", Modality.IN_PERSON, HERE)


def rows(halves: list[HalfDay], items: list[Item]) -> list[list[tuple[str, str, str]]]:
    """Return what each half-day shows: clock, length, title, with ordinary spaces."""
    return [
        [
            (plain(row["clock"]), plain(row["length"]), plain(row["title"]))
            for row in half["rows"]  # type: ignore[attr-defined]  # a list, see `spread`
        ]
        for half in spread(halves, items)
    ]


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


def test_a_sequence_that_meets_the_end_of_a_half_day_goes_on_at_the_next_one() -> None:
    halves = [half_day(13, time(13, 30), time(14, 30)), half_day(20, time(9), time(10))]
    items = [Item("Accueil", "Ouvrir", 20), Item("Étude", "Ouvrir", 50), Item("Bilan", "Clore", 10)]
    assert rows(halves, items) == [
        [("", "", "Ouvrir"), ("13 h 30", "20 min", "Accueil"), ("13 h 50", "40 min", "Étude")],
        [
            ("", "", "Ouvrir"),
            ("9 h", "10 min", "Étude (suite)"),
            ("", "", "Clore"),
            ("9 h 10", "10 min", "Bilan"),
        ],
    ]


def test_what_no_half_day_has_time_for_is_told_on_the_last_one() -> None:
    halves = [half_day(13, time(13, 30), time(14))]
    assert rows(halves, [Item("Étude", "", 50), Item("Bilan", "", 10)]) == [
        [("13 h 30", "50 min", "Étude"), ("14 h 20", "10 min", "Bilan")]
    ]


def test_a_few_minutes_before_the_end_are_too_few_to_begin() -> None:
    halves = [half_day(13, time(13, 30), time(14)), half_day(20, time(9), time(10))]
    assert rows(halves, [Item("Accueil", "", 26), Item("Étude", "", 20)]) == [
        [("13 h 30", "26 min", "Accueil")],
        [("9 h", "20 min", "Étude")],
    ]


def test_a_sequence_ends_with_its_half_day_rather_than_go_on_for_a_few_minutes() -> None:
    halves = [half_day(13, time(13, 30), time(14)), half_day(20, time(9), time(10))]
    assert rows(halves, [Item("Accueil", "", 34), Item("Étude", "", 20)]) == [
        [("13 h 30", "30 min", "Accueil")],
        [("9 h", "20 min", "Étude")],
    ]
