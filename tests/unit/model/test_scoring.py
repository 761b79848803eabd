"""Scores: the cases that the player is checked against too, and what holds for all."""

import json
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.responses import keys, responses

from emas.model import Key, Response, score

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "fixtures" / "scores.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_answers_have_the_score_of_the_rule(case: dict[str, Any]) -> None:
    for response, expected in case["answers"]:
        found = score(cast(Key, case["key"]), response)
        assert found == (expected if expected is None else pytest.approx(expected, abs=1e-12)), (
            response
        )


@pytest.mark.parametrize(
    ("key", "response"),
    [
        ({"kind": "unique", "count": 2, "right": [0]}, [2]),
        ({"kind": "unique", "count": 2, "right": [0]}, [0, 0]),
        ({"kind": "unique", "count": 2, "right": [0]}, "0"),
        ({"kind": "unique", "count": 2, "right": [0]}, [True]),
        ({"kind": "ordre", "count": 3}, [0, 1]),
        ({"kind": "ordre", "count": 2}, [0, None]),
        ({"kind": "association", "count": 2}, [0]),
        ({"kind": "categories", "count": 2, "right": [0, 1, 1]}, [0, 1, 2]),
        ({"kind": "trous", "strict": False, "words": [["a"]]}, ["a", "b"]),
        ({"kind": "trous", "strict": False, "words": [["a"]]}, [1]),
        ({"kind": "numerique", "value": "1", "tolerance": "0", "unit": ""}, 1),
        ({"kind": "echelle", "count": 5}, 5),
        ({"kind": "position", "count": 5}, [1]),
        ({"kind": "ouverte"}, 1),
    ],
)
def test_what_cannot_be_an_answer_is_refused(key: Key, response: Response) -> None:
    with pytest.raises(ValueError, match=r"."):
        score(key, response)


@given(keys().flatmap(lambda key: st.tuples(st.just(key), responses(key))))
def test_a_score_is_between_0_and_1(pair: tuple[Key, Response]) -> None:
    found = score(*pair)
    assert found is None or 0 <= found <= 1
