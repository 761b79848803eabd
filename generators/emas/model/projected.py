"""What the deck shows when, for documents that go with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Projected:
    """A slide: its number in the deck, its title, its step (an id) and the words of its section.

    `step` is empty for the slides that open and close the deck, `section` for those that stand
    before the first heading of a step.
    """

    number: int
    title: str
    step: str
    section: str
