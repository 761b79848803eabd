"""How much room a text takes, from the advance widths of Arial.

`arial.json` holds them in thousandths of the size, measured once on Liberation Sans, which has the
same. Against LibreOffice the count of lines is exact or one too many, never too few
(docs/formats/pptx.md): what we say fits, fits.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from math import fsum
from pathlib import Path

from emas.writers.slides.deck import Line, Marker, Run
from emas.writers.slides.layouts import Slot, Style

LINE = 1.2
"""Height of a row in sizes of text, at single spacing, as LibreOffice draws it."""

SAFETY = 0.99
"""Share of the width that is used, against rounding."""

INDENTS_IN = (0.32, 0.72, 1.10)
"""Where the text of each level starts."""

NUMBER_IN, NUMBER_SIZES = 0.3, 1.75
"""What a number takes more than a bullet; how many sizes of text « 10. » takes, in bold."""

BETWEEN_PT = 5
"""Space before a line below the first level."""

LEVELS = len(INDENTS_IN)
CUT = "…"
ROUNDING_PT = 0.5
SMALLEST_PT = 18
BREAKABLE = re.compile(r"(?<=[-–/])")
"""Where a word that is longer than a row is broken first."""

UNKNOWN = 1000
"""The width of a character that Arial does not have: those of other fonts are seldom wider."""


def size_at(size_pt: float, level: int) -> float:
    """Return the size of the text at `level`: two points less each, never below 18."""
    return max(min(SMALLEST_PT, size_pt), size_pt - 2 * level)


def width(text: str, size_pt: float, bold: bool = False) -> float:
    """Return the width of `text` on one line, in points."""
    table = _widths()["gras" if bold else "normal"]
    return fsum(table.get(char, UNKNOWN) for char in text) * size_pt / 1000


def number_in(size_pt: float) -> float:
    """Return what a number takes more than a bullet, in inches: two digits never touch the text."""
    return max(NUMBER_IN, NUMBER_SIZES * size_pt / 72 - INDENTS_IN[0])


def rows(line: Line, size_pt: float, width_pt: float, bold: bool = False) -> int:
    """Return how many rows `line` takes in `width_pt`, all of it being `bold` or what is.

    No-break spaces never break.
    """
    return sum(_wrapped(words, size_pt, width_pt * SAFETY) for words in _words(line, bold))


def height(line: Line, style: Style, width_pt: float) -> float:
    """Return the height of `line` in a slot of that style, the space before it included."""
    level = min(line.level, LEVELS - 1)
    size = size_at(style.size_pt, level)
    indent = INDENTS_IN[level] if line.marker or level else 0.0
    if line.marker is Marker.LETTER:
        indent = style.hanging_in
    elif line.marker is Marker.NUMBER:
        indent += number_in(style.size_pt)
    room = width_pt - indent * 72
    before = style.before_pt if level == 0 else BETWEEN_PT
    return rows(line, size, room, style.bold) * size * LINE * style.spacing + before


def total(lines: Iterable[Line], slot: Slot) -> float:
    """Return the height of `lines` in `slot`."""
    return fsum(height(line, slot.style, slot.width_pt) for line in lines)


Texts = tuple[tuple[Line, ...], ...]


def signs_over(texts: Texts, fits: Callable[[Texts], bool]) -> int:
    """Return how many characters to take from the longest of `texts` so that they fit together.

    It is rounded up to ten: rows may break otherwise if they are not taken at the end.
    """
    sizes = [sum(len(line.text) for line in lines) for lines in texts]

    def over(most: int) -> bool:
        pairs = zip(texts, sizes, strict=True)
        return not fits(tuple(_without(lines, max(0, size - most)) for lines, size in pairs))

    most = max(0, bisect_left(range(max(sizes)), True, key=over) - 1)
    saved = sum(max(0, size - most) for size in sizes)
    return -(-max(saved, 1) // 10) * 10


def fitting(words: str, after: str, slot: Slot) -> str:
    """Return `words` then `after` as `slot` can hold them: the last words give way to « … »."""

    def cut(size: int) -> str:
        return f"{words[:size].rsplit(' ', 1)[0].rstrip(' ,;:–·')}{CUT}{after}"

    def too_tall(text: str) -> bool:
        line = Line((Run(text),))
        return height(line, slot.style, slot.width_pt) > slot.height_pt() + ROUNDING_PT

    if not too_tall(f"{words}{after}"):
        return f"{words}{after}"
    sizes = range(1, len(words))
    return cut(max(1, bisect_left(sizes, True, key=lambda size: too_tall(cut(size)))))


def _without(lines: tuple[Line, ...], count: int) -> tuple[Line, ...]:
    """Return `lines` without their last `count` characters."""
    kept = list(lines)
    while kept and count >= (long := len(kept[-1].text)):
        count -= long
        kept.pop()
    if not kept:
        return ()
    runs = list(kept[-1].runs)
    while count >= (long := len(runs[-1].text)):
        count -= long
        runs.pop()
    runs[-1] = replace(runs[-1], text=runs[-1].text[: long - count])
    return (*kept[:-1], replace(kept[-1], runs=tuple(runs)))


@cache
def _widths() -> dict[str, dict[str, int]]:
    text = Path(__file__).with_name("arial.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, int]] = json.loads(text)
    return table


@dataclass(frozen=True, slots=True)
class _Word:
    """What stands between two blanks: pieces of one weight. A link is one, whatever it says.

    `besides` are the rows that a link longer than a row takes besides those of its words.
    """

    pieces: tuple[tuple[str, bool], ...]
    besides: int = 0


def _words(line: Line, bold: bool) -> list[list[_Word]]:
    """Return the words of each row that the author asked for."""
    broken: list[list[_Word]] = [[_Word(())]]
    for run in line.runs:
        linked = bool(run.href or run.to)
        for rank, row in enumerate(run.text.replace("\t", "").split("\n")):
            if rank:
                broken.append([_Word(())])
            first, *others = [row] if linked else row.split(" ")
            last = broken[-1][-1]
            weight = bold or run.bold
            led = any(text for text, _ in last.pieces)
            besides = last.besides + (linked and 2 + led)
            broken[-1][-1] = _Word((*last.pieces, (first, weight)), besides)
            broken[-1] += [_Word(((word, weight),)) for word in others]
    return broken


def _wrapped(words: list[_Word], size_pt: float, room_pt: float) -> int:
    """Return how many rows `words` take; a word longer than a row starts on another one.

    LibreOffice only breaks a link that is longer than a row: it then has rows of its own, what
    stands right before or after it has another one, and its height is counted short by one.
    """
    count, used, space = 1, 0.0, width(" ", size_pt)
    room_pt = max(room_pt, size_pt)
    for word in words:
        long = fsum(width(piece, size_pt, bold) for piece, bold in word.pieces)
        if used and used + space + long > room_pt:
            count, used = count + 1, 0.0
        used += (space if used else 0) + long
        if used > room_pt:
            count, used = _broken(word, size_pt, room_pt, count)
            if word.besides:
                count, used = count + word.besides, 0.0
    return count


def _broken(word: _Word, size_pt: float, room_pt: float, count: int) -> tuple[int, float]:
    """Return how many rows there are after a word too long for one, and what the last one holds."""
    used = 0.0
    for text, bold in word.pieces:
        for rank, part in enumerate(BREAKABLE.split(text)):
            long = width(part, size_pt, bold)
            if rank and used + long > room_pt:
                count, used = count + 1, 0.0
            used += long
            while used > room_pt:
                count, used = count + 1, used - room_pt
    return count, used
