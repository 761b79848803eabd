"""Tables: the widths of columns, the largest size that gives the fewest pages, repeated headers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import fsum

from emas.diagnostics import Code, Diagnostic, Span
from emas.document import Align
from emas.theme import Theme
from emas.writers.slides.deck import Line, Run, Slide, TableFill
from emas.writers.slides.layouts import BODY, Layout, Slot, Spec, Style
from emas.writers.slides.metrics import height, signs_over, width
from emas.writers.slides.pages import Fits, balanced, chunked
from emas.writers.slides.runs import bold

CELL_PT = 8
"""Space inside of a cell on the left and on the right; above and below it is a point less."""

AROUND_PT = 2 * CELL_PT + 4
"""What a column needs besides its words."""

SHARE = 0.7
"""How much a longer text weighs in the width of its column: 1 would be in proportion."""

WIDEST = 0.4
"""Share of a table that a single word may ask for; a longer one is broken."""

HEADER = 0.5
"""Share of a page above which the header leaves no room for rows."""

AGAIN = " (suite)"
"""Follows the name of a row that goes on."""

Row = tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to lay out: its rows, the header first. The first column is in bold if `named`."""

    rows: tuple[Row, ...]
    aligns: tuple[Align, ...]
    named: bool
    span: Span


@dataclass(frozen=True, slots=True)
class _Trial:
    """A table at one size: the ranks of the rows of each page, and the rows that were cut."""

    size_pt: float
    sheet: Sheet
    widths_pt: tuple[float, ...]
    heights_pt: tuple[float, ...]
    pages: list[list[int]]
    cut: tuple[Row, ...]


def slides(sheet: Sheet, layout: Layout, title: str, spec: Spec, theme: Theme) -> list[Slide]:
    """Return the slides of a table; each page repeats the header.

    A table too wide is parted, its first column repeated; a row taller than a page goes on over
    the next one, and is reported. Nothing is returned for a table that cannot be drawn, because
    its header leaves no room.
    """
    slot = spec.slot(BODY)
    found: list[Slide] = []
    for part in _parted(replace(sheet, rows=tuple(_weighted(sheet))), slot, theme):
        trials = [_trial(part, slot, size) for size in theme.slides.table_pt]
        drawn = [trial for trial in trials if trial.heights_pt[0] <= slot.height_pt() * HEADER]
        if not drawn:
            return []
        best = min(drawn, key=lambda trial: (len(trial.cut), len(trial.pages)))
        pages = [_page(best, page, layout, title) for page in best.pages]
        told = tuple(_told(best, row, slot, title) for row in best.cut)
        found += [replace(pages[0], problems=told), *pages[1:]]
    return found


