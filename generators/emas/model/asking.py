"""What a session asks its participants: the same questions on paper, on phones and in reports."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from emas.model.assessments import LATER
from emas.model.catalogue import Catalogue
from emas.model.days import months_after
from emas.model.drawing import asked
from emas.model.module import Assessment, Module
from emas.model.plan import Planned, Session
from emas.model.question import Question
from emas.model.survey import TRIALS, as_module
from emas.model.task import Open, Position

LATER_DAYS = 30
"""How long answers are awaited to what is asked weeks after a session."""


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


class Asked(Protocol):
    """What a session asks, as questions or on paper: only its assessment tells when."""

    @property
    def assessment(self) -> Assessment:
        """What is asked, and how long after."""


def awaited(session: Session, moment: str, parts: Iterable[Asked]) -> tuple[date, date] | None:
    """Return the first and the last day on which `session` awaits the answers to `moment`.

    `parts` is all that the session asks. Around the session, those are the days of `suivi`; weeks
    later, thirty days from the shortest delay of its modules. None if the session has no day.
    """
    if session.days is None:
        return None
    first, last = session.days
    if moment not in (LATER, TRIALS):
        before, after = timedelta(session.before_days), timedelta(session.after_days)
        return first - before, last + after
    delays = [part.assessment.delay_months or 0 for part in parts if part.assessment.id == LATER]
    opened = months_after(last, min(delays, default=0))
    return opened, opened + timedelta(LATER_DAYS)


def kept_until(session: Session, parts: Iterable[Asked]) -> date | None:
    """Return the last day on which answers are kept, months after the last day they are awaited.

    `parts` is all that the session asks. None if it has no day.
    """
    every = tuple(parts)
    days = [awaited(session, part.assessment.id, every) for part in every]
    last = max((one[1] for one in days if one), default=session.days[1] if session.days else None)
    return None if last is None else months_after(last, session.retention_months)


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
