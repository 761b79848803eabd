"""Answers that come back: nothing is lost, nothing false is kept, each mistake is told."""

import csv
import io
import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import plans

from emas.model import Asking, asking, planned
from emas.model.codes import new_codes
from emas.model.sheet import Sheet, versioned
from emas.readers.answers import model_table, read_answers, read_typed_table
from emas.transforms.moments import asked_parts

PATH = PurePosixPath("reponses.json")
CATALOGUE = plans.catalogue()
ITEM = next(one for one in planned(CATALOGUE.plans) if one.session.id == "aut-aesh-2027-01")
PARTS = asking(CATALOGUE, ITEM)
QUESTION = versioned(PARTS[0].questions[0])
CODE = next(new_codes())
FILE: dict[str, Any] = {
    "format": "emas-reponses-1",
    "session": "aut-aesh-2027-01",
    "moment": "acquis",
    "code": CODE,
    "numero": 2,
    "reponses": {QUESTION: [0]},
}


def told(content: object) -> list[str]:
    """Return the codes of what is said of a file."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return [
        str(item.code)
        for item in read_answers(data, PATH, {ITEM.session.id: asked_parts(PARTS)})[1]
    ]


def test_a_file_is_a_sheet() -> None:
    data = json.dumps(FILE).encode("utf-8-sig")
    received, found = read_answers(data, PATH, {ITEM.session.id: asked_parts(PARTS)})
    assert found == []
    assert received is not None
    assert received.session == "aut-aesh-2027-01"
    assert received.sheet == Sheet("acquis", CODE, 2, {QUESTION: [0]})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"format": "emas-reponses-2"}, "REP001"),
        ({"format": None}, "REP001"),
        ({"numero": 0}, "REP001"),
        ({"numero": True}, "REP001"),
        ({"reponses": []}, "REP001"),
        ({"session": "aut-aesh-2027-02"}, "REP002"),
        ({"session": ["x"]}, "REP002"),
        ({"moment": "positionnement"}, "REP003"),
        ({"code": CODE[::-1] + "A"}, "REP004"),
        ({"code": 7}, "REP004"),
        ({"reponses": {"autre-q01@11111111": [0]}}, "REP005"),
        ({"reponses": {QUESTION: [9]}}, "REP005"),
        ({"reponses": {QUESTION: {"a": 1}}}, "REP005"),
        ({"reponses": {QUESTION: [1.5]}}, "REP005"),
        ({"reponses": {QUESTION.partition("@")[0] + "@00000000": [3]}}, "REP006"),
    ],
)
def test_each_mistake_of_a_file_is_told(change: dict[str, Any], expected: str) -> None:
    assert told({**FILE, **change}) == [expected]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[]", b"[" * 100_000, b"1" * 300_000, b'{"format": NaN}', b"\x00"]
)
def test_what_is_no_file_of_ours_is_refused(data: bytes) -> None:
    assert told(data) == ["REP001"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(FILE)), JSON, max_size=2))
def test_any_content_gives_a_sheet_or_a_reason(change: dict[str, Any]) -> None:
    data = json.dumps({**FILE, **change}).encode()
    received, found = read_answers(data, PATH, {ITEM.session.id: asked_parts(PARTS)})
    assert received is not None or found


def written(lines: list[list[str]]) -> bytes:
    """Return a table as a spreadsheet program saves it in French."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(lines)
    return out.getvalue().encode("utf-8-sig")


def test_the_model_filled_in_gives_its_sheets() -> None:
    header, *lines = model_table(PARTS, {"acquis": [CODE], "satisfaction": [CODE]})
    assert header[:2] == ["moment", "code"]
    assert [line[:2] for line in lines] == [["acquis", CODE], ["satisfaction", CODE]]
    lines[0][2] = "A"
    lines[1][header.index("avis-clarte")] = "4"
    sheets, found = read_typed_table(written([header, *lines]), PATH, PARTS)
    assert found == []
    survey = PARTS[1].questions[1]
    assert sheets[1] == Sheet("satisfaction", CODE, 1, {versioned(survey): 3})
    assert list(sheets[0].answers) == [QUESTION]


def test_lines_without_an_answer_are_left() -> None:
    lines = list(model_table(PARTS, {"acquis": [CODE]}))
    assert read_typed_table(written(lines), PATH, PARTS) == ([], [])


def test_mistakes_of_a_table_are_told_at_their_line() -> None:
    lines = [
        ["moment", "code", "aut-q01", "aut-q99"],
        ["acquis", CODE, "Z", ""],
        ["acquis", "AAAAAAA", "A", ""],
        ["avant", CODE, "A", "B"],
    ]
    sheets, found = read_typed_table(written(lines), PATH, _named())
    assert [(str(item.code), item.span.line) for item in found] == [
        ("REP005", 1),
        ("REP005", 2),
        ("REP004", 3),
        ("REP003", 4),
    ]
    assert sheets == [Sheet("acquis", CODE, 1, {})]


def _named() -> list[Asking]:
    """Return what is asked, with the name « aut-q01 » for its first question."""
    first = replace(PARTS[0].questions[0], id="aut-q01")
    return [replace(PARTS[0], questions=(first,))]
