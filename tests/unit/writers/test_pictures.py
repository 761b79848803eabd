"""The size of pictures, from their first bytes."""

from dataclasses import replace

import pytest
from tests.unit.writers.site.samples import SPAN, html, scope

from emas.document import Image
from emas.model import Media
from emas.writers.pictures import size
from emas.writers.site.inlines import inlines

PREVIEW = b"\xff\xe1\x00\x0e\xff\xc0\x00\x09\x08\x00\x01\x00\x01..."
FRAME = b"\xff\xc0\x00\x11\x08\x02\x58\x03\x20\x03"
PICTURES: dict[str, tuple[bytes, tuple[int, int] | None]] = {
    "a PNG": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x03\x20\x00\x00\x02\x58", (800, 600)),
    "a JPEG": (b"\xff\xd8" + FRAME, (800, 600)),
    "a JPEG with a preview": (b"\xff\xd8" + PREVIEW + FRAME, (800, 600)),
    "a drawing": (b'<svg xmlns="x" viewBox="0 0 960 532.4">', (960, 532)),
    "a drawing with commas": (b"<svg viewBox='0,0,96,53'>", (96, 53)),
    "a drawing without a frame": (b"<svg><rect/></svg>", None),
    "a PNG cut short": (b"\x89PNG\r\n\x1a\n\x00\x00", None),
    "a JPEG cut short": (b"\xff\xd8\xff\xe1\x00\x0d", None),
}


@pytest.mark.parametrize(("data", "expected"), PICTURES.values(), ids=PICTURES)
def test_a_picture_tells_its_size(data: bytes, expected: tuple[int, int] | None) -> None:
    assert size(data) == expected


def test_a_page_keeps_the_place_of_its_pictures() -> None:
    drawing = Media("a.svg", b'<svg viewBox="0 0 96 53">', "EMAS", "CC0 1.0", "")
    shown = replace(scope(), media={"a.svg": drawing})
    image = Image("media/a.svg", "Un dessin.", "", decorative=False, span=SPAN)
    assert html(inlines((image,), shown)) == (
        '<img src="media/a.svg" alt="Un dessin." width="96" height="53" loading="lazy">'
    )
