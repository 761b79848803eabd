"""The slides of a deck by number and title, for the trainer's guide."""

from emas.model import Edition, Projected
from emas.theme import Theme
from emas.writers.slides.plan import plan


def projected(edition: Edition, theme: Theme) -> tuple[Projected, ...]:
    """Return the slides of the deck of `edition`, in their order."""
    return tuple(
        Projected(number, slide.title, *(slide.sequence or ("", "")))
        for number, slide in enumerate(plan(edition, theme).slides(), 1)
    )
