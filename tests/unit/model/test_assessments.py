"""Which assessment counts for a module."""

from dataclasses import replace

import pytest
from tests.unit.writers.site.samples import SPAN, module, question, step

from emas.model import Assessment, Position, counting

AFTER = Assessment("acquis", ("aut-q01",), None, 0, 0.7, False, None, SPAN)
GRADED = replace(AFTER, id="fin-de-journee", graded=True)
OPINION = replace(question(), id="aut-q02", task=Position())
BEFORE = replace(AFTER, id="positionnement")
WITHOUT = replace(AFTER, questions=("aut-q02",))


@pytest.mark.parametrize(
    ("assessments", "expected"),
    [
        ((), None),
        ((BEFORE,), None),
        ((BEFORE, GRADED, AFTER), AFTER),
        ((BEFORE, GRADED), GRADED),
        ((WITHOUT,), None),
        ((WITHOUT, GRADED), GRADED),
    ],
)
def test_the_one_of_the_end_counts_else_one_that_is_graded(
    assessments: tuple[Assessment, ...], expected: Assessment | None
) -> None:
    lesson = step(questions=(question(), OPINION))
    assert counting(replace(module(lesson), assessments=assessments)) == expected
