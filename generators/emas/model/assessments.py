"""What is common to assessments wherever they are taken: on screen, on paper, in a session."""

from dataclasses import dataclass

from emas.model.catalogue import Edition
from emas.model.module import Assessment
from emas.model.question import Question

BEFORE = "positionnement"
TITLES = {
    BEFORE: "Me situer avant de commencer",
    "acquis": "Faire le point",
    "a-froid": "Faire le point, plus tard",
}
ENOUGH = 0.7
"""Share of an objective's points from which it needs no second look, where no threshold is set."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """An assessment ready for paper: its questions in printing order.

    Sources are numbered through the questions, and `edition.citations` are those of the quiz.
    """

    edition: Edition
    assessment: Assessment
    questions: tuple[Question, ...]


def title_of(assessment: str) -> str:
    """Return what readers call the assessment of that id."""
    return TITLES.get(assessment, assessment.replace("-", " ").capitalize())


def enough(assessment: Assessment) -> float:
    """Return the share of an objective's points from which it needs no second look."""
    return assessment.threshold or ENOUGH
