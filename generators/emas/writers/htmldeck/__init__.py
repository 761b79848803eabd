"""Decks for any browser: the plan of the .pptx, in one HTML file that needs nothing else.

`lines` and `slide` make element trees, `styles` the sheet that puts them where the .pptx has them,
`document` the file. What is around the slides is in the theme, in `diapos/`.
"""

from pathlib import PurePosixPath

from emas.model import Edition
from emas.theme import Theme
from emas.writers.htmldeck.document import board, document
from emas.writers.slides.plan import plan
from emas.writers.written import Written

__all__ = ["pictures", "write"]


def write(edition: Edition, theme: Theme) -> Written:
    """Return the deck `<module><suffix>.html`; the writer of the .pptx tells what does not fit.

    Raises:
        OSError: if the theme lacks a file of `diapos/`, or a font.
        ValueError: if a picture cannot be drawn.
    """
    deck = plan(edition, theme)
    name = PurePosixPath(f"{edition.module.id}{edition.variant.suffix}.html")
    return Written(files={name: document(deck, theme, edition.module.media).encode()})


def pictures(edition: Edition, theme: Theme) -> bytes:
    """Return one page that shows every slide of the deck, for the preview. Raises as `write`."""
    return board(plan(edition, theme), theme, edition.module.media).encode()
