"""Lines into pages: the largest size at which they fit, else several pages of the same height."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import fsum

from emas.writers.slides.deck import Line, Marker, Run
from emas.writers.slides.layouts import BODY, Layout, Slot, Spec
from emas.writers.slides.metrics import height, total

ROOM = 0.8
"""Share of the roomy layout that one page may fill: above it, a smaller size leaves more air."""

LONGEST = 0.45
"""A paragraph that takes more than this share of a page may be cut between its sentences."""

SENTENCE = re.compile(r"(?<=[.!?…»]) +(?=[A-ZÀ-Ý«])")

Pages = tuple[tuple[Line, ...], ...]
Fits = Callable[[tuple[Line, ...]], bool]


def fitted(lines: tuple[Line, ...], specs: Mapping[Layout, Spec]) -> tuple[Layout, Pages]:
    """Return the layout of ordinary content that suits `lines`, and its pages."""
    roomy, normal, dense = (
        specs[layout].slot(BODY) for layout in (Layout.ROOMY, Layout.NORMAL, Layout.DENSE)
    )
    for layout, slot, share in (
        (Layout.ROOMY, roomy, ROOM),
        (Layout.NORMAL, normal, 1.0),
        (Layout.DENSE, dense, 1.0),
    ):
        if total(lines, slot) <= slot.height_pt() * share:
            return layout, (lines,)
    pages = paginated(lines, normal)
    if all(total(page, roomy) <= roomy.height_pt() for page in pages):
        return Layout.ROOMY, pages
    return Layout.NORMAL, pages


def paginated(lines: tuple[Line, ...], slot: Slot, room_pt: float | None = None) -> Pages:
    """Return `lines` on as few pages as possible, about as full as one another.

    A deeper line stays with the one above it, a line that announces with the one below. The room
    of a page is that of `slot`, unless another is given. No page is taller.
    """
    room = slot.height_pt() if room_pt is None else room_pt
    if total(lines, slot) <= room:
        return (lines,)
    pieces = tuple(piece for line in lines for piece in _cut(line, slot, room))
    blocks = _together(pieces, slot, room)
    heights = [total(block, slot) for block in blocks]
    pages = balanced(heights, room)
    return tuple(tuple(line for rank in page for line in blocks[rank]) for page in pages)


def balanced(heights: Sequence[float], room: float) -> list[list[int]]:
    """Return the ranks of `heights` on each page: as few pages as `room` allows, then levelled."""
    if not heights:
        return []
    count = len(_filled(heights, room))
    low, high = fsum(heights) / count, room
    while high - low > 2:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= count else (middle, high)
    return _filled(heights, high)


def _filled(heights: Sequence[float], room: float) -> list[list[int]]:
    pages: list[list[int]] = [[]]
    used = 0.0
    for rank, tall in enumerate(heights):
        if pages[-1] and used + tall > room:
            pages.append([])
            used = 0.0
        pages[-1].append(rank)
        used += tall
    return pages


def _together(lines: tuple[Line, ...], slot: Slot, room: float) -> list[tuple[Line, ...]]:
    """Return the lines that may not be parted; a group too tall for a page is parted anyway."""
    groups: list[tuple[Line, ...]] = []
    for line in lines:
        held = groups and (groups[-1][-1].kept or line.level > 0)
        if held and total((*groups[-1], line), slot) <= room:
            groups[-1] = (*groups[-1], line)
        else:
            groups.append((line,))
    return groups


def _cut(line: Line, slot: Slot, room: float) -> tuple[Line, ...]:
    """Return `line` cut between sentences if it is so tall that pages could not be levelled."""

    def within(share: float) -> Fits:
        return lambda lines: total(lines, slot) <= room * share

    if height(line, slot.style, slot.width_pt) <= room * LONGEST:
        return (line,)
    pieces = (piece for one in sentences(line) for piece in words_cut(one, within(1)))
    return _rejoined(tuple(pieces), within(LONGEST))


def chunked(lines: tuple[Line, ...], fits: Fits) -> Pages:
    """Return `lines` in parts that fit: cut between lines, sentences, then words."""
    parts: list[tuple[Line, ...]] = [()]
    for line in lines:
        pieces = (piece for one in sentences(line) for piece in words_cut(one, fits))
        for piece in (line,) if fits((line,)) else _rejoined(tuple(pieces), fits):
            if parts[-1] and not fits((*parts[-1], piece)):
                parts.append(())
            parts[-1] = (*parts[-1], piece)
    return tuple(parts)


def _rejoined(pieces: tuple[Line, ...], fits: Fits) -> tuple[Line, ...]:
    """Return pieces of one line, put together again as long as they fit."""
    parts: list[Line] = []
    for piece in pieces:
        whole = _joined(parts[-1], piece) if parts else piece
        if parts and fits((whole,)):
            parts[-1] = whole
        else:
            parts.append(piece)
    return tuple(parts)


def _joined(before: Line, after: Line) -> Line:
    return replace(before, runs=(*before.runs, Run(" "), *after.runs))


def sentences(line: Line) -> tuple[Line, ...]:
    """Return a line for each sentence; only the first keeps the marker."""
    found: list[tuple[Run, ...]] = [()]
    for run in line.runs:
        first, *others = SENTENCE.split(run.text)
        if first:
            found[-1] = (*found[-1], replace(run, text=first))
        found += ((replace(run, text=other),) for other in others)
    return tuple(
        replace(line, runs=runs, marker=Marker.NONE if rank else line.marker)
        for rank, runs in enumerate(found)
        if runs
    )


def words_cut(line: Line, fits: Fits) -> tuple[Line, ...]:
    """Return `line` cut between words, as late as possible, until each part fits.

    A word too long for a part is cut too; a line of which nothing fits is left whole.
    """
    parts: list[Line] = []
    while not fits((line,)):
        sizes = range(1, len(line.text))
        most = bisect_left(sizes, True, key=lambda size: not fits((_parted(line, size)[0],)))
        if not most:
            break
        blank = line.text.rfind(" ", 1, most + 1)
        first, line = _parted(line, blank if blank > 0 else most)
        parts.append(first)
    return (*parts, line)


def _parted(line: Line, size: int) -> tuple[Line, Line]:
    """Return the first `size` characters of `line`, then the rest without its blanks."""
    before: tuple[Run, ...] = ()
    runs = list(line.runs)
    while size >= len(runs[0].text):
        size -= len(runs[0].text)
        before = (*before, runs.pop(0))
    cut, *others = runs
    if size:
        before = (*before, replace(cut, text=cut.text[:size]))
    rest = (replace(cut, text=cut.text[size:].lstrip(" ")), *others)
    return replace(line, runs=before), replace(line, runs=rest, marker=Marker.NONE)
