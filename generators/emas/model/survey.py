"""A survey: questions without a right answer, shared by all modules."""

from dataclasses import dataclass

from emas.diagnostics import Span
from emas.model.durations import Durations
from emas.model.module import Assessment, Module
from emas.model.question import Question

TRIALS = "essais"
"""The survey about what was tried, which comes after the questions of « a-froid »."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What is written in `content/evaluations/<id>.md`."""

    id: str
    title: str
    questions: tuple[Question, ...]
    span: Span


def as_module(survey: Survey) -> Module:
    """Return `survey` as a module without steps, for what asks or prints the questions of one.

    Its only assessment has the id of the survey and asks everything.
    """
    asked = tuple(question.id for question in survey.questions)
    whole = Assessment(
        survey.id, asked, None, 0, None, graded=False, delay_months=None, span=survey.span
    )
    return Module(
        id=survey.id,
        title=survey.title,
        family="",
        summary="",
        audiences=(),
        levels=(),
        objectives=(),
        durations=Durations(),
        prerequisites=(),
        assessments=(whole,),
        version="",
        licence="",
        review=None,
        steps=(),
        bank=survey.questions,
        media={},
        span=survey.span,
    )
