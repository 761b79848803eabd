"""Sessions of the academic training plan: when and where modules are given, to whom.

Nobody's name is here, nor anywhere in the sources.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from emas.diagnostics import Span


class Framework(StrEnum):
    """What a training is part of; the value is the author's word."""

    ACADEMIC = "paf"
    LOCAL = "fil"
    TERRITORIAL = "fit"
    PRIMARY = "animation-1d"
    AESH = "aesh-60h"
    OTHER = "autre"


class Enrolment(StrEnum):
    """How people come to be in a session; the value is the author's word."""

    INDIVIDUAL = "individuelle"
    DESIGNATED = "public-designe"
    TEAM = "equipe"


class Modality(StrEnum):
    """How a session is held; the value is the author's word."""

    IN_PERSON = "presentiel"
    REMOTE = "distanciel"
    HYBRID = "hybride"
    ON_ONES_OWN = "asynchrone"


class Status(StrEnum):
    """How far a session is; the value is the author's word."""

    PLANNED = "prevue"
    OPEN = "ouverte"
    CLOSED = "close"
    CANCELLED = "annulee"


@dataclass(frozen=True, slots=True)
class HalfDay:
    """One meeting of a session, in local time. `room` may be empty."""

    day: date
    start: time
    end: time
    place: str
    room: str
    modality: Modality
    span: Span

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        start, end = (each.hour * 60 + each.minute for each in (self.start, self.end))
        return end - start


@dataclass(frozen=True, slots=True)
class Session:
    """One group that follows a training.

    It meets on `half_days`, in order, or is open from the first to the second day of `opening`.
    Its join code works from `before_days` days before to `after_days` days after; its results are
    kept `retention_months` months. Unknown seats are None, never 0. `access` and `material` may be
    empty.
    """

    id: str
    modality: Modality
    half_days: tuple[HalfDay, ...]
    opening: tuple[date, date] | None
    before_days: int
    after_days: int
    fewest: int | None
    most: int | None
    status: Status
    assessments: tuple[str, ...]
    retention_months: int
    access: str
    material: str
    span: Span

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day, or None if nothing is known."""
        if self.half_days:
            return self.half_days[0].day, self.half_days[-1].day
        return self.opening


@dataclass(frozen=True, slots=True)
class Training:
    """What is given to groups: modules of this project, for so long. `code` may be empty."""

    code: str
    title: str
    modules: tuple[str, ...]
    duration_min: int
    audiences: tuple[str, ...]
    enrolment: Enrolment
    sessions: tuple[Session, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Programme:
    """What the academy calls a « dispositif ». `code` is free text, or empty."""

    code: str
    title: str
    framework: Framework
    trainings: tuple[Training, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Plan:
    """What one academy plans for one school year: « 2026-2027 »."""

    year: str
    academy: str
    programmes: tuple[Programme, ...]
    span: Span

    def sessions(self) -> Iterator[tuple[Programme, Training, Session]]:
        """Yield each session with what it is part of, in the order of the file."""
        for programme in self.programmes:
            for training in programme.trainings:
                for session in training.sessions:
                    yield programme, training, session


@dataclass(frozen=True, slots=True)
class Planned:
    """A session with what it is part of."""

    plan: Plan
    programme: Programme
    training: Training
    session: Session


def planned(plans: Iterable[Plan]) -> tuple[Planned, ...]:
    """Return the sessions of `plans` by their first day, those without a day last."""
    found = (Planned(plan, *session) for plan in plans for session in plan.sessions())
    return tuple(
        sorted(found, key=lambda item: (item.session.days or (date.max,), item.session.id))
    )
