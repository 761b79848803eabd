from dataclasses import replace
from datetime import date

import pytest
from tests.unit.writers.handouts.every_kind import conditional_on
from tests.unit.writers.handouts.samples import (
    ASKED,
    HERE,
    QUESTION,
    bullets,
    callout,
    choice,
    decision,
    edition,
    edition_of,
    line,
    module,
    par,
    step,
    vignette,
)

from emas.document import (
    Axis,
    CalloutKind,
    Column,
    Columns,
    Conditional,
    Footnote,
    FootnoteRef,
    Heading,
    TrainerNote,
    Verdict,
)
from emas.model import Review, Ticking, Variant, shown_answers
from emas.writers.handouts.booklet import booklet
from emas.writers.handouts.boxes import condition
from emas.writers.handouts.context import Context, Data


def plain(words: str) -> Data:
    children = [{"type": "text", "text": words}]
    return {"type": "paragraph", "keep": False, "children": children}


def heading(level: int, words: str) -> Heading:
    return Heading(level, line(words), words, HERE)


def only_step(data: Data) -> list[Data]:
    steps = data["steps"]
    assert isinstance(steps, list)
    (only,) = steps
    found = only["blocks"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(("depth", "stacked"), [(1, False), (5, True)])
def test_columns_without_room_for_words_are_one_under_another(depth: int, *, stacked: bool) -> None:
    inside = bullets("mot")
    for _ in range(depth - 1):
        inside = replace(inside, items=(replace(inside.items[0], blocks=(inside,)),))
    columns = Columns(
        tuple(Column((), (inside,), f"c{rank}", HERE) for rank in range(3)), "c", HERE
    )
    (found,) = only_step(booklet(edition(columns), line=69))
    assert found["stacked"] is stacked


def test_the_line_that_closes_a_situation_stays_with_its_last_decision() -> None:
    first, second = (decision(name, choice(Verdict.ADVISED, "a", "b")) for name in ("d1", "d2"))
    (case,) = only_step(booklet(edition(vignette(first, second, par("Comment savoir ?")))))
    inside = case["blocks"]
    assert isinstance(inside, list)
    assert [item["keep"] for item in inside] == [False, True, False]


def test_what_to_try_tomorrow_is_on_the_first_page_and_its_place_points_there() -> None:
    data = booklet(edition(callout(CalloutKind.TOMORROW, par("essayer"))))
    part = {"type": "part", "kind": "demain", "title": [], "blocks": [plain("essayer")]}
    assert data["tomorrow"] == [part]
    assert only_step(data) == [{"type": "pointer", "kind": "demain", "title": []}]


def test_what_is_printed_elsewhere_keeps_its_condition() -> None:
    told = callout(CalloutKind.WHOM_TO_TELL, par("ici"))
    whom = booklet(edition(conditional_on("aesh", told, par("reste"))))["whom"]
    part = {
        "type": "part",
        "kind": "a-qui-en-parler",
        "title": [],
        "blocks": [plain("ici")],
    }
    label = "Pour\u00a0: AESH"
    assert whom == [{"type": "conditional", "label": label, "blocks": [part], "room": 3.0}]


def test_a_section_for_the_trainer_only_leaves_no_heading() -> None:
    note = TrainerNote((), (par("dire"),), "voir/animation-1", HERE)
    blocks = (
        heading(2, "a"),
        heading(3, "b"),
        note,
        heading(2, "c"),
        par("texte"),
        heading(3, "d"),
    )
    kinds = [item["type"] for item in only_step(booklet(edition(*blocks)))]
    assert kinds == ["heading", "paragraph"]


def test_a_heading_is_held_to_a_paragraph_that_calls_a_note() -> None:
    # Typst 0.15 lets the line of a note go to the next page without the heading above it.
    note = Footnote("n", (par("note"),), HERE)
    called = replace(par(""), children=(*line("appel"), FootnoteRef("n", HERE)))
    blocks = (heading(2, "a"), called, heading(2, "b"), par("texte"), note)
    found = only_step(booklet(edition(*blocks)))
    assert [item["type"] for item in found] == ["held", "heading", "paragraph"]
    inside = found[0]["blocks"]
    assert isinstance(inside, list)
    assert [item["type"] for item in inside] == ["heading", "paragraph"]


def test_a_long_paragraph_is_not_held_to_its_heading() -> None:
    note = Footnote("n", (par("note"),), HERE)
    called = replace(par(""), children=(*line("mot " * 400), FootnoteRef("n", HERE)))
    found = only_step(booklet(edition(heading(2, "a"), called, note)))
    assert [item["type"] for item in found] == ["heading", "paragraph"]


def test_answers_have_the_letters_of_the_question() -> None:
    data = booklet(edition(ASKED))
    (asked,) = only_step(data)
    answers = data["answers"]
    assert isinstance(answers, list)
    labels = [choice["label"] for choice in answers[0]["choices"]]
    assert labels == asked["choices"]
    rights = [choice["right"] for choice in answers[0]["choices"]]
    assert isinstance(QUESTION.task, Ticking)
    assert rights == [answer.right for _, answer in shown_answers(QUESTION.task, QUESTION.id)]


def test_the_feedback_of_a_situation_is_at_the_end_only() -> None:
    first = decision("d1", choice(Verdict.POSSIBLE, "attendre", "utile parfois", "d2"))
    second = decision("d2", choice(Verdict.ADVISED, "agir", "oui"))
    data = booklet(edition(vignette(first, second)))
    assert "utile parfois" not in repr(only_step(data))
    cases = data["cases"]
    assert isinstance(cases, list)
    told = cases[0]["decisions"][0]["choices"][0]
    assert told == {
        "verdict": "possible",
        "label": [plain("attendre")],
        "feedback": [plain("utile parfois")],
        "next": 2,
    }


def test_situations_and_questions_are_numbered_through_the_steps() -> None:
    other = replace(QUESTION, id="q02")
    second = replace(
        step(replace(ASKED, id="q02"), replace(vignette(), id="lea"), questions=(other,)), id="agir"
    )
    data = booklet(edition_of(module(step(ASKED, vignette()), second)))
    cases, answers = data["cases"], data["answers"]
    assert isinstance(cases, list)
    assert isinstance(answers, list)
    assert [case["number"] for case in cases] == [1, 2]
    assert [answer["number"] for answer in answers] == [1, 2]


@pytest.mark.parametrize(
    ("axis", "values", "label"),
    [
        (Axis.AUDIENCE, ("aesh", "direction"), "Pour\u00a0: AESH, Direction"),
        (Axis.NOT_AUDIENCE, ("aesh",), "Pour tous, sauf\u00a0: AESH"),
        (Axis.LEVEL, ("college",), "Niveau\u00a0: Collège"),
        (Axis.LENGTH, ("longue",), "Séance longue"),
        (Axis.MEDIUM, ("papier",), ""),
    ],
)
def test_a_condition_says_whom_it_is_for(axis: Axis, values: tuple[str, ...], label: str) -> None:
    node = Conditional(axis, values, (), "voir/x-1", HERE)
    assert condition(node, Context(edition())) == label


def test_the_cover_says_that_nobody_reviewed() -> None:
    assert booklet(edition())["review"] == "Non relu"
    footer = ["Accueillir un élève", "Version 1.0 du 21\u00a0novembre 2026 · non relu"]
    assert booklet(edition())["footer"] == footer


def test_the_cover_says_who_reviewed_and_when() -> None:
    reviewed = replace(module(), review=Review(date(2026, 5, 1), "une psychologue"))
    data = booklet(edition_of(reviewed))
    assert data["review"] == "Relu le 1er\u00a0mai 2026 par une psychologue"


def test_the_cover_of_a_variant_names_its_public() -> None:
    chosen = replace(edition(), variant=Variant(audience="direction", level="college"))
    assert booklet(chosen)["audiences"] == "Direction · Collège"
