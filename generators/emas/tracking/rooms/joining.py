"""Joining a session: the code of the room, or a code printed on paper, against a token."""

import hashlib
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice

from emas.model.codes import new_codes, read_code
from emas.tracking.catalogue import Session, TrackedPlan

LETTERS = "BCDFGHJKMNPQRSTVWXZ"
"""Those of the code of a room: no vowel, so no word, and none that looks like another sign."""
ROOM_LENGTH = 8


class Refusal(StrEnum):
    """Why somebody may not join; the value is told to the page."""

    NOT_A_CODE = "code-personnel"
    UNKNOWN = "seance-inconnue"
    EARLY = "pas-ouverte"
    LATE = "fermee"
    ERASED = "efface"
    TOO_MANY = "trop"


class RefusedJoinError(Exception):
    """Nobody joins this way."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Joined:
    """A participant who may write: the token is said once, its hash is kept."""

    session: Session
    code: str
    token: str
    expires: datetime


def new_room_code() -> str:
    """Return a code for a room: eight letters, about 34 bits, guessed by nobody in a session."""
    return "".join(secrets.choice(LETTERS) for _ in range(ROOM_LENGTH))


def read_room_code(text: str) -> str:
    """Return a room's code as somebody typed it, without its case, spaces and hyphens."""
    return "".join(sign for sign in text.upper() if sign in LETTERS)


def hashed(token: str) -> bytes:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


def join(
    plan: TrackedPlan,
    asked: Mapping[str, object],
    room_session: str | None,
    printed: Collection[str],
    today: date,
) -> Joined:
    """Return the participant who joins with what the page `asked`.

    `room_session` is the session whose room has the code that was given, or None; `printed` are
    the codes on the papers of the session of the page.

    Raises:
        RefusedJoinError: if this does not let anybody in.
    """
    said = asked.get("code")
    code = read_code(str(said)) if said else next(islice(new_codes(), 1))
    if code is None:
        raise RefusedJoinError(Refusal.NOT_A_CODE)
    name = str(asked.get("session"))
    on_paper = bool(said) and code in printed
    session = plan.sessions.get(name)
    if session is None or (room_session != name and not on_paper):
        raise RefusedJoinError(Refusal.UNKNOWN)
    last = _last_day(session, today)
    expires = datetime.combine(last + timedelta(days=1), time(), UTC)
    return Joined(session, code, secrets.token_urlsafe(32), expires)


def _last_day(session: Session, today: date) -> date:
    """Return the last day on which answers are awaited.

    Raises:
        RefusedJoinError: if none is awaited today.
    """
    days = session.days()
    if session.closed or days is None or today > days[1]:
        raise RefusedJoinError(Refusal.LATE)
    if today < days[0]:
        raise RefusedJoinError(Refusal.EARLY)
    return days[1]
