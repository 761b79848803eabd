"""Python and the player agree on 20,000 random questions and answers."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.js.player import scores
from tests.responses import keys, responses

from emas.model import Key, Response, score

pytestmark = pytest.mark.long

PAIRS = 20_000


def test_both_give_the_same_scores() -> None:
    pairs: list[tuple[Key, Response]] = []

    @settings(
        max_examples=PAIRS,
        phases=[Phase.generate],
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(keys().flatmap(lambda key: st.tuples(st.just(key), responses(key))))
    def draw(pair: tuple[Key, Response]) -> None:
        pairs.append(pair)

    draw()
    assert len(pairs) >= PAIRS
    found = scores(pairs)
    scored = [score(*pair) for pair in pairs]
    assert {kept for kept in scored if kept is not None} >= {0.0, 1.0}
    for pair, ours, theirs in zip(pairs, scored, found, strict=True):
        assert (ours is None) == (theirs is None), pair
        if ours is not None and theirs is not None:
            assert abs(ours - theirs) <= 1e-9, pair
