"""The deck of each module that we publish, whole and in its variants, drawn by LibreOffice."""

from pathlib import Path

import pytest
from tests.deck_render import pdfs
from tests.decks import made, reproaches, variants

from emas import pipeline, theme
from emas.project import Project

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path.parent.name for path in (ROOT / "modules").glob("*/module.yml"))
LOOK = theme.read(theme.locate())


@pytest.mark.long
@pytest.mark.parametrize("name", MODULES)
def test_the_deck_is_valid_readable_and_whole(name: str, tmp_path: Path) -> None:
    catalogue = pipeline.load(Project(ROOT)).catalogue
    decks = {name: made(catalogue, name, LOOK), **variants(catalogue, name, LOOK)}
    drawn = pdfs({key: deck.data for key, deck in decks.items()}, tmp_path)
    assert reproaches(decks, drawn) == []
    assert [told for deck in decks.values() for told in deck.told] == []
