"""How large a picture is: browsers keep its place, and a wide one asks for a whole slide.

Sources: PNG specification, « IHDR »; ITU-T T.81, B.2.2 « Frame header »; SVG 2, 8.6 « viewBox ».
"""

import re

PNG = re.compile(rb"\x89PNG\r\n\x1a\n....IHDR(....)(....)", re.DOTALL)
SEGMENT = re.compile(rb"\xff([\xc0-\xfe])(..)(?:.(..)(..))?", re.DOTALL)
"""A part of a JPEG: its kind, its length, and if it is a frame, its height and its width."""

FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
VIEW_BOX = re.compile(rb"<svg\b[^>]*\bviewBox=[\"']\s*(?:[-\d.]+[\s,]+){2}([\d.]+)[\s,]+([\d.]+)")

Size = tuple[int, int]


def size(data: bytes) -> Size | None:
    """Return the width and the height of a picture in pixels, or None if it does not say."""
    if found := PNG.match(data):
        return int.from_bytes(found[1]), int.from_bytes(found[2])
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    view = VIEW_BOX.search(data)
    return (round(float(view[1])), round(float(view[2]))) if view else None


def _jpeg(data: bytes) -> Size | None:
    """Go from part to part: a preview inside one of them has a frame too."""
    place = 2
    while found := SEGMENT.match(data, place):
        if found[1][0] in FRAMES and found[4]:
            return int.from_bytes(found[4]), int.from_bytes(found[3])
        place += 2 + int.from_bytes(found[2])
    return None
