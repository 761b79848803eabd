"""The slides of a deck by number and title, for the trainer's guide."""

from collections.abc import Iterator

from emas.document import Heading, plain_text
from emas.model import Edition, Projected, Step
from emas.theme import Theme
from emas.writers.slides.deck import Slide
from emas.writers.slides.plan import plan


def projected(edition: Edition, theme: Theme) -> tuple[Projected, ...]:
    """Return the slides of the deck of `edition`, in their order."""
    return tuple(_numbered(edition, theme))


def _numbered(edition: Edition, theme: Theme) -> Iterator[Projected]:
    steps = {step.title: step for step in edition.module.steps}
    number = 0
    for part in plan(edition, theme).parts:
        step = steps.get(part.name)
        for slide in part.slides:
            number += 1
            if step:
                yield Projected(number, slide.title, step.id, _section(slide, step))
            else:
                yield Projected(number, slide.title, "", "")


def _section(slide: Slide, step: Step) -> str:
    """Return the words of the heading above what `slide` shows, or nothing."""
    names = [
        plain_text(block.children)
        for block in step.blocks
        if isinstance(block, Heading) and block.level <= 2
    ]
    above = [name for name in names if name in slide.path]
    named = [name for name in names if name in slide.title]
    return next(iter((*above, *sorted(named, key=len, reverse=True))), "")
