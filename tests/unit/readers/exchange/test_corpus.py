"""The 51 GIFT files that no one here wrote: what is understood equals the reference parse.

`DIFFERENCES` is the whole list of what we read otherwise, with the reason; docs/formats/import.md
shows it to authors.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from tests.exchanges import CORPUS, drafts_of

from emas.readers.exchange.draft import (
    HOLE,
    Body,
    Choices,
    Description,
    Draft,
    Essay,
    Figure,
    Matches,
    Numeric,
    Option,
    Rich,
    TrueFalse,
    Typed,
)
from emas.readers.exchange.questions import questions_of
from emas.writers.source import question_source

Value = dict[str, Any]


pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"these files are not ours to publish, and not in {CORPUS}"
)


def test_every_file_of_the_corpus_is_there() -> None:
    assert len(list(CORPUS.glob("*.gift"))) == 51


def test_every_question_is_what_the_reference_parser_reads() -> None:
    different = {(name, rank) for name, rank, ours, theirs in read_twice() if ours != theirs}
    assert different == set(DIFFERENCES)


def test_every_question_is_written_or_told() -> None:
    for path in sorted(CORPUS.glob("*.gift")):
        drafts, found = drafts_of(path.read_bytes())
        assert found == []
        result = questions_of(drafts)
        refused = [item for item in result.diagnostics if item.code == "IMP002"]
        assert len(result.questions) + len(refused) == len(drafts)
        assert all(question_source(question) for question in result.questions)


DIFFERENCES = {
    ("TFTwoFeedback.gift", 1): "Moodle : la première remarque est pour la réponse fausse",
    ("TFTwoFeedback.gift", 2): "Moodle : la première remarque est pour la réponse fausse",
}


def read_twice() -> Iterator[tuple[str, int, Value, Value]]:
    for path in sorted(CORPUS.glob("*.gift")):
        drafts, _ = drafts_of(path.read_bytes())
        reference = json.loads(path.with_suffix(".json").read_text("utf-8"))
        questions = [item for item in reference if item["type"] != "Category"]
        assert len(drafts) == len(questions)
        for rank, (draft, theirs) in enumerate(zip(drafts, questions, strict=True)):
            yield path.name, rank, ours_of(draft), theirs_of(theirs)


def ours_of(draft: Draft) -> Value:
    """Return a draft as plain values, spaces made alike."""
    return {
        "title": draft.title,
        "id": draft.id,
        "tags": list(draft.tags),
        "stem": text_of(draft.statement),
        "embedded": HOLE in draft.statement.text,
        "said": text_of(draft.feedback),
        **body_of(draft.body),
    }


def body_of(body: Body) -> Value:
    match body:
        case Choices(options=options):
            return {"type": "MC", "answers": [answer_of(option) for option in options]}
        case Typed(options=options):
            return {"type": "Short", "answers": [answer_of(option) for option in options]}
        case TrueFalse():
            told = [text_of(body.when_true), text_of(body.when_false)]
            return {"type": "TF", "answers": [body.right, *told]}
        case Numeric(figures=figures):
            return {"type": "Numerical", "answers": [figure_of(figure) for figure in figures]}
        case Matches(couples=couples):
            pairs = [[text_of(couple.left), couple.right] for couple in couples]
            return {"type": "Matching", "answers": pairs}
        case Essay():
            return {"type": "Essay", "answers": []}
        case Description():
            return {"type": "Description", "answers": []}
        case _:
            raise AssertionError(body)


def answer_of(option: Option) -> list[object]:
    return [text_of(option.text), float(option.worth), text_of(option.feedback)]


def figure_of(figure: Figure) -> list[object]:
    value = None if figure.value is None else [float(figure.value), float(figure.tolerance)]
    return [value, float(figure.worth), text_of(figure.feedback)]


def text_of(rich: Rich) -> list[str]:
    return [str(rich.format), spaced(rich.text.replace(HOLE, "_____"))] if rich else []


def theirs_of(item: Value) -> Value:
    """Return the reference parse in the same shape."""
    kind = item["type"]
    return {
        "title": item["title"] or "",
        "id": item["id"] or "",
        "tags": item["tags"] or [],
        "stem": their_text(item["stem"]),
        "embedded": item["hasEmbeddedAnswers"],
        "said": their_text(item.get("globalFeedback")),
        "type": kind,
        "answers": THEIRS[kind](item),
    }


def their_text(text: Value | None) -> list[str]:
    return [text["format"], spaced(text["text"])] if text and text["text"].strip() else []


def their_answers(item: Value) -> list[object]:
    usual = 100.0 if item["type"] == "Short" else 0.0
    return [
        [
            their_text(answer["text"]),
            their_worth(answer, usual),
            their_text(answer["feedback"]),
        ]
        for answer in item["choices"]
    ]


def their_worth(answer: Value, usual: float) -> float:
    if answer["weight"] is not None:
        return float(answer["weight"])
    return 100.0 if answer["isCorrect"] else usual if usual else 0.0


def their_figures(item: Value) -> list[object]:
    choices = item["choices"]
    if isinstance(choices, dict):
        return [[their_number(choices), 100.0, []]]
    return [
        [
            their_number(answer["text"]) if "number" in answer["text"] else None,
            their_worth(answer, 0.0),
            their_text(answer["feedback"]),
        ]
        for answer in choices
    ]


def their_number(value: Value) -> list[float]:
    if value["type"] == "high-low":
        low, high = (Decimal(str(value[name])) for name in ("numberLow", "numberHigh"))
        return [float((low + high) / 2), float((high - low) / 2)]
    return [float(value["number"]), float(value.get("range", 0))]


def their_pairs(item: Value) -> list[object]:
    return [[their_text(pair["subquestion"]), pair["subanswer"]] for pair in item["matchPairs"]]


THEIRS: dict[str, Any] = {
    "MC": their_answers,
    "Short": their_answers,
    "TF": lambda item: [
        item["isTrue"],
        their_text(item["trueFeedback"]),
        their_text(item["falseFeedback"]),
    ],
    "Numerical": their_figures,
    "Matching": their_pairs,
    "Essay": lambda _: [],
    "Description": lambda _: [],
}


def spaced(text: str) -> str:
    """Return a text with one space between words, none before the mark that ends it."""
    return re.sub(r"_____ (?=[.,;])", "_____", " ".join(text.split()))
