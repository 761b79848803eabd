"""Lines into pages: the largest size at which they fit, else several pages of the same height."""

import re
from collections.abc import Mapping, Sequence
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


def paginated(lines: tuple[Line, ...], slot: Slot) -> Pages:
    """Return `lines` on as few pages as possible, about as full as one another.

    A deeper line stays with the one above it, a line that announces with the one below. A line
    alone on its page may still be too tall.
    """
    room = slot.height_pt()
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
    tall = height(line, slot.style, slot.width_pt)
    if tall <= room * LONGEST:
        return (line,)
    parts: list[Line] = []
    for sentence in sentences(line):
        whole = _joined(parts[-1], sentence) if parts else sentence
        if parts and height(whole, slot.style, slot.width_pt) <= room * LONGEST:
            parts[-1] = whole
        else:
            parts.append(sentence)
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
