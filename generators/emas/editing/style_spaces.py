"""Blanks that nobody sees: at the end of lines, between blocks, at the end of a file."""

import re
from collections.abc import Collection, Iterator

from emas.editing.corrections import Correction, Group, Kind, SourceText

BLANKS = " \t"

ALONE = re.compile(r"[ \t>]*(?::::|#|$)")
"""What stands alone on its line: blanks at its end never ask for a break."""


def spaces(source: SourceText, first: int, untouched: Collection[int]) -> Iterator[Group]:
    """Yield what to correct from line `first` on; lines count from 0, `untouched` are left."""
    lines = source.text.split("\n")
    end = len(lines)
    while end > first and not lines[end - 1].strip(BLANKS) and end - 1 not in untouched:
        end -= 1
    if end <= first:
        return
    yield from _end_of_file(source, end)
    number = first
    while number < end:
        line = lines[number]
        blanks = len(line) - len(line.rstrip(BLANKS))
        following = lines[number + 1] if number + 1 < len(lines) else ""
        a_break = line.endswith("  ") and not ALONE.match(line) and following.strip(BLANKS)
        last = number
        if number not in untouched:
            if blanks and number < end - 1 and not a_break:
                yield (_piece(source, number, len(line) - blanks, number, len(line)),)
            last = _last_blank(lines, number, untouched)
            if last > number:
                yield (_piece(source, number + 1, 0, last + 1, 0),)
        number = last + 1


def _last_blank(lines: list[str], number: int, untouched: Collection[int]) -> int:
    """Return the last of the blank lines that follow each other from `number` on."""
    last = number
    while not lines[last].strip(BLANKS) and last + 1 < len(lines):
        if lines[last + 1].strip(BLANKS) or last + 1 in untouched:
            break
        last += 1
    return last


def _end_of_file(source: SourceText, end: int) -> Iterator[Group]:
    """Yield what leaves one line end after the last word, which is on the line before `end`."""
    start = source.starts[end - 1]
    line = source.text[start:].split("\n", 1)[0]
    place = start + len(line.rstrip(BLANKS))
    if source.text[place:] != "\n":
        yield (Correction(place, len(source.text), "\n", Kind.SPACE),)


def _piece(
    source: SourceText, line: int, column: int, end_line: int, end_column: int
) -> Correction:
    start, end = source.starts[line] + column, source.starts[end_line] + end_column
    return Correction(start, end, "", Kind.SPACE)
