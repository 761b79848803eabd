"""Results of a session: right numbers, and nobody to be recognised in them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import results as counted
from tests.responses import responses

from emas import pipeline, project
from emas.model import AFTER, BEFORE, Kind, asking, planned
from emas.model.codes import ALPHABET
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.results import FEWEST, FEWEST_FOR_SHARES, Results, results
from emas.model.sheet import Sheet
from emas.transforms.moments import asked_parts

ROOT = Path(__file__).parents[3]
CATALOGUE = pipeline.load(project.find(ROOT)).catalogue
ITEM = next(one for one in planned(CATALOGUE.plans) if one.session.id == "aut-aesh-2027-01")
PARTS = asked_parts(asking(CATALOGUE, ITEM))
MOMENTS = [part.moment for part in PARTS]


@st.composite
def sheets(draw: st.DrawFn, most: int = 12) -> list[Sheet]:
    """Return what some participants answered, each to some of the moments and questions."""
    found = []
    for code in draw(
        st.lists(st.text(ALPHABET, min_size=7, max_size=7), unique=True, max_size=most)
    ):
        for part in PARTS:
            asked = [one for one in part.questions if one.collected]
            chosen = draw(st.sets(st.integers(0, 99)))
            answers = {
                one.name: draw(responses(one.key))
                for rank, one in enumerate(asked)
                if rank not in chosen
            }
            if answers:
                found.append(Sheet(part.moment, code, 1, answers))
    return found


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_numbers_are_those_of_an_independent_count(given_sheets: list[Sheet]) -> None:
    answered = counted.table(given_sheets)
    found = results(PARTS, given_sheets)
    for part in found.parts:
        moment = part.part.moment
        assert part.sheets == sum(sheet.moment == moment for sheet in given_sheets)
        for line in part.questions:
            name = f"{moment} {line.question.name}"
            given_answers = [response for _, response in answered.get(name, [])]
            if len(given_answers) < FEWEST:
                assert (line.respondents, line.counts, line.points) == (None, (), None)
                continue
            assert line.respondents == len(given_answers)
            assert list(line.counts) == counted.counts(line.question, given_answers)
            if line.question.scored:
                whole = counted.points(line.question, given_answers)
                assert line.points == pytest.approx(float(whole), abs=1e-6)
    for one in found.progress:
        common = _common(one.module, one.objective)
        learners, before, after, most = counted.progress(common, answered)
        assert (one.learners or 0, one.most) == (learners, most)
        assert (one.before, one.after) == pytest.approx((float(before), float(after)), abs=1e-6)


def _common(module: str, objective: str) -> list[AskedQuestion]:
    first, last = (
        {
            one.name: one
            for part in PARTS
            if part.moment == moment and part.owner == module
            for one in part.questions
        }
        for moment in (BEFORE, AFTER)
    )
    return [
        one
        for name, one in first.items()
        if name in last and one.scored and one.objective == objective
    ]


def room(count: int, parts: Sequence[AskedPart] = PARTS) -> Results:
    """Return the results of a room of `count`, each of whom ticks the first answer only."""
    part = next(part for part in parts if part.moment == AFTER)
    ticking = next(one for one in part.questions if one.kind is Kind.SINGLE)
    one_part = replace(part, questions=(ticking,))
    answers = {ticking.name: [0]}
    return results([one_part], [Sheet(AFTER, f"C{rank}", 1, answers) for rank in range(count)])


def test_a_question_with_four_answers_is_hidden_whole() -> None:
    (line,) = room(FEWEST - 1).parts[0].questions
    assert (line.respondents, line.counts, line.points) == (None, (), None)


def test_five_answers_are_counted_and_have_no_percentage() -> None:
    (line,) = room(FEWEST).parts[0].questions
    assert (line.respondents, sum(line.counts), line.shares) == (5, 5, False)


def test_thirty_answers_may_have_percentages() -> None:
    (line,) = room(FEWEST_FOR_SHARES).parts[0].questions
    assert (line.respondents, line.shares) == (30, True)


def test_an_answer_to_another_version_is_told_and_not_counted() -> None:
    part = next(part for part in PARTS if part.moment == AFTER)
    question = next(one for one in part.questions if one.kind is Kind.SINGLE)
    old = [Sheet(AFTER, f"C{rank}", 1, {f"{question.id}@00000000": [0]}) for rank in range(6)]
    lines = results(PARTS, old).parts[MOMENTS.index(AFTER)].questions
    (line,) = (one for one in lines if one.question == question)
    assert (line.respondents, line.outdated) == (None, 6)


def test_the_real_session_compares_before_and_after() -> None:
    assert {line.module for line in results(PARTS, []).progress} == {"autisme"}
