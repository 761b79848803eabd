"""The year of a team: how many sessions, hours and participations; what is unknown stays unknown.

A participation is a person who came to a session. Without any name, somebody who came to two
sessions cannot be told from two people: over a year, people are not counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from emas.model.attendance import Attendance
from emas.model.plan import Framework, Modality, Planned, Status


@dataclass(frozen=True, slots=True)
class Listed:
    """A session as the tables of a year list it, in plain values: the service reads them as such.

    `half_days` are their lengths, in minutes; `audiences` are ids.
    """

    session: str
    title: str
    code: str
    year: str
    academy: str
    framework: Framework
    programme: str
    programme_code: str
    status: Status
    modality: Modality
    days: tuple[date, date] | None
    half_days: tuple[int, ...]
    duration_min: int
    audiences: tuple[str, ...]


def listed(item: Planned) -> Listed:
    """Return the plain values of `item`."""
    session, training = item.session, item.training
    return Listed(
        session=session.id,
        title=training.title,
        code=training.code,
        year=item.plan.year,
        academy=item.plan.academy,
        framework=item.programme.framework,
        programme=item.programme.title,
        programme_code=item.programme.code,
        status=session.status,
        modality=session.modality,
        days=session.days,
        half_days=tuple(half.minutes for half in session.half_days),
        duration_min=training.duration_min,
        audiences=training.audiences,
    )


@dataclass(frozen=True, slots=True)
class YearLine:
    """One session of a year. `sheets` are the answer sheets by moment."""

    item: Listed
    attendance: Attendance
    sheets: Mapping[str, int]

    @property
    def minutes(self) -> int:
        """How long it lasts: its half-days, else what its training announces."""
        return sum(self.item.half_days) or self.item.duration_min

    @property
    def presences(self) -> int | None:
        """How many were there, half-day after half-day; None if one was not counted."""
        counted = self.attendance.half_days
        known = [count for count in counted if count is not None]
        whole = len(known) == len(self.item.half_days) > 0
        return sum(known) if whole else None

    @property
    def person_minutes(self) -> int | None:
        """The minutes that people spent there, added up; None if a half-day was not counted."""
        if self.presences is None:
            return None
        halves = zip(self.item.half_days, self.attendance.half_days, strict=True)
        return sum(minutes * (count or 0) for minutes, count in halves)


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of what is known, and how many sessions it lacks."""

    known: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Year:
    """The sessions of a school year, « 2026-2027 », and their sums.

    Sums are those of the closed sessions: the others have not been held, or not been counted yet.
    `audiences` are participations by audience; `unsorted` those whose audience nobody counted.
    """

    year: str
    lines: tuple[YearLine, ...]
    statuses: Mapping[Status, int]
    minutes: int
    participations: Total
    person_minutes: Total
    audiences: Mapping[str, int]
    unsorted: int


def year_of(
    year: str,
    items: Iterable[Listed],
    attendances: Mapping[str, Attendance],
    sheets: Mapping[str, Mapping[str, int]],
) -> Year:
    """Return the year of the sessions `items` that are of it; the mappings are by session id."""
    lines = tuple(
        YearLine(
            item,
            attendances.get(item.session, Attendance()),
            sheets.get(item.session, {}),
        )
        for item in items
        if item.year == year
    )
    closed = [line for line in lines if line.item.status is Status.CLOSED]
    audiences: Counter[str] = Counter()
    for line in closed:
        audiences.update(line.attendance.audiences)
    participations = _total(line.attendance.people for line in closed)
    return Year(
        year=year,
        lines=lines,
        statuses=Counter(line.item.status for line in lines),
        minutes=sum(line.minutes for line in closed),
        participations=participations,
        person_minutes=_total(line.person_minutes for line in closed),
        audiences=dict(audiences),
        unsorted=max(0, participations.known - sum(audiences.values())),
    )


def _total(counts: Iterable[int | None]) -> Total:
    every = list(counts)
    known = [count for count in every if count is not None]
    return Total(sum(known), len(every) - len(known))
