"""Visual supports: printed to scale, in black, readable by who does not see them."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from pypdf import PdfReader
from tests.documents import ROOT
from tests.pdf_check import problems
from tests.pdf_geometry import Box, painted

from emas import pipeline, theme
from emas.project import Project
from emas.transforms.spacing import spaced
from emas.writers.supports import visual
from emas.writers.supports.words import SUPPORTS, Support

MM = 72 / 25.4
NEAR_MM = 0.2
A4_MM = [(210, 297), (297, 210)]
SMALLEST_PT = 9
CARDS_MM: dict[str, set[tuple[float, float]]] = {
    "emploi-du-temps": {(50, 50), (134, 150)},
    "d-abord-ensuite": {(50, 50), (186, 54)},
    "echelle-du-volume": {(85.6, 54), (85.6, 25)},
    "carte-pause": {(85.6, 54)},
    "echelle-des-emotions": {(85.6, 54)},
}
FRAME_MM = 2
"""What a card leaves between its frame and where it is cut."""

THIN, DASH = 0.1, 3
"""Points that a line on its side has, and those of the dashes along which one cuts."""

COLOURS = {"sc", "SC", "scn", "SCN", "g", "G", "rg", "RG", "k", "K"}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    catalogue = spaced(pipeline.load(Project(ROOT)).catalogue)
    made = list(visual.write(catalogue, pipeline.as_of(catalogue), theme.read(theme.locate())))
    assert [problem for written in made for problem in written.diagnostics] == []
    return {path.stem: data for written in made for path, data in written.files.items()}


def test_there_is_a_document_for_each_support(made: dict[str, bytes]) -> None:
    assert set(made) == {support.id for support in SUPPORTS} == set(CARDS_MM)


@pytest.mark.parametrize("name", CARDS_MM)
def test_it_is_tagged_titled_and_in_french(made: dict[str, bytes], name: str) -> None:
    assert problems(made[name]) == []


@pytest.mark.parametrize("name", CARDS_MM)
def test_each_page_is_an_a4_with_a_ruler_of_ten_centimetres(
    made: dict[str, bytes], name: str
) -> None:
    for page in pages(made[name]):
        left, bottom, right, top = (float(side) / MM for side in page.mediabox)
        assert (round(right - left), round(top - bottom)) in A4_MM
        flat = [box.right - box.left for box in painted(page) if box.top - box.bottom < THIN]
        assert any(abs(width / MM - 100) <= NEAR_MM for width in flat)


@pytest.mark.parametrize("name", CARDS_MM)
def test_cards_are_to_scale_from_one_cut_to_the_next(made: dict[str, bytes], name: str) -> None:
    found = {size for page in pages(made[name]) for size in cards(page)}
    assert found == CARDS_MM[name]


@pytest.mark.parametrize("name", CARDS_MM)
def test_a_card_has_a_frame_within_its_cuts(made: dict[str, bytes], name: str) -> None:
    sizes = {
        (round((box.right - box.left) / MM, 1), round((box.top - box.bottom) / MM, 1))
        for page in pages(made[name])
        for box in painted(page)
    }
    inside = {(round(w - 2 * FRAME_MM, 1), h - 2 * FRAME_MM) for w, h in CARDS_MM[name]}
    assert inside <= sizes


@pytest.mark.parametrize("name", CARDS_MM)
def test_all_is_black_on_white(made: dict[str, bytes], name: str) -> None:
    colours = {colour for page in pages(made[name]) for colour in painted_colours(page)}
    assert colours <= {(0.0,), (1.0,), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)}
    assert colours


@pytest.mark.parametrize("name", CARDS_MM)
def test_no_text_is_smaller_than_nine_points(made: dict[str, bytes], name: str) -> None:
    heights = [
        box.top - box.bottom for page in pages(made[name]) for box in painted(page) if box.words
    ]
    assert min(heights) >= SMALLEST_PT - 0.01


@pytest.mark.parametrize("support", SUPPORTS, ids=lambda support: support.id)
def test_the_first_page_tells_the_adult_how_and_names_adaptations(
    made: dict[str, bytes], support: Support
) -> None:
    catalogue = spaced(pipeline.load(Project(ROOT)).catalogue)
    titles = {shared.id: shared.title for shared in catalogue.adaptations}
    first = words_of(PdfReader(BytesIO(made[support.id])).pages[0].extract_text())
    assert set(support.adaptations) <= set(titles)
    for line in ("Préparer", "À éviter", *(titles[name] for name in support.adaptations)):
        assert words_of(line) in first


def words_of(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pages(data: bytes) -> Iterator[pikepdf.Page]:
    with pikepdf.open(BytesIO(data)) as pdf:
        yield from pdf.pages


def cards(page: pikepdf.Page) -> Iterator[tuple[float, float]]:
    """Yield the sizes of the cards of a page, in millimetres, from one line to cut to the next."""
    lines = list(cuts(page))
    upright = [line for line in lines if line.right - line.left < THIN]
    level = [line for line in lines if line.top - line.bottom < THIN]
    for ends in {(line.bottom, line.top) for line in upright}:
        across = sorted(line.left for line in upright if (line.bottom, line.top) == ends)
        down = sorted(line.bottom for line in level if ends[0] < line.bottom < ends[1])
        yield from ((wide, high) for wide in set(gaps(across)) for high in set(gaps(down)))


def gaps(places: list[float]) -> Iterator[float]:
    return (round((two - one) / MM, 1) for one, two in pairwise(places))


def cuts(page: pikepdf.Page) -> Iterator[Box]:
    """Yield the dashed lines of a page; dots are lines to write on."""
    corner, dashes, points = (0.0, 0.0), [0.0], list[tuple[float, float]]()
    for item in pikepdf.parse_content_stream(page):
        match str(item.operator), [*item.operands]:
            case "q", _:
                dashes = [0.0]
            case "cm", [*_, x, y]:
                corner, points = (float(x), float(y)), []
            case "d", [array, _]:
                dashes = [float(length) for length in array]
            case "m" | "l", [x, y]:
                points.append((corner[0] + float(x), corner[1] - float(y)))
            case "S", _ if dashes[0] >= DASH:
                across, upwards = zip(*points, strict=True)
                yield Box(min(across), min(upwards), max(across), max(upwards))


def painted_colours(page: pikepdf.Page) -> Iterator[tuple[float, ...]]:
    for item in pikepdf.parse_content_stream(page):
        if str(item.operator) in COLOURS:
            yield tuple(float(part) for part in item.operands)
