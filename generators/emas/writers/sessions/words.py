"""What all the documents of a session say of it: its title, its days, its places, its team."""

from collections.abc import Iterable

from emas.model import Contact, HalfDay, Planned, Team, in_words
from emas.model.timetable import MODALITIES, full_day, hours, place, when
from emas.writers.handouts.context import LINE, Data
from emas.writers.handouts.cover import shortened
from emas.writers.handouts.inlines import breakable
from emas.writers.handouts.references import contact
from emas.writers.sessions.pack import Pack, in_room


def heading(pack: Pack, kind: str, *, numbered: bool = False) -> Data:
    """Return what heads a document of the session, and the foot of its pages.

    Those of a document that has a sheet for each person are not `numbered`.
    """
    training, programme = pack.item.training, pack.item.programme
    session, day = pack.item.session, pack.dated
    codes = " · ".join(part for part in (programme.code, training.code, session.id) if part)
    return {
        "title": breakable(training.title),
        "kind": kind,
        "named": f"{training.title} – {kind[0].lower()}{kind[1:]}",
        "summary": f"{kind}, session {session.id}",
        "team": breakable(pack.team.name),
        "carrier": breakable(pack.team.carrier),
        "codes": breakable(codes),
        "programme": breakable(programme.title),
        "date": [day.year, day.month, day.day],
        "numbered": numbered,
        "footer": [shortened(training.title, LINE), f"{kind} · session {session.id}"],
    }


def half_day(half: HalfDay) -> Data:
    """Return a half-day in words."""
    return {
        "day": first_upper(full_day(half.day)),
        "hours": hours(half),
        "place": breakable(place(half)),
        "remote": not in_room(half),
    }


def meetings(item: Planned) -> list[Data]:
    """Return the half-days of a session, or from when to when it is open."""
    session = item.session
    if session.opening:
        held = MODALITIES[session.modality]
        return [{"day": first_upper(when(session)), "hours": "", "place": held, "remote": True}]
    return [half_day(half) for half in session.half_days]


def planned_minutes(halves: Iterable[HalfDay]) -> int:
    """Return how long some half-days last together."""
    return sum(half.minutes for half in halves)


def lasting(minutes: int) -> str:
    """Return a length of time that no line breaks."""
    return in_words(minutes).replace(" ", "\u00a0")


def whom_to_call(team: Team) -> list[Data]:
    """Return the contact of the team itself: the first one that it names."""
    first: tuple[Contact, ...] = team.contacts[:1]
    return [contact(somebody) for somebody in first]


def first_upper(text: str) -> str:
    """Return `text` with a capital."""
    return text[:1].upper() + text[1:]
