"""What the deck shows when, for documents that go with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Projected:
    """A slide: its number in the deck, its title, and what it takes the time of.

    `step` and `sequence` are ids of the running order. `step` is empty for the slides that open
    and close the deck, `sequence` for those that stand before the first heading of a step.
    """

    number: int
    title: str
    step: str
    sequence: str
