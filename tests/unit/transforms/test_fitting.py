"""What stays in a session, by priority, and how well the time is filled."""

from hypothesis import given
from hypothesis import strategies as st

from emas.document import Priority
from emas.transforms.fitting import SLACK_MIN, Unit, essential, kept, longest, shortest, usual

ESSENTIAL, USEFUL, IF_TIME = Priority.ESSENTIAL, Priority.USEFUL, Priority.IF_TIME


def talk(step: str, minutes: int, priority: Priority = USEFUL) -> Unit:
    return Unit(step, "", priority, 0, minutes)


def activity(step: str, name: str, minutes: int, priority: Priority = USEFUL) -> Unit:
    return Unit(step, name, priority, minutes, 0)


def test_talks_stretch_by_fifteen_percent_and_activities_do_not() -> None:
    units = (talk("un", 30), activity("un", "a", 10))
    assert (shortest(units), usual(units), longest(units)) == (36, 40, 44)


def test_a_step_that_goes_takes_its_exercises_along() -> None:
    units = (talk("un", 20, ESSENTIAL), talk("deux", 20), activity("deux", "a", 5))
    assert kept(units, 20) == units[:1]


def test_the_choice_that_fills_the_time_best_is_made() -> None:
    units = (
        talk("un", 10, ESSENTIAL),
        activity("un", "a", 30),
        activity("un", "b", 25),
        activity("un", "c", 28),
    )
    assert kept(units, 64) == units[:3]
    assert kept(units, 62) == (units[0], units[2], units[3])


def test_of_two_choices_that_last_as_long_the_earlier_is_made() -> None:
    units = (talk("un", 10, ESSENTIAL), *(activity("un", name, 30) for name in "abc"))
    assert kept(units, 40) == units[:2]


def test_an_exercise_does_not_come_back_without_its_step() -> None:
    units = (talk("un", 10, ESSENTIAL), talk("deux", 60), activity("deux", "a", 20))
    assert kept(units, 35) == units[:1]


def test_a_step_without_minutes_takes_no_room() -> None:
    for own in (ESSENTIAL, USEFUL):
        units = (talk("un", 0, own), activity("un", "a", 7), activity("un", "b", 6))
        assert kept(units, 6) == (units[0], units[2])


PRIORITIES = st.sampled_from(Priority)
ORDER = (IF_TIME, USEFUL, ESSENTIAL)


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Unit, ...]:
    units = []
    for rank in range(draw(st.integers(1, 4))):
        whole = talk(str(rank), draw(st.integers(0, 40)), draw(PRIORITIES))
        units.append(whole)
        for number in range(draw(st.integers(0, 4))):
            own = min(whole.priority, draw(PRIORITIES), key=ORDER.index)
            units.append(Unit(str(rank), f"{number}", own, draw(st.integers(0, 30)), 0))
    return tuple(units)


@given(sessions(), st.integers(0, 300))
def test_what_stays_is_never_too_long_unless_it_is_essential(
    units: tuple[Unit, ...], asked: int
) -> None:
    staying = kept(units, asked)
    assert shortest(staying) <= asked or staying == essential(units)


@given(sessions(), st.integers(0, 300))
def test_no_exercise_stays_without_its_step(units: tuple[Unit, ...], asked: int) -> None:
    staying = kept(units, asked)
    assert {unit.step for unit in staying} == {unit.step for unit in staying if not unit.id}


@given(sessions(), st.integers(0, 300))
def test_no_useful_part_with_room_for_it_is_left_out(units: tuple[Unit, ...], asked: int) -> None:
    staying = kept(units, asked)
    if longest(staying) >= asked - SLACK_MIN:
        return
    steps = {unit.step for unit in staying}
    more = [
        unit
        for unit in set(units) - set(staying)
        if (not unit.id or unit.step in steps) and shortest((*staying, unit)) <= asked
    ]
    assert [unit for unit in more if usual((unit,)) > 0] == []
