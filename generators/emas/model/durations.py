"""Lengths of time, in minutes, and how they are written."""

from collections.abc import Sequence
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


def shared(minutes: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return `minutes` shared in proportion to `weights`, whole, their sum exact.

    Each weight above zero has a minute at least, if there are enough of them; weights that are
    all zero have equal shares.

    Source: the method of Sainte-Laguë, which favours neither the long nor the short.
    """
    if not any(weights):
        weights = [1] * len(weights)
    served = [index for index, weight in enumerate(weights) if weight > 0]
    enough = minutes >= len(served)
    shares = [int(enough and weight > 0) for weight in weights]
    for _ in range(minutes - sum(shares) if served else 0):
        next_one = max(served, key=lambda index: weights[index] / (2 * shares[index] + 1))
        shares[next_one] += 1
    return tuple(shares)
