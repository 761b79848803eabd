"""The year of a team: how many sessions, hours and participations; what is unknown stays unknown.

A participation is a person who came to a session. Without any name, somebody who came to two
sessions cannot be told from two people: over a year, people are not counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from emas.model.attendance import Attendance
from emas.model.plan import Planned, Status


@dataclass(frozen=True, slots=True)
class YearLine:
    """One session of a year. `sheets` are the answer sheets by moment."""

    item: Planned
    attendance: Attendance
    sheets: Mapping[str, int]

    @property
    def minutes(self) -> int:
        """How long it lasts: its half-days, else what its training announces."""
        halves = sum(half.minutes for half in self.item.session.half_days)
        return halves or self.item.training.duration_min

    @property
    def presences(self) -> int | None:
        """How many were there, half-day after half-day; None if one was not counted."""
        counted = self.attendance.half_days
        known = [count for count in counted if count is not None]
        whole = len(known) == len(self.item.session.half_days) > 0
        return sum(known) if whole else None

    @property
    def person_minutes(self) -> int | None:
        """The minutes that people spent there, added up; None if a half-day was not counted."""
        if self.presences is None:
            return None
        halves = zip(self.item.session.half_days, self.attendance.half_days, strict=True)
        return sum(half.minutes * (count or 0) for half, count in halves)


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
    items: Iterable[Planned],
    attendances: Mapping[str, Attendance],
    sheets: Mapping[str, Mapping[str, int]],
) -> Year:
    """Return the year of the sessions `items` that are of it; the mappings are by session id."""
    lines = tuple(
        YearLine(
            item,
            attendances.get(item.session.id, Attendance()),
            sheets.get(item.session.id, {}),
        )
        for item in items
        if item.plan.year == year
    )
    closed = [line for line in lines if line.item.session.status is Status.CLOSED]
    audiences: Counter[str] = Counter()
    for line in closed:
        audiences.update(line.attendance.audiences)
    participations = _total(line.attendance.people for line in closed)
    return Year(
        year=year,
        lines=lines,
        statuses=Counter(line.item.session.status for line in lines),
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
