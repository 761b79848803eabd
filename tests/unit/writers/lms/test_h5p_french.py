"""Labels in French: all of them, each with the marks that its content type fills."""

import re
from collections.abc import Mapping

import pytest
from tests.h5p_libraries import BLANKS, DRAG_TEXT, IMAGE, MULTI_CHOICE, QUESTION_SET, TRUE_FALSE

from emas.writers.lms.h5p import french

MARKS = {
    "french.SET": {
        "textualProgress": {"@current", "@total"},
        "readSpeakerProgress": {"@current", "@total"},
        "jumpToQuestion": {"%d", "%total"},
    },
    "french.END": {
        "amountCorrect": {"@finals", "@totals"},
        "scoreBarLabel": {"@finals", "@totals"},
    },
    "french.MULTI_CHOICE": {"scoreBarLabel": {":num", ":total"}},
    "french.TRUE_FALSE": {"scoreBarLabel": {":num", ":total"}, "score": {"@score", "@total"}},
    "french.BLANKS": {
        "scoreBarLabel": {":num", ":total"},
        "answerIsCorrect": {":ans"},
        "answerIsWrong": {":ans"},
        "inputLabel": {"@num", "@total"},
    },
    "french.DRAG_TEXT": {
        "scoreBarLabel": {":num", ":total"},
        "dropZoneIndex": {"@index"},
        "empty": {"@index"},
        "contains": {"@index", "@draggable"},
        "ariaDraggableIndex": {"@index", "@count"},
    },
    "french.IMAGE": {},
}
"""The marks of each label, by group, as the scripts of content types look for them."""


@pytest.mark.parametrize("group", MARKS)
def test_a_label_has_the_marks_that_its_type_fills_and_no_other(group: str) -> None:
    labels: Mapping[str, str] = getattr(french, group.removeprefix("french."))
    found = {name: set(re.findall(r"[@%:]\w+", label)) for name, label in labels.items()}
    assert {name: marks for name, marks in found.items() if marks} == MARKS[group]


def test_every_label_of_a_type_has_its_french_words() -> None:
    named = {
        "SET": _texts(QUESTION_SET, "texts"),
        "END": _texts(QUESTION_SET, "endGame"),
        "MULTI_CHOICE": _texts(MULTI_CHOICE, "UI"),
        "TRUE_FALSE": _texts(TRUE_FALSE, "l10n"),
        "BLANKS": _texts(BLANKS) - {"text"},
        "DRAG_TEXT": _texts(DRAG_TEXT) - {"taskDescription", "textField", "distractors"},
        "IMAGE": _texts(IMAGE) - {"alt", "title"},
    }
    assert {name: set(getattr(french, name)) for name in named} == named


def _texts(fields: list[dict[str, object]], group: str = "") -> set[object]:
    """Return the names of the texts of a content type, or of one of its groups."""
    if group:
        (found,) = (field["fields"] for field in fields if field["name"] == group)
        assert isinstance(found, list)
        fields = found
    return {field["name"] for field in fields if field["type"] == "text"}
