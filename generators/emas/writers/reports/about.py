"""What is said of a session before its results: the same on paper, on a page and in the service."""

from dataclasses import dataclass

from emas.model import Planned
from emas.model.timetable import full_day, hours, when, where


@dataclass(frozen=True, slots=True)
class About:
    """A session in the words of readers. `facts` are labels with what is said.

    `half_days` are what its headcounts are of: « mercredi 13 janvier 2027, 13 h 30 à 16 h 30 ».
    """

    session: str
    title: str
    facts: tuple[tuple[str, str], ...]
    half_days: tuple[str, ...]


def about(item: Planned) -> About:
    """Return what is said of `item`, a session of a catalogue in the words of readers."""
    session, training = item.session, item.training
    facts = (
        ("Quand", when(session)),
        ("Où", where(session)),
        ("Académie", item.plan.academy),
        ("Dispositif", " · ".join(filter(None, (item.programme.title, item.programme.code)))),
        ("Code du module", training.code),
        ("Session", session.id),
    )
    return About(
        session=session.id,
        title=training.title,
        facts=tuple((label, said) for label, said in facts if said),
        half_days=tuple(f"{full_day(half.day)}, {hours(half)}" for half in session.half_days),
    )
