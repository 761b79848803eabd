"""Decks: an edition becomes a .pptx that can be edited, read aloud and projected.

`outline` (a transform) says what is shown and what is said, `plan` which layout and how many
pages, `pptx` writes the bytes.
"""

from pathlib import PurePosixPath

from emas.model import Edition
from emas.theme import Theme
from emas.writers.slides.plan import plan
from emas.writers.slides.pptx import pptx
from emas.writers.slides.projected import projected
from emas.writers.written import Written

__all__ = ["plan", "projected", "write"]


def write(edition: Edition, theme: Theme) -> Written:
    """Return the deck `<module><suffix>.pptx`, and what does not fit on its slides."""
    deck = plan(edition, theme)
    name = PurePosixPath(f"{edition.module.id}{edition.variant.suffix}.pptx")
    return Written(
        files={name: pptx(deck, theme, edition.module.media)},
        diagnostics=tuple(problem for slide in deck.slides() for problem in slide.problems),
    )
