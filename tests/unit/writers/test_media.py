from io import BytesIO

import pytest
from PIL import Image

from emas.theme import locate
from emas.writers.media import png

FONTS = locate() / "polices"
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">
<rect width="40" height="20" fill="#0B6173"/></svg>"""


def test_a_picture_has_the_width_asked_for_and_keeps_its_shape() -> None:
    assert Image.open(BytesIO(png(SVG, 800, FONTS))).size == (800, 400)


def test_its_colours_are_kept() -> None:
    drawn = Image.open(BytesIO(png(SVG, 80, FONTS))).convert("RGB")
    assert drawn.getpixel((40, 20)) == (0x0B, 0x61, 0x73)


def test_what_is_not_a_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="SVG"):
        png(b"<html>", 80, FONTS)