def _weighted(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows with the header in bold, and the first column too when it names the rows."""
    for rank, row in enumerate(sheet.rows):
        yield tuple(
            tuple(replace(line, runs=bold(line.runs)) for line in cell)
            if rank == 0 or (column == 0 and sheet.named)
            else cell
            for column, cell in enumerate(row)
        )


def _parted(sheet: Sheet, slot: Slot, theme: Theme) -> Iterator[Sheet]:
    """Yield the table in parts whose columns have room, the first one being in each."""
    least = _least_widths(sheet, min(theme.slides.table_pt), slot.box.width * 72)
    held = 1 if sheet.named else 0
    room = slot.box.width * 72 - fsum(least[:held])
    for group in balanced(least[held:], room) or [[]]:
        columns = [*range(held), *(rank + held for rank in group)]
        rows = tuple(tuple(row[column] for column in columns) for row in sheet.rows)
        yield replace(sheet, rows=rows, aligns=tuple(sheet.aligns[rank] for rank in columns))


def _trial(sheet: Sheet, slot: Slot, size_pt: float) -> _Trial:
    style = Style(size_pt, spacing=1.0)
    widths = _widths(sheet, size_pt, slot.box.width * 72)
    header, *body = sheet.rows
    room = slot.height_pt() - _row_height(header, style, widths)
    cut = tuple(row for row in body if _row_height(row, style, widths) > room)
    rows = [piece for row in body for piece in _pieces(row, sheet.named, style, widths, room)]
    heights = tuple(_row_height(row, style, widths) for row in (header, *rows))
    pages = balanced(heights[1:], room) or [[]]
    return _Trial(size_pt, replace(sheet, rows=(header, *rows)), widths, heights, pages, cut)


def _pieces(
    row: Row, named: bool, style: Style, widths: Sequence[float], room: float
) -> Iterator[Row]:
    """Yield `row`, cut into rows that each fit in a page; the first cell names them all."""
    if room <= 0 or _row_height(row, style, widths) <= room:
        yield row
        return
    parts = [
        chunked(cell, _fits(style, wide, room)) for cell, wide in zip(row, widths, strict=True)
    ]
    for turn in range(max(map(len, parts))):
        cells = [part[turn] if turn < len(part) else () for part in parts]
        if named and turn and not cells[0]:
            cells[0] = tuple(replace(line, runs=(*line.runs, Run(AGAIN))) for line in row[0][:1])
        yield tuple(cells)


def _fits(style: Style, wide_pt: float, room_pt: float) -> Fits:
    return lambda lines: _cell_height(lines, style, wide_pt) <= room_pt


def _page(trial: _Trial, page: Sequence[int], layout: Layout, title: str) -> Slide:
    ranks = [0, *(rank + 1 for rank in page)]
    columns = len(trial.widths_pt)
    size = f"{_count(columns, 'colonne')}, {_count(len(page), 'ligne')} sous l’en-tête"
    fill = TableFill(
        BODY,
        tuple(trial.sheet.rows[rank] for rank in ranks),
        trial.sheet.aligns,
        trial.widths_pt,
        tuple(trial.heights_pt[rank] for rank in ranks),
        trial.size_pt,
        f"Tableau « {title} » : {size}.",
        trial.sheet.named,
    )
    return Slide(layout, title, (fill,))


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' if number > 1 else ''}"


def _told(trial: _Trial, row: Row, slot: Slot, title: str) -> Diagnostic:
    """Return how much to take away from the longest cell of a row taller than its page."""
    style = Style(trial.size_pt, spacing=1.0)
    room = slot.height_pt() - trial.heights_pt[0]
    cells = list(zip(row, trial.widths_pt, strict=True))
    lines, wide = max(cells, key=lambda cell: _cell_height(cell[0], style, cell[1]))
    signs = signs_over((lines,), lambda kept: _cell_height(kept[0], style, wide) <= room)
    values = {
        "quoi": "Une ligne du tableau",
        "titre": title,
        "suite": "elle continue sur la diapositive suivante",
        "signes": str(signs),
    }
    return Diagnostic(Code.DIA003, trial.sheet.span, values)


def _row_height(row: Row, style: Style, widths: Sequence[float]) -> float:
    return max(_cell_height(cell, style, wide) for cell, wide in zip(row, widths, strict=True))


def _cell_height(cell: tuple[Line, ...], style: Style, wide_pt: float) -> float:
    inside = wide_pt - 2 * CELL_PT
    lines = cell or (Line(()),)
    return fsum(height(line, style, inside) for line in lines) + 2 * (CELL_PT - 1)


def _widths(sheet: Sheet, size_pt: float, whole_pt: float) -> tuple[float, ...]:
    """Return a width for each column: its longest word, then what its texts ask for.

    What is left goes to the columns that still have more text than room, the longest ones less
    than in proportion; no column grows beyond its text while another one is short of room.
    """
    widths = _least_widths(sheet, size_pt, whole_pt)
    if fsum(widths) > whole_pt:
        return tuple(round(wide * whole_pt / fsum(widths), 2) for wide in widths)
    columns = zip(*sheet.rows, strict=True)
    natural = [max(_natural(cell, size_pt) for cell in column) + AROUND_PT for column in columns]
    while (left := whole_pt - fsum(widths)) > 1:
        wants = [max(0.0, full - wide) for full, wide in zip(natural, widths, strict=True)]
        if not any(want > 1 for want in wants):
            return tuple(round(wide * whole_pt / fsum(widths), 2) for wide in widths)
        weights = [want**SHARE for want in wants]
        widths = [
            wide + min(want, left * weight / fsum(weights))
            for wide, want, weight in zip(widths, wants, weights, strict=True)
        ]
    return tuple(round(wide, 2) for wide in widths)


def _least_widths(sheet: Sheet, size_pt: float, whole_pt: float) -> list[float]:
    """Return the width of the longest word of each column, if it is not too long."""
    most = whole_pt * WIDEST
    return [
        min(max(_longest_word(cell, size_pt) for cell in column) + AROUND_PT, most)
        for column in zip(*sheet.rows, strict=True)
    ]


def _longest_word(cell: tuple[Line, ...], size_pt: float) -> float:
    words = (word for line in cell for run in line.runs for word in run.text.split(" "))
    return max((width(word, size_pt, bold=True) for word in words), default=0)


def _natural(cell: tuple[Line, ...], size_pt: float) -> float:
    return max(
        (fsum(width(run.text, size_pt, run.bold) for run in line.runs) for line in cell), default=0
    )
