"""Python and the player give the same scores, and draw the same questions."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from tests.js.player import drawn, scores

from emas.model.drawing import draw

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "scores.json").read_text(encoding="utf-8")
)


def test_the_player_gives_the_scores_of_the_rule() -> None:
    pairs = [(case["key"], answer) for case in CASES for answer, _ in case["answers"]]
    expected = [found for case in CASES for _, found in case["answers"]]
    for pair, given, wanted in zip(pairs, scores(pairs), expected, strict=True):
        assert given == (wanted if wanted is None else pytest.approx(wanted, abs=1e-12)), pair


def test_the_player_draws_what_paper_asks() -> None:
    dice = random.Random("tirage")
    objectives = ["situer", "décrire", "aménager"]
    draws = [
        (
            {f"q{number:02}": dice.choice(objectives) for number in range(dice.randint(1, 20))},
            objectives,
            dice.randint(1, 8),
            dice.randint(1, 3),
            f"séance-{seed}",
        )
        for seed in range(200)
    ]
    assert drawn(draws) == [draw(*arguments) for arguments in draws]
