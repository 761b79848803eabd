"""Drawings: an SVG is a whole document, which may run programs, move, and ask others for files.

A page shows it as a picture, where browsers forbid all that; opened by itself, it may do anything.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

SVG = "{http://www.w3.org/2000/svg}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ACTIVE = frozenset(
    {
        *("script", "handler", "listener", "foreignObject", "iframe", "audio", "video", "canvas"),
        *("animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"),
    }
)
"""The elements of SVG 1.1, 1.2 Tiny and 2 that run, move, or hold another language."""

HIDING = (b"<!ENTITY", b"<?xml-stylesheet")
"""What brings in more than the tree of elements holds."""

INSIDE = re.compile(r"#|data:image/(png|jpeg);base64,")
"""Where a reference may lead: to the drawing itself, or to pixels that it carries."""
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!['\"#\s])|@import|@keyframes|\\", re.IGNORECASE)
"""What a style may not hold; escapes would hide the rest."""


def is_only_a_drawing(data: bytes) -> bool:
    """Return whether an SVG file, in UTF-8, does nothing but show itself.

    A file that is no SVG gives False.
    """
    if any(mark in data for mark in HIDING):
        return False
    try:
        root = fromstring(data.decode("utf-8"))
    except (ParseError, UnicodeDecodeError):
        return False
    return root.tag == f"{SVG}svg" and not any(any(_acts(item)) for item in root.iter())


def _acts(item: Element) -> Iterator[bool]:
    """Yield, for each part of an element, whether it may do something."""
    yield item.tag.startswith(XHTML)
    yield item.tag.removeprefix(SVG) in ACTIVE
    if item.tag == f"{SVG}style":
        yield OUTSIDE.search("".join(item.itertext())) is not None
    for name, value in item.attrib.items():
        bare = name.rpartition("}")[2].lower()
        yield bare.startswith("on")
        yield bare in ("href", "src") and INSIDE.match(value.strip()) is None
        yield "}" not in name and OUTSIDE.search(value) is not None
