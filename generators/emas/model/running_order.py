"""What happens in a session, in which order, and when: shared by the decks and the guide."""

from dataclasses import dataclass
from enum import StrEnum

from emas.document import Priority
from emas.model.durations import in_words


class SequenceKind(StrEnum):
    """What people do meanwhile; the value is said to the trainer."""

    TALK = "exposé"
    ACTIVITY = "activité"
    CASE = "situation"
    EXCHANGE = "échanges"


@dataclass(frozen=True, slots=True)
class Sequence:
    """What takes time in a step; `start_min` counts from the start of the session.

    `id` is that of the box of an activity or a case, that of its heading for the talk of a
    section, and empty for what a step says before its first heading. It is unique in its step
    only. `step` is empty for the exchange that ends a session.
    """

    step: str
    id: str
    title: str
    kind: SequenceKind
    minutes: int
    start_min: int


WHY = {
    Priority.ESSENTIAL: "essentiel",
    Priority.USEFUL: "utile",
    Priority.IF_TIME: "si le temps le permet",
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a duration leaves no room for: a whole step (then `id` is empty), or a box of one."""

    step: str
    id: str
    title: str
    minutes: int
    priority: Priority

    @property
    def words(self) -> str:
        """What is told: « Quatre scènes (10 min), si le temps le permet »."""
        what = self.title if self.id else f"étape «\u00a0{self.title}\u00a0»"
        return f"{what} ({in_words(self.minutes)}), {WHY[self.priority]}"


@dataclass(frozen=True, slots=True)
class RunningOrder:
    """The sequences of a session, in reading order; empty on the site.

    `left_out` is in reading order too. `spare_min` are the minutes asked for that the module
    cannot fill.
    """

    sequences: tuple[Sequence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    spare_min: int = 0

    @property
    def total_min(self) -> int:
        """How long the session lasts."""
        return sum(sequence.minutes for sequence in self.sequences)

    def of_step(self, step: str) -> tuple[Sequence, ...]:
        """Return the sequences of a step."""
        return tuple(sequence for sequence in self.sequences if sequence.step == step)

    def step_min(self, step: str) -> int:
        """Return how long a step lasts."""
        return sum(sequence.minutes for sequence in self.of_step(step))

    def of(self, step: str, identifier: str) -> Sequence | None:
        """Return the sequence of a box or of a section's talk; None if it takes no time."""
        return next((item for item in self.of_step(step) if item.id == identifier), None)
