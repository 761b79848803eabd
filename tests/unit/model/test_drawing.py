"""Draws: each objective is asked about, and the same seed asks the same."""

from hypothesis import given
from hypothesis import strategies as st

from emas.model.drawing import draw, rank

OBJECTIVES = ("situer", "decrire", "amenager")
BANKS = st.dictionaries(
    st.from_regex(r"q[0-9]{2}", fullmatch=True), st.sampled_from(OBJECTIVES), min_size=1
)


@given(BANKS, st.integers(1, 12), st.integers(1, 3), st.text(max_size=8))
def test_a_draw_covers_each_objective_then_fills_up(
    bank: dict[str, str], count: int, per_objective: int, seed: str
) -> None:
    drawn = draw(bank, OBJECTIVES, count, per_objective, seed)
    assert len(drawn) == len(set(drawn)) == min(count, len(bank))
    assert drawn == draw(dict(reversed(bank.items())), OBJECTIVES, count, per_objective, seed)
    if count >= per_objective * len(OBJECTIVES):
        for objective in OBJECTIVES:
            there = sum(bank[name] == objective for name in bank)
            kept = sum(bank[name] == objective for name in drawn)
            assert kept >= min(per_objective, there)


def test_seeds_draw_differently() -> None:
    bank = dict.fromkeys((f"q{number:02}" for number in range(12)), "situer")
    drawn = {tuple(draw(bank, ("situer",), 6, 1, f"session-{seed}")) for seed in range(30)}
    assert len(drawn) > 25


def test_ranks_are_those_of_the_player() -> None:
    assert [rank(""), rank("a"), rank("élève/aut-q01")] == [2872998923, 444641715, 459993117]
