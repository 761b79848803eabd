"""Thirty decks drawn from seeds: random lengths, deep lists, wide tables, every block."""

from pathlib import Path

import pytest
from tests.deck_render import pdfs
from tests.decks import made, reproaches
from tests.generated import with_exercises

from emas import pipeline, theme
from emas.diagnostics import has_errors

LOOK = theme.read(theme.locate())
AT_ONCE = 10


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("first", range(0, 30, AT_ONCE))
def test_generated_are_valid_readable_and_whole(first: int, tmp_path: Path) -> None:
    decks = {}
    for seed in range(first, first + AT_ONCE):
        loaded = pipeline.load_sources(with_exercises(seed))
        assert not has_errors(loaded.diagnostics)
        decks[f"graine-{seed}"] = made(loaded.catalogue, "genere", LOOK)
        assert made(loaded.catalogue, "genere", LOOK).data == decks[f"graine-{seed}"].data
    drawn = pdfs({name: made.data for name, made in decks.items()}, tmp_path)
    assert reproaches(decks, drawn) == []
