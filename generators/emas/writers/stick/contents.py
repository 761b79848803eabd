"""What is on a stick, as its first page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from emas.model import Module, Planned, Team, Vocabulary

PAGE = PurePosixPath("LISEZ-MOI.html")
SUMS = PurePosixPath("SOMMES.sha256")
SESSIONS = PurePosixPath("sessions")
"""Where the print pack of a session is: names may be in it."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The session whose print pack goes with the rest, and the names of its files."""

    item: Planned
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A stick: `sizes` in bytes of its files, by their path, but those of a session."""

    team: Team
    vocabulary: Vocabulary
    modules: tuple[Module, ...]
    as_of: date
    sizes: Mapping[PurePosixPath, int]
    visit: Visit | None = None
