"""What a session asks its participants: the same questions on paper, on phones and in reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from emas.model.assessments import LATER
from emas.model.catalogue import Catalogue
from emas.model.drawing import asked
from emas.model.module import Assessment, Module
from emas.model.plan import Planned
from emas.model.question import Question
from emas.model.survey import TRIALS, as_module
from emas.model.task import Open, Position


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions of one module, or of one survey, that a session asks at one of its moments.

    `owner` is a module, or a survey as one. The moment is the id of `assessment`: « acquis ».
    """

    owner: Module
    assessment: Assessment
    questions: tuple[Question, ...]

    @property
    def survey(self) -> bool:
        """Whether it asks for an opinion, which is linked to no other answer."""
        return not self.owner.steps


def asking(catalogue: Catalogue, item: Planned) -> tuple[Asking, ...]:
    """Return what `item` asks, in the order of the plan, then of its modules.

    What is asked weeks later ends with the survey about trials. A draw is that of the session.
    """
    return tuple(
        part for moment in item.session.assessments for part in _at(moment, catalogue, item)
    )


def _at(moment: str, catalogue: Catalogue, item: Planned) -> Iterator[Asking]:
    owners = [module for module in catalogue.modules if module.id in item.training.modules]
    owners.sort(key=lambda module: item.training.modules.index(module.id))
    names = (moment, TRIALS) if moment == LATER else (moment,)
    owners += [as_module(survey) for survey in catalogue.surveys if survey.id in names]
    for owner in owners:
        for assessment in owner.assessments:
            if assessment.id in names:
                yield Asking(owner, assessment, asked(owner, assessment, item.session.id))


def is_collected(question: Question) -> bool:
    """Return whether the answers to `question` are gathered.

    A position is the learner's own; what is written freely is read, unless its author wants it.
    """
    match question.task:
        case Position():
            return False
        case Open(collected=collected):
            return collected
        case _:
            return True
