"""What every deck must pass, whatever its module: one list of reproaches, empty for a good deck."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from openxml_audit import OpenXmlValidator
from tests import deck_check, deck_render
from tests.deck_words import lost_words

from emas import pipeline
from emas.diagnostics import Diagnostic
from emas.document import Medium
from emas.model import Catalogue, Edition, Variant
from emas.theme import Theme
from emas.writers import slides


@dataclass(frozen=True, slots=True)
class Made:
    """A deck, the edition it comes from, and what its author was told."""

    edition: Edition
    data: bytes
    told: tuple[Diagnostic, ...]


def made(catalogue: Catalogue, module: str, theme: Theme, variant: Variant | None = None) -> Made:
    """Return the deck of a module."""
    edition = pipeline.prepare(catalogue, module, Medium.SLIDES, variant or Variant())
    written = slides.write(edition, theme)
    (data,) = written.files.values()
    return Made(edition, data, written.diagnostics)


def variants(catalogue: Catalogue, name: str, theme: Theme) -> dict[str, Made]:
    """Return decks of a module for an audience, for a level, and the short one."""
    module = catalogue.module(name)
    wanted = (
        Variant(audience=module.audiences[0]),
        Variant(level=module.levels[0]),
        Variant(short=True),
    )
    return {f"{name}{item.suffix}": made(catalogue, name, theme, item) for item in wanted}


def reproaches(decks: Mapping[str, Made], drawn: Mapping[str, Path]) -> list[str]:
    """Return all that is wrong with decks, drawn by LibreOffice.

    Rules of Open XML, accessibility (python-pptx opens the deck for it), overflows, lost words.
    """
    found: list[str] = []
    for name, deck in decks.items():
        problems = [
            *(f"audit: {error}" for error in _audit(deck.data)),
            *(f"check: {problem}" for problem in deck_check.problems(deck.data)),
            *(f"drawn: {problem}" for problem in deck_render.problems(deck.data, drawn[name])),
            *(f"lost: {word}" for word in lost_words(deck.edition, deck.data)),
        ]
        found += [f"{name}: {problem}" for problem in problems]
    return found


def _audit(data: bytes) -> list[str]:
    with NamedTemporaryFile(suffix=".pptx") as deck:
        deck.write(data)
        deck.flush()
        return [str(error) for error in OpenXmlValidator().validate(deck.name).errors]
