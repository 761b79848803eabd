"""What the print pack of a session is made from."""

from dataclasses import dataclass
from datetime import date

from emas.model import Edition, HalfDay, Planned, Quiz, Team
from emas.model.people import Person
from emas.model.plan import Modality
from emas.writers import handouts

REMOTE = (Modality.REMOTE, Modality.ON_ONES_OWN)


@dataclass(frozen=True, slots=True)
class Part:
    """One module of a session, for participants and for the trainer.

    `deck` is where its slides are, `command` makes them.
    """

    booklet: Edition
    guide: Edition
    room: handouts.Session
    deck: str
    command: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A session ready for paper.

    `copies` people are prepared for, with a packet for each of `codes`: none if nobody comes to a
    room. `opinions` are other codes, linked to nothing: one for
    each survey in turn, packet by packet. `people` are the names of a list, in its order, or none;
    `quizzes` are what the session asks, surveys included, in the order in which it asks.
    """

    item: Planned
    team: Team
    parts: tuple[Part, ...]
    quizzes: tuple[Quiz, ...]
    people: tuple[Person, ...]
    copies: int
    codes: tuple[str, ...]
    opinions: tuple[str, ...]
    dated: date


def in_room(half: HalfDay) -> bool:
    """Return whether people meet in a room for this half-day."""
    return half.modality not in REMOTE


def meets(item: Planned) -> bool:
    """Return whether the participants of a session meet in a room at least once."""
    return any(in_room(half) for half in item.session.half_days)


def is_alone(item: Planned) -> bool:
    """Return whether each participant follows the session at any hour."""
    return not item.session.half_days


def owner(pack: Pack, quiz: Quiz) -> str:
    """Return « , autisme », the module of a quiz, where there are several to tell apart."""
    return f", {quiz.edition.module.id}" if len(pack.parts) > 1 else ""
