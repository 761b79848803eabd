"""Fifty drawn modules, all their questions in one assessment: every sheet is without a fault."""

from dataclasses import replace

import pytest
from tests.generated import sources
from tests.pdf_check import problems

from emas import pipeline, theme
from emas.diagnostics import has_errors
from emas.model import Assessment, Catalogue, Variant
from emas.writers.handouts import write_quiz

LOOK = theme.read(theme.locate())
MODULES, AT_ONCE = 50, 10


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("first", range(0, MODULES, AT_ONCE))
def test_all_the_questions_of_generated_modules_make_a_quiz(first: int) -> None:
    found = {seed: faults(seed) for seed in range(first, first + AT_ONCE)}
    assert {seed: told for seed, told in found.items() if told} == {}


def faults(seed: int) -> list[str]:
    """Return what is wrong with the sheets of a module."""
    loaded = pipeline.load_sources(sources(seed))
    assert not has_errors(loaded.diagnostics)
    told: list[str] = []
    for quiz in pipeline.quizzes(with_all_asked(loaded.catalogue), "genere", Variant()):
        written = write_quiz(quiz, LOOK)
        told += [str(item.values["cause"]) for item in written.diagnostics]
        for path, pdf in written.files.items():
            told += [f"{path.name} : {problem}" for problem in problems(pdf)]
    return told


def with_all_asked(catalogue: Catalogue) -> Catalogue:
    """Return `catalogue` with an assessment that asks all the questions of its module, if any."""
    module = catalogue.module("genere")
    asked = tuple(question.id for question in module.all_questions())
    every = Assessment("acquis", asked, None, 0, 0.7, True, None, module.span)
    return replace(catalogue, modules=(replace(module, assessments=(every,) if asked else ()),))
