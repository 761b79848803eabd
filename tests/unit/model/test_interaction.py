"""Answers as xAPI writes them: read again, they are the same."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.responses import keys, responses

from emas.model import Key, Response
from emas.model.interaction import read, written

ANSWERS = keys().flatmap(lambda key: st.tuples(st.just(key), responses(key)))


@given(ANSWERS)
def test_an_answer_is_read_as_it_was_written(pair: tuple[Key, Response]) -> None:
    key, response = pair
    if key["kind"] == "trous":
        assume(all("[,]" not in str(text) for text in response))  # type: ignore[union-attr]
    assert read(key, written(key, response)) == response


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ({"kind": "multiple", "count": 3, "right": [0]}, [0, 2], "r0[,]r2"),
        ({"kind": "multiple", "count": 3, "right": [0]}, [], ""),
        ({"kind": "ordre", "count": 3}, [2, 0, 1], "r2[,]r0[,]r1"),
        ({"kind": "association", "count": 2}, [1, None], "r0[.]c1[,]r1[.]-"),
        ({"kind": "trous", "words": [["a"], ["b"]], "strict": False}, ["a", ""], "a[,]"),
        ({"kind": "echelle", "count": 5}, 4, "r4"),
        ({"kind": "numerique", "value": "1", "tolerance": "0", "unit": "%"}, "25 %", "25 %"),
    ],
)
def test_each_kind_has_its_form(key: Key, response: Response, expected: str) -> None:
    assert written(key, response) == expected


@given(keys(), st.text(max_size=12) | st.text("rc0129[,].-", max_size=14))
def test_any_text_is_an_answer_or_a_value_error(key: Key, text: str) -> None:
    try:
        read(key, text)
    except ValueError:
        return
    assert read(key, written(key, read(key, text))) == read(key, text)
