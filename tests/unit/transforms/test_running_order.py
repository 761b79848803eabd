"""The running order of a session of any length."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.transforms.sessions import module, modules, step, words

from emas.diagnostics import Code
from emas.document import Priority
from emas.model import Module, RunningOrder, SequenceKind, Step, Variant
from emas.transforms.running_order import EXCHANGE, obstacle, running_order

ESSENTIAL, IF_TIME = Priority.ESSENTIAL, Priority.IF_TIME


def activity(title: str, minutes: int, priority: str = "utile") -> str:
    return f"::: activite {title}\nduree : {minutes} min\npriorite : {priority}\n\nmot\n:::\n"


def full(*steps: Step) -> RunningOrder:
    return running_order(module(*steps), Variant())


def lasting(minutes: int, *steps: Step) -> RunningOrder:
    return running_order(module(*steps), Variant(minutes=minutes))


def times(order: RunningOrder) -> list[tuple[int, str, int]]:
    return [(item.start_min, item.title, item.minutes) for item in order.sequences]


def gone(order: RunningOrder) -> list[str]:
    return [item.title for item in order.left_out]


VOIR = step("voir", f"{words(9)}\n\n{activity('Noter', 10)}", 30, priority=ESSENTIAL)
AGIR = step("agir", f"{words(9)}\n\n{activity('Essayer', 10, 'si-temps')}", 30, short_min=10)


def test_minutes_are_cumulated_through_the_steps() -> None:
    assert times(full(VOIR, AGIR)) == [
        (0, "Voir", 20),
        (20, "Noter", 10),
        (30, "Agir", 20),
        (50, "Essayer", 10),
    ]


def test_the_short_version_has_its_own_steps_and_minutes() -> None:
    order = running_order(module(VOIR, AGIR), Variant(short=True))
    assert times(order) == [(0, "Agir", 0), (0, "Essayer", 10)]


def test_what_is_for_another_session_takes_no_time() -> None:
    text = f"mot\n\n::: seance courte\n{activity('Vite', 5)}:::\n\n::: support papier\nmot\n:::"
    assert times(full(step("voir", text, 30))) == [(0, "Voir", 30)]


def test_the_full_length_is_the_full_session() -> None:
    assert lasting(60, VOIR, AGIR) == full(VOIR, AGIR)


def test_what_is_there_if_time_permits_goes_first_then_the_useful_the_last_first() -> None:
    assert gone(lasting(55, VOIR, AGIR)) == ["Essayer"]
    assert gone(lasting(38, VOIR, AGIR)) == ["Agir"]
    assert gone(lasting(30, VOIR, AGIR)) == ["Agir"]
    assert gone(lasting(20, VOIR, AGIR)) == ["Noter", "Agir"]


def test_a_step_that_goes_takes_all_its_minutes() -> None:
    (item,) = lasting(30, VOIR, AGIR).left_out
    assert (item.step, item.id, item.minutes, item.priority) == ("agir", "", 30, Priority.USEFUL)


def test_talks_are_shortened_before_something_useful_goes() -> None:
    order = lasting(27, VOIR)
    assert (times(order), gone(order)) == ([(0, "Voir", 17), (17, "Noter", 10)], [])


def test_talks_are_lengthened_to_fill_the_time() -> None:
    assert times(lasting(52, VOIR, AGIR)) == [(0, "Voir", 21), (21, "Noter", 10), (31, "Agir", 21)]


def test_another_choice_is_made_when_much_time_would_be_left() -> None:
    # without « Agir », the last of the useful parts, ten minutes would be left
    order = lasting(43, VOIR, AGIR)
    assert times(order) == [(0, "Voir", 22), (22, "Agir", 21)]
    assert gone(order) == ["Noter", "Essayer"]


def test_what_is_there_if_time_permits_comes_back_when_there_is_room() -> None:
    text = f"{words(9)}\n\n{activity('Brève', 20, 'si-temps')}"
    steps = (VOIR, step("agir", text, 40, priority=ESSENTIAL))
    assert gone(lasting(54, *steps)) == ["Brève"]
    assert times(lasting(68, *steps)) == [
        (0, "Voir", 19),
        (19, "Noter", 10),
        (29, "Agir", 19),
        (48, "Brève", 20),
    ]


def test_time_that_nothing_can_fill_is_for_questions() -> None:
    order = lasting(40, step("voir", f"{words(9)}\n\n{activity('Longue', 60)}", 80))
    assert times(order) == [(0, "Voir", 23), (23, EXCHANGE, 17)]
    assert order.sequences[-1].kind is SequenceKind.EXCHANGE
    assert (gone(order), order.spare_min) == (["Longue"], 0)


def test_time_beyond_what_the_module_has_is_told() -> None:
    order = lasting(180, VOIR, AGIR)
    assert (order.total_min, gone(order), order.spare_min) == (66, [], 114)


def test_a_step_that_holds_something_essential_stays() -> None:
    steps = (VOIR, step("agir", f"mot\n\n{activity('Essayer', 10, 'essentiel')}", 30))
    assert {item.step for item in lasting(47, *steps).sequences} == {"voir", "agir"}


def test_an_exercise_is_no_more_important_than_its_step() -> None:
    # « Une » goes before « Noter », though it comes first: its step is there if time permits
    text = f"mot\n\n{activity('Une', 10)}\n{activity('Deux', 10, 'essentiel')}"
    steps = (step("commencer", text, 40, priority=IF_TIME), VOIR)
    order = lasting(60, *steps)
    assert [(item.title, item.priority) for item in order.left_out] == [("Une", IF_TIME)]


def test_a_step_that_says_nothing_by_itself_has_an_exercise_or_goes() -> None:
    text = "::: situation Noé\nmot\n:::\n\n::: situation Zoé\nmot\n:::"
    steps = (step("voir", text, 30, priority=ESSENTIAL), step("agir", text, 30))
    assert gone(lasting(13, *steps)) == ["Zoé", "Agir"]
    assert told(module(*steps), Variant(minutes=12)) is not None


def test_without_anything_essential_the_first_step_is() -> None:
    plain = [replace(item, priority=Priority.USEFUL) for item in (VOIR, AGIR)]
    assert times(lasting(1, *plain)) == [(0, "Voir", 17)]


def told(found: Module, variant: Variant) -> tuple[Code, str] | None:
    problem = obstacle(found, variant)
    return (problem.code, problem.message.replace("\u00a0", " ")) if problem else None


def test_less_than_the_essential_is_refused_with_the_minimum() -> None:
    found = module(VOIR, AGIR)
    assert told(found, Variant(minutes=17)) is None
    assert told(found, Variant(minutes=16)) == (
        Code.SOR003,
        "La durée demandée, 16 min, ne suffit pas à l’essentiel de ce module : il faut 17 min.",
    )


def test_a_length_needs_the_durations_of_the_steps() -> None:
    untimed = module(VOIR, step("agir", "mot", None))
    assert told(untimed, Variant(minutes=40)) == (
        Code.SOR004,
        "La durée « seance » manque : l’étape « Agir » n’en a pas.",
    )
    assert told(untimed, Variant(short=True)) == (
        Code.SOR004,
        "La durée « courte » manque : aucune étape n’en a.",
    )
    assert told(untimed, Variant()) is None
    assert told(module(VOIR, AGIR), Variant(short=True)) is None


def minimum(found: Module) -> int:
    """Return the shortest session that is not refused."""
    whole = found.durations.session_min or 0
    return next(n for n in range(whole + 1) if obstacle(found, Variant(minutes=n)) is None)


@given(modules(), st.data())
def test_any_duration_is_met_within_five_minutes(found: Module, data: st.DataObject) -> None:
    whole = found.durations.session_min or 0
    asked = data.draw(st.integers(minimum(found), whole))
    assert asked - 5 <= running_order(found, Variant(minutes=asked)).total_min <= asked


@given(modules(), st.integers(1, 400))
def test_the_essential_always_stays(found: Module, asked: int) -> None:
    order = running_order(found, Variant(minutes=asked))
    assert [item for item in order.left_out if item.priority is ESSENTIAL] == []
    present = {(item.step, item.id) for item in order.sequences}
    for one in found.steps:
        for box in one.blocks:
            if getattr(box, "priority", None) is ESSENTIAL:
                assert (one.id, getattr(box, "id", "")) in present
        if one.priority is ESSENTIAL:
            assert one.id in {name for name, _ in present}


@given(modules(), st.none() | st.integers(1, 400))
def test_sequences_follow_one_another_in_the_order_of_the_module(
    found: Module, asked: int | None
) -> None:
    order = running_order(found, Variant(minutes=asked))
    everything = [(item.step, item.id) for item in running_order(found, Variant()).sequences]
    present = [
        (item.step, item.id) for item in order.sequences if item.kind is not SequenceKind.EXCHANGE
    ]
    assert present == [name for name in everything if name in present]
    ends = [item.start_min + item.minutes for item in order.sequences]
    assert [item.start_min for item in order.sequences] == [0, *ends][:-1]


@given(modules())
def test_a_full_session_lasts_what_its_steps_announce(found: Module) -> None:
    order = running_order(found, Variant())
    assert [order.step_min(one.id) for one in found.steps] == [
        one.durations.session_min for one in found.steps
    ]


@given(modules(), st.integers(1, 400))
def test_all_is_either_held_or_told_as_left_out(found: Module, asked: int) -> None:
    order = running_order(found, Variant(minutes=asked))
    whole = {(item.step, item.id) for item in running_order(found, Variant()).sequences}
    held = {(item.step, item.id) for item in order.sequences}
    out = {(item.step, item.id) for item in order.left_out}
    steps = {step for step, identifier in out if not identifier}
    assert {name for name in whole if name[0] in steps} | out - {(one, "") for one in steps} == (
        whole - held
    )
