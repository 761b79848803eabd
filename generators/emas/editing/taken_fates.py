"""What becomes of a file or of an entry when a team takes our update of it."""

from enum import Enum


class Fate(Enum):
    """What becomes of a piece, whether a file or an entry."""

    SAME = "rien à faire"
    ADDED = "ajouté"
    UPDATED = "remplacé"
    REMOVED = "enlevé"
    KEPT = "changé par l’équipe seule"
    BOTH = "changé par l’équipe et par nous"
    LEFT = "enlevé par nous, changé par l’équipe"
    DELETED = "effacé par l’équipe"

    @property
    def is_written(self) -> bool:
        """Whether the project changes."""
        return self in (Fate.ADDED, Fate.UPDATED, Fate.REMOVED)

    @property
    def is_kept(self) -> bool:
        """Whether the team has its own version of what we still have."""
        return self in (Fate.KEPT, Fate.BOTH)


def fate(base: str | None, team: str | None, ours: str | None) -> Fate:
    """Return what becomes of a piece, from its hashes: as we gave it, in the project, now.

    Only what is just as we gave it is replaced or removed.
    """
    if team == ours:
        return Fate.SAME
    if team is None:
        return Fate.ADDED if base is None else Fate.DELETED
    if ours is None:
        return Fate.REMOVED if team == base else Fate.LEFT
    if team == base:
        return Fate.UPDATED
    return Fate.KEPT if ours == base else Fate.BOTH
