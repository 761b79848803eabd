"""Sessions for the calendar of a telephone or an office: iCalendar files.

Source: RFC 5545. Hours are « floating » (3.3.5, form 1): those of the clock on the wall of the
place, whatever the territory. What is followed at one's own hour is a span of whole days.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from emas.model import Catalogue, Planned, Session, Status, planned
from emas.writers.site import hrefs

PRODUCT = "-//Atelier EMAS//Sessions//FR"
ALL = "sessions/sessions.ics"


def agendas(catalogue: Catalogue, as_of: date) -> dict[str, bytes]:
    """Return the file of each session and that of all, by uri; nothing if none is planned."""
    found = planned(catalogue.plans)
    site = catalogue.team.site
    files = {f"sessions/{item.session.id}.ics": _agenda([item], site, as_of) for item in found}
    return {ALL: _agenda(found, site, as_of), **files} if found else {}


def _agenda(items: Iterable[Planned], site: str, as_of: date) -> bytes:
    agenda = Calendar()
    agenda.add("prodid", PRODUCT)
    agenda.add("version", "2.0")
    for item in items:
        for event in _events(item, site, as_of):
            agenda.add_component(event)
    return bytes(agenda.to_ical())


def _events(item: Planned, site: str, as_of: date) -> Iterable[Event]:
    """Yield one event a half-day, or one for the whole time a session is open."""
    session = item.session
    for rank, half in enumerate(session.half_days, 1):
        event = _event(item, f"{session.id}-{rank}", site, as_of)
        event.add("dtstart", datetime.combine(half.day, half.start))
        event.add("dtend", datetime.combine(half.day, half.end))
        event.add("location", f"{half.place}, {half.room}" if half.room else half.place)
        yield event
    if session.opening:
        first, last = session.opening
        event = _event(item, session.id, site, as_of)
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))  # the day after the last
        event.add("transp", "TRANSPARENT")
        yield event


def _event(item: Planned, identifier: str, site: str, as_of: date) -> Event:
    event = Event()
    event.add("uid", f"{identifier}@emas")
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("summary", item.training.title)
    event.add("status", _status(item.session))
    if site:
        event.add("url", f"{site.rstrip('/')}/{hrefs.address(hrefs.session_uri(item.session.id))}")
    return event


def _status(session: Session) -> str:
    return "CANCELLED" if session.status is Status.CANCELLED else "CONFIRMED"
