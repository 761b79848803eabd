"""How much room a text takes, from the advance widths of Arial.

`arial.json` holds them in thousandths of the size, measured once on Liberation Sans, which has the
same. Against LibreOffice the count of lines is exact or one too many, never too few
(docs/formats/pptx.md): what we say fits, fits.
"""

import json
from collections.abc import Iterable
from functools import cache
from math import fsum
from pathlib import Path

from emas.writers.slides.deck import Line, Marker
from emas.writers.slides.layouts import Slot, Style

LINE = 1.149
"""Height of a line in sizes of text: ascent, descent and gap of Arial."""

SAFETY = 0.99
"""Share of the width that is used, against rounding."""

INDENTS_IN = (0.32, 0.72, 1.10)
"""Where the text of each level starts."""

NUMBER_IN = 0.2
"""What a number takes more than a bullet."""

BETWEEN_PT = 5
"""Space before a line below the first level."""

LEVELS = len(INDENTS_IN)
SMALLEST_PT = 18
UNKNOWN = 600


def size_at(size_pt: float, level: int) -> float:
    """Return the size of the text at `level`: two points less each, never below 18."""
    return max(min(SMALLEST_PT, size_pt), size_pt - 2 * level)


def width(text: str, size_pt: float, bold: bool = False) -> float:
    """Return the width of `text` on one line, in points."""
    table = _widths()["gras" if bold else "normal"]
    return fsum(table.get(char, UNKNOWN) for char in text) * size_pt / 1000


def rows(line: Line, size_pt: float, width_pt: float) -> int:
    """Return how many rows `line` takes in `width_pt`; no-break spaces never break."""
    return sum(_wrapped(words, size_pt, width_pt * SAFETY) for words in _words(line))


def height(line: Line, style: Style, width_pt: float) -> float:
    """Return the height of `line` in a slot of that style, the space before it included."""
    level = min(line.level, LEVELS - 1)
    size = size_at(style.size_pt, level)
    indent = INDENTS_IN[level] if line.marker or level else 0.0
    if line.marker is Marker.LETTER:
        indent = style.hanging_in
    elif line.marker is Marker.NUMBER:
        indent += NUMBER_IN
    room = width_pt - indent * 72
    before = style.before_pt if level == 0 else BETWEEN_PT
    return rows(line, size, room) * size * LINE * style.spacing + before


def total(lines: Iterable[Line], slot: Slot) -> float:
    """Return the height of `lines` in `slot`."""
    return fsum(height(line, slot.style, slot.width_pt) for line in lines)


def signs_over(lines: tuple[Line, ...], height_pt: float, room_pt: float) -> int:
    """Return about how many characters to take away so that `lines` fit, rounded up to ten."""
    signs = sum(len(line.text) for line in lines)
    return max(10, -(-int(signs * (1 - room_pt / height_pt)) // 10) * 10)


@cache
def _widths() -> dict[str, dict[str, int]]:
    text = Path(__file__).with_name("arial.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, int]] = json.loads(text)
    return table


def _words(line: Line) -> list[list[list[tuple[str, bool]]]]:
    """Return the words of each row the author asked for; a word is pieces of one weight."""
    broken: list[list[list[tuple[str, bool]]]] = [[[]]]
    for run in line.runs:
        for char in run.text.replace("\t", ""):
            if char == "\n":
                broken.append([[]])
            elif char == " ":
                broken[-1].append([])
            else:
                broken[-1][-1].append((char, run.bold))
    return broken


def _wrapped(words: list[list[tuple[str, bool]]], size_pt: float, room_pt: float) -> int:
    count, used, space = 1, 0.0, width(" ", size_pt)
    for word in words:
        long = fsum(width(char, size_pt, bold) for char, bold in word)
        if used and used + space + long > room_pt:
            count, used = count + 1, long
        else:
            used += (space if used else 0) + long
        while used > room_pt:
            count, used = count + 1, used - room_pt
    return count
