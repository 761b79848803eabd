"""The deck of a module as pictures, and the pages of its booklet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from emas import pipeline
from emas.diagnostics import Diagnostic
from emas.document import Medium
from emas.model import Catalogue, Variant
from emas.model.charter import proofread
from emas.theme import Theme
from emas.writers import handouts, htmldeck


@dataclass(frozen=True, slots=True)
class Documents:
    """What a module gives beside its pages; each thing by the hash of its bytes.

    `made_of` is what it was made of, `pages` the names of the pages of the booklet in their order.
    `problems` also say what the charter would have otherwise.
    """

    made_of: tuple[Catalogue, Theme]
    deck: str = ""
    pages: tuple[str, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()


def documents(
    catalogue: Catalogue, module: str, look: Theme, former: Documents | None
) -> Documents:
    """Return the deck and the booklet of a module: `former` if they would be the same.

    What Typst refuses stays as it was in `former`.

    Raises:
        OSError, ValueError: what the theme lacks, or a picture that cannot be drawn.
    """
    seen = pipeline.around(catalogue, module)
    if former is not None and former.made_of == (seen, look):
        return former
    shown = pipeline.prepare(seen, module, Medium.SLIDES, Variant())
    deck = htmldeck.pictures(shown, look)
    read = pipeline.prepare(seen, module, Medium.PAPER, Variant())
    drawn, problems = handouts.drawn(read, look)
    if problems and former is not None:
        drawn = tuple(former.contents[page] for page in former.pages)
    contents = {name_of(data): data for data in (deck, *drawn)}
    pages = tuple(name_of(data) for data in drawn)
    told = (*problems, *proofread(replace(seen, pages=(), surveys=())))
    return Documents((seen, look), name_of(deck), pages, contents, told)


def name_of(data: bytes) -> str:
    """Return what names these bytes and no others."""
    return sha256(data).hexdigest()[:16]
