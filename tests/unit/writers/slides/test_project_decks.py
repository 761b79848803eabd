"""Decks of a real module and of the fixtures: valid, accessible, nothing overflows or is lost.

LibreOffice starts once, for all of them and for one that is spoiled on purpose. The other real
modules are drawn by `make test-long`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches
from tests import deck_check, deck_render
from tests.copies import REAL
from tests.deck_words import lost_words
from tests.decks import Made, made, reproaches, variants
from tests.unit.writers.slides.samples import THEME, every_kind

from emas import pipeline
from emas.project import Project
from emas.writers.slides import write
from emas.writers.slides.layouts import Layout
from emas.writers.slides.plan import plan

pytestmark = [pytest.mark.xdist_group("decks"), pytest.mark.timeout(300)]

FIXTURES = ("minimal", "diapos")
SPOILED = "abime"
LIST, TABLE, QUESTION = 3, 4, 10
"""The ranks of slides in the deck of `samples.every_kind`."""


@dataclass(frozen=True, slots=True)
class Decks:
    """The whole deck of each module, and how LibreOffice draws it; the shorter ones, not drawn."""

    whole: Mapping[str, Made]
    variants: Mapping[str, Made]
    drawn: Mapping[str, Path]
    good: bytes
    spoiled: bytes


@pytest.fixture(scope="module")
def decks(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Decks:
    """The decks of the project, whole and in some variants, and those of the fixtures."""
    project = pipeline.load(Project(root)).catalogue
    places = (Project(root / "tests" / "fixtures" / name) for name in FIXTURES)
    catalogues = (project, *(pipeline.load(place).catalogue for place in places))
    whole = {
        module.id: made(catalogue, module.id, THEME)
        for catalogue in catalogues
        for module in catalogue.modules
        if catalogue is not project or module.id == REAL
    }
    good = next(iter(write(every_kind(), THEME).files.values()))
    spoiled = _spoiled(good)
    sources = {name: deck.data for name, deck in whole.items()} | {SPOILED: spoiled}
    drawn = deck_render.pdfs(sources, tmp_path_factory.mktemp("diapos"))
    return Decks(whole, variants(project, REAL, THEME), drawn, good, spoiled)


def _spoiled(good: bytes) -> bytes:
    """Return a deck with a text and a cell too long, and a shape over another."""
    deck = Presentation(BytesIO(good))
    text = _shape(deck, LIST, "Contenu").text_frame.paragraphs[0].runs[0]
    text.text = "Un fait a une heure. " * 24
    cell = _shape(deck, TABLE, "Tableau").table.cell(1, 1)
    cell.text_frame.paragraphs[0].runs[0].text = "Quitte le tapis. " * 24
    answer = _shape(deck, QUESTION, "Réponse B")
    answer.top = answer.top - Inches(0.4)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def _shape(deck: Any, rank: int, name: str) -> Any:
    return next(shape for shape in deck.slides[rank].shapes if shape.name == name)


def test_every_deck_is_valid_readable_and_whole(decks: Decks) -> None:
    assert reproaches(decks.whole, decks.drawn) == []


def test_so_are_those_for_some_or_shorter(decks: Decks) -> None:
    assert [
        (name, problem)
        for name, deck in decks.variants.items()
        for problem in (*deck_check.problems(deck.data), *lost_words(deck.edition, deck.data))
    ] == []


def test_no_author_has_anything_to_shorten(decks: Decks) -> None:
    every = (*decks.whole.values(), *decks.variants.values())
    assert [told for deck in every for told in deck.told] == []


def test_the_same_sources_give_the_same_bytes(root: Path, decks: Decks) -> None:
    catalogue = pipeline.load(Project(root)).catalogue
    assert made(catalogue, REAL, THEME).data == decks.whole[REAL].data


def test_the_fixtures_show_every_layout(decks: Decks) -> None:
    shown = {
        slide.layout
        for name in ("galerie", "a-la-main")
        for slide in plan(decks.whole[name].edition, THEME).slides()
    }
    long = {layout for layout in Layout if layout.endswith("texte long")}
    assert set(Layout) - long - shown == {Layout.TITLE_ONLY}


def test_what_overflows_or_covers_is_seen(decks: Decks) -> None:
    found = deck_render.problems(decks.spoiled, decks.drawn[SPOILED])
    expected = [
        "4 « Contenu » overflows",
        "5 « Tableau » overflows",
        "11 « Réponse A » covers « Réponse B »",
    ]
    assert [item[: len(words)] for item, words in zip(found, expected, strict=True)] == expected


def test_a_text_that_is_drawn_elsewhere_is_seen(decks: Decks) -> None:
    first, *_ = deck_render.problems(decks.good, decks.drawn[SPOILED])
    assert first.startswith("4 «")
