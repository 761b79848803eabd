"""How many people came to a session: headcounts, nobody in particular."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Attendance:
    """Headcounts of a session; None where nobody counted, which is not 0.

    `half_days` has one a half-day. `people` are distinct: somebody who came twice counts once.
    `audiences` are people by id of audience; those that nobody counted are absent.
    """

    half_days: tuple[int | None, ...] = ()
    people: int | None = None
    audiences: Mapping[str, int] = field(default_factory=dict)
