"""Lengths of time, in minutes, and how they are written."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How a module is followed; the value is the author's key."""

    ONLINE = "en-ligne"
    SESSION = "seance"
    SHORT = "courte"


@dataclass(frozen=True, slots=True)
class Durations:
    """Minutes for each mode; None when the author gave none."""

    online_min: int | None = None
    session_min: int | None = None
    short_min: int | None = None

    def of(self, mode: Mode) -> int | None:
        """Return the minutes of `mode`."""
        match mode:
            case Mode.ONLINE:
                return self.online_min
            case Mode.SESSION:
                return self.session_min
            case Mode.SHORT:
                return self.short_min


def in_words(minutes: int) -> str:
    """Return `minutes` as it is written: « 20 min », « 3 h », « 1 h 30 »."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"
