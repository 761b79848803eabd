"""Sheets to fold: each page once, in the order of a booklet."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.unit.writers.handouts.every_kind import BLOCKS
from tests.unit.writers.handouts.samples import THEME, edition

from emas.writers.handouts import SMALL, write
from emas.writers.handouts.imposition import folded, imposed


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (1, [(0, 1), (0, 0)]),
        (4, [(4, 1), (2, 3)]),
        (5, [(0, 1), (2, 0), (0, 3), (4, 5)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
    ],
)
def test_pages_stand_where_folding_puts_them(pages: int, sides: list[tuple[int, int]]) -> None:
    assert folded(pages) == sides


@given(st.integers(1, 400))
def test_each_page_is_printed_once_on_whole_sheets(pages: int) -> None:
    sides = folded(pages)
    assert sorted(page for side in sides for page in side if page) == list(range(1, pages + 1))
    assert len(sides) % 2 == 0


def test_sheets_are_a4_across_with_both_pages_on_each_side() -> None:
    some = edition(*BLOCKS)
    (a5,) = write(some, THEME, SMALL).files.values()
    ((path, sheets),) = imposed(a5, some, THEME).files.items()
    pages, sides = PdfReader(BytesIO(a5)).pages, PdfReader(BytesIO(sheets)).pages
    assert path.name == "livret-a5-imposition.pdf"
    assert len(sides) == len(folded(len(pages)))
    assert {tuple(round(float(x)) for x in side.mediabox[2:]) for side in sides} == {(842, 595)}
    inside = sides[1].extract_text()
    assert f"page 2 / {len(pages)}" in inside


def test_the_title_of_the_sheets_says_that_they_are_for_a_printer() -> None:
    some = replace(edition(*BLOCKS))
    (a5,) = write(some, THEME, SMALL).files.values()
    (sheets,) = imposed(a5, some, THEME).files.values()
    information = PdfReader(BytesIO(sheets)).metadata
    assert information is not None
    assert str(information.title).endswith("feuilles à plier (à imprimer seulement)")
