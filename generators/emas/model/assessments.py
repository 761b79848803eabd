"""What is common to assessments wherever they are taken: on screen, on paper, in a session."""

from dataclasses import dataclass

from emas.model.catalogue import Edition
from emas.model.drawing import asked
from emas.model.module import Assessment, Module
from emas.model.question import Question

BEFORE = "positionnement"
AFTER = "acquis"
LATER = "a-froid"
TITLES = {
    BEFORE: "Me situer avant de commencer",
    AFTER: "Faire le point",
    LATER: "Faire le point, plus tard",
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

    @property
    def survey(self) -> bool:
        """Whether it asks for an opinion: it belongs to no module."""
        return not self.edition.module.steps

    @property
    def title(self) -> str:
        """What readers call it."""
        return self.edition.module.title if self.survey else title_of(self.assessment.id)


def title_of(assessment: str) -> str:
    """Return what readers call the assessment of that id."""
    return TITLES.get(assessment, assessment.replace("-", " ").capitalize())


def enough(assessment: Assessment) -> float:
    """Return the share of an objective's points from which it needs no second look."""
    return assessment.threshold or ENOUGH


def counting(module: Module) -> Assessment | None:
    """Return the assessment whose result counts for the module, or None if it has none.

    That of the end, else the first one that is graded; it has a question with a right answer.
    """
    found = [item for item in module.assessments if item.id == AFTER]
    found += [item for item in module.assessments if item.graded and item.id != AFTER]
    scored = (item for item in found if any(one.scored for one in asked(module, item, module.id)))
    return next(scored, None)
