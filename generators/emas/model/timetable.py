"""The words for a session: when, where, for whom, as site and paper say them."""

from collections.abc import Mapping
from datetime import date, time

from emas.model.days import WEEKDAYS, day_in_words
from emas.model.plan import Enrolment, Framework, HalfDay, Modality, Session, Status

NBSP = "\u00a0"
FRAMEWORKS: Mapping[Framework, str] = {
    Framework.ACADEMIC: "Programme académique de formation",
    Framework.LOCAL: "Formation d’initiative locale",
    Framework.TERRITORIAL: "Formation d’initiative territoriale",
    Framework.PRIMARY: "Animation pédagogique du premier degré",
    Framework.AESH: "Formation d’adaptation à l’emploi des AESH (60 h)",
    Framework.OTHER: "",
}
ENROLMENTS: Mapping[Enrolment, str] = {
    Enrolment.INDIVIDUAL: "candidature individuelle",
    Enrolment.DESIGNATED: "public désigné",
    Enrolment.TEAM: "toute une équipe",
}
MODALITIES: Mapping[Modality, str] = {
    Modality.IN_PERSON: "en présence",
    Modality.REMOTE: "à distance",
    Modality.HYBRID: "en partie à distance",
    Modality.ON_ONES_OWN: "en ligne, chacun à son heure",
}
STATUSES: Mapping[Status, str] = {
    Status.PLANNED: "prévue",
    Status.OPEN: "ouverte",
    Status.CLOSED: "close",
    Status.CANCELLED: "annulée",
}


def when(session: Session) -> str:
    """Return « mercredi 13 janvier 2027, 13 h 30 à 16 h 30 », or from when to when it is open."""
    if session.opening:
        first, last = session.opening
        return f"du {day_in_words(first)} au {day_in_words(last)}"
    said = [f"{full_day(half.day)}, {hours(half)}" for half in session.half_days[:1]]
    more = len(session.half_days) - 1
    return "".join(said) + (f" (et {more} autre{'s' if more > 1 else ''})" if more > 0 else "")


def days(session: Session) -> str:
    """Return « 13 janvier 2027 », or from which day to which."""
    first, last = session.days or (None, None)
    if first is None or last is None:
        return "sans date"
    if first == last:
        return day_in_words(first)
    return f"du {day_in_words(first)} au {day_in_words(last)}"


def full_day(day: date) -> str:
    """Return « mercredi 13 janvier 2027 »."""
    return f"{WEEKDAYS[day.weekday()]} {day_in_words(day)}"


def hours(half: HalfDay) -> str:
    """Return « 13 h 30 à 16 h 30 »."""
    return f"{clock(half.start)} à {clock(half.end)}"


def clock(moment: time) -> str:
    """Return « 13 h 30 »."""
    minutes = f"{NBSP}{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}{NBSP}h{minutes}"


def where(session: Session) -> str:
    """Return the places of a session, each once, or how it is held."""
    places = dict.fromkeys(place(half) for half in session.half_days)
    return ", ".join(places) or MODALITIES[session.modality]


def place(half: HalfDay) -> str:
    """Return « École A, salle polyvalente »."""
    return f"{half.place}, salle {half.room}" if half.room else half.place


def seats(session: Session) -> str:
    """Return « de 8 à 15 », or nothing if nothing is known."""
    match session.fewest, session.most:
        case None, None:
            return ""
        case fewest, None:
            return f"{fewest} au moins"
        case None, most:
            return f"{most} au plus"
        case fewest, most:
            return f"de {fewest} à {most}"
