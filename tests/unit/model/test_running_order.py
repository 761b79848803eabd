"""Minutes shared exactly, and what a running order answers."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from emas.document import Priority
from emas.model import LeftOut, RunningOrder, Sequence, SequenceKind, shared

WEIGHTS = st.lists(st.integers(0, 500), max_size=20)


def test_minutes_are_shared_in_proportion() -> None:
    assert shared(10, [1, 1, 3]) == (2, 2, 6)
    assert shared(10, [0, 1]) == (0, 10)
    assert shared(3, [1000, 1, 1]) == (1, 1, 1)
    assert shared(2, [5, 1, 5]) == (1, 0, 1)
    assert shared(4, [0, 0]) == (2, 2)
    assert shared(0, [3, 4]) == (0, 0)
    assert shared(5, []) == ()


@given(st.integers(0, 400), WEIGHTS.filter(bool))
def test_shares_add_up(minutes: int, weights: list[int]) -> None:
    assert sum(shared(minutes, weights)) == minutes


@given(st.integers(0, 400), WEIGHTS.filter(any))
def test_everybody_is_served_when_there_is_enough(minutes: int, weights: list[int]) -> None:
    shares = shared(minutes, weights)
    served = [share > 0 for share in shares]
    wanted = [weight > 0 for weight in weights]
    assert served == wanted or minutes < sum(wanted)


@given(st.integers(0, 400), WEIGHTS)
def test_a_greater_weight_never_has_less(minutes: int, weights: list[int]) -> None:
    shares = shared(minutes, weights)
    ranked = sorted(zip(weights, shares, strict=True))
    assert all(one <= other for (light, one), (heavy, other) in pairwise(ranked) if light < heavy)


def test_what_is_left_out_is_said_with_its_reason() -> None:
    scenes = LeftOut("voir", "scenes", "Quatre scènes", 10, Priority.IF_TIME)
    step = LeftOut("agir", "", "Agir", 75, Priority.USEFUL)
    assert scenes.words == "Quatre scènes (10 min), si le temps le permet"
    assert step.words == "étape «\u00a0Agir\u00a0» (1 h 15), utile"


def test_a_sequence_is_found_by_its_step_and_its_id() -> None:
    talk = Sequence("voir", "", "Voir", SequenceKind.TALK, 5, 0)
    case = Sequence("voir", "noe", "Noé", SequenceKind.CASE, 8, 5)
    other = Sequence("agir", "noe", "Agir", SequenceKind.TALK, 4, 13)
    order = RunningOrder((talk, case, other))
    assert (order.total_min, order.step_min("voir"), order.step_min("absente")) == (17, 13, 0)
    assert (order.of("voir", "noe"), order.of("voir", "zoe")) == (case, None)
    assert order.of_step("agir") == (other,)
