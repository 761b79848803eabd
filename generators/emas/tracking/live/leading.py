"""What the trainer's keys do: from where a session is, the next place, as values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from emas.model.moment import AskedPart, AskedQuestion
from emas.tracking.catalogue import Session
from emas.tracking.store.live import Led, Move, Phase, Place


class Step(StrEnum):
    """What the trainer asks for; the value is that of the button."""

    LEAD = "animer"
    NEXT = "suite"
    BACK = "retour"
    OPEN = "ouvrir"
    CLOSE = "fermer"
    SOLVE = "corriger"
    HALT = "accueil"


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a session is, with the questions of its moment that were shown."""

    session: Session
    place: Place
    led: Mapping[str, Led]

    @property
    def asked(self) -> tuple[tuple[AskedPart, AskedQuestion], ...]:
        """The questions of the moment, in the order of the page, with their module."""
        return questions(self.session, self.place.moment)

    @property
    def current(self) -> Led:
        """The question on the wall; one without a name if there is none."""
        return self.led.get(self.place.question, Led(self.place.question))

    @property
    def rank(self) -> int:
        """Where the question on the wall is, from 0; after the last one if there is none."""
        names = self._names
        return names.index(self.place.question) if self.place.question in names else len(names)

    @property
    def _names(self) -> list[str]:
        return [one.name for _, one in self.asked]


def moments(session: Session) -> list[tuple[str, str]]:
    """Return the moments that may be led, with their titles: nobody leads an opinion."""
    return list({part.moment: part.title for part in session.parts if not part.survey}.items())


def questions(session: Session, moment: str) -> tuple[tuple[AskedPart, AskedQuestion], ...]:
    """Return the questions that may be led at a moment, with their module."""
    parts = (part for part in session.parts if part.moment == moment and not part.survey)
    return tuple((part, one) for part in parts for one in part.questions)


def solvable(question: AskedQuestion) -> bool:
    """Return whether the wall can show which answers are right."""
    return bool(question.right)


def steps(lead: Lead) -> frozenset[Step]:
    """Return what the trainer may do now."""
    return frozenset(step for step, (may, _) in _STEPS.items() if may(lead))


def start(lead: Lead, moment: str, resumed: Mapping[str, Led]) -> Move | None:
    """Return the move that leads `moment`, from its first question that is not closed.

    `resumed` are its questions that were shown; None if it is not to be led.
    """
    names = [one.name for _, one in questions(lead.session, moment)]
    if not names:
        return None
    over = (Phase.CLOSED, Phase.SOLVED)
    left = [name for name in names if resumed.get(name, Led(name)).phase not in over]
    return _to(lead, replace(lead.place, moment=moment, question=(left or names)[0]), None)


def moved(lead: Lead, step: Step, now: int) -> Move | None:
    """Return the move that a step makes at `now` (µs since 1970), or None if it makes none."""
    may, make = _STEPS[step]
    return make(lead, now) if may(lead) else None


def _to(lead: Lead, place: Place, changed: Led | None) -> Move:
    return Move(lead.session.id, place, lead.place.moment, changed)


def _closed(lead: Lead, now: int) -> Led | None:
    """Return the question on the wall once it is closed; None if it is not open."""
    if lead.current.phase is not Phase.OPEN:
        return None
    return replace(lead.current, phase=Phase.CLOSED, closed=now, final=False)


def _phase(*phases: Phase) -> Callable[[Lead], bool]:
    return lambda lead: bool(lead.place.question) and lead.current.phase in phases


def _open(lead: Lead, now: int) -> Move:  # noqa: ARG001 - all steps are called alike
    changed = replace(lead.current, phase=Phase.OPEN, closed=0, final=False)
    return _to(lead, lead.place, changed)


def _close(lead: Lead, now: int) -> Move:
    return _to(lead, lead.place, _closed(lead, now))


def _solve(lead: Lead, now: int) -> Move:  # noqa: ARG001 - all steps are called alike
    return _to(lead, lead.place, replace(lead.current, phase=Phase.SOLVED))


def _next(lead: Lead, now: int) -> Move:
    """Open what is ready, close what is open, then go to the next question."""
    if lead.current.phase is Phase.READY:
        return _open(lead, now)
    if lead.current.phase is Phase.OPEN:
        return _close(lead, now)
    return _at(lead, lead.rank + 1, now)


def _back(lead: Lead, now: int) -> Move:
    return _at(lead, lead.rank - 1, now)


def _at(lead: Lead, rank: int, now: int) -> Move:
    names: Sequence[str] = [one.name for _, one in lead.asked]
    question = names[rank] if rank < len(names) else ""
    return _to(lead, replace(lead.place, question=question), _closed(lead, now))


def _halt(lead: Lead, now: int) -> Move:
    return _to(lead, replace(lead.place, moment="", question=""), _closed(lead, now))


def _may_solve(lead: Lead) -> bool:
    asked = {one.name: one for _, one in lead.asked}
    question = asked.get(lead.place.question)
    return bool(question and solvable(question)) and _phase(Phase.CLOSED)(lead)


_STEPS: Mapping[Step, tuple[Callable[[Lead], bool], Callable[[Lead, int], Move]]] = {
    Step.NEXT: (lambda lead: bool(lead.place.question), _next),
    Step.BACK: (lambda lead: lead.rank > 0, _back),
    Step.OPEN: (_phase(Phase.READY, Phase.CLOSED), _open),
    Step.CLOSE: (_phase(Phase.OPEN), _close),
    Step.SOLVE: (_may_solve, _solve),
    Step.HALT: (lambda lead: bool(lead.place.moment), _halt),
}
"""For each step but `LEAD`, when it is possible, and what it makes."""
