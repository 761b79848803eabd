"""What a school prints from the site."""

import io

import pytest
from pypdf import PdfReader
from tests.browser.conftest import Visitor

FORMS = {"demande-d-intervention": 1, "qui-j-appelle": 2, "protocole-de-crise": 2}
"""The pages to fill in by hand, and on how many sheets each says or is meant to stand."""

A4 = (595, 842)


@pytest.mark.parametrize(("name", "sheets"), FORMS.items())
def test_a_form_prints_on_its_sheets_with_room_to_write(
    visit: Visitor, name: str, sheets: int
) -> None:
    here = visit()
    here.open(f"{name}.html")
    page = here.page
    page.emulate_media(media="print")
    rooms = page.locator(".emas-a-ecrire > div, td:empty").all()
    heights = [box["height"] for room in rooms if (box := room.bounding_box())]
    paper = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(heights) >= 10
    assert min(heights) > 28  # 7.5 mm: a line of handwriting
    assert [tuple(map(int, sheet.mediabox[2:])) for sheet in paper] == [A4] * sheets


def test_lines_to_write_on_show_on_a_form_and_only_on_the_paper_of_an_exercise(
    visit: Visitor,
) -> None:
    here = visit()
    here.open("demande-d-intervention.html")
    assert here.page.locator(".emas-a-ecrire").first.is_visible()
    here.open("modules/autisme/comprendre.html")
    lines = here.page.locator(".emas-boite .emas-a-ecrire").first
    assert not lines.is_visible()
    here.page.emulate_media(media="print")
    assert lines.is_visible()
