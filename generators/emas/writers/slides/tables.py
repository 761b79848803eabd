"""Tables: the widths of columns, the largest size that gives the fewest pages, repeated headers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum

from emas.diagnostics import Code, Diagnostic, Span
from emas.document import Align
from emas.theme import Theme
from emas.writers.slides.deck import Line, Slide, TableFill
from emas.writers.slides.layouts import BODY, Layout, Slot, Spec, Style
from emas.writers.slides.metrics import height, signs_over, width
from emas.writers.slides.pages import balanced
from emas.writers.slides.runs import bold

CELL_PT = 8
"""Space inside of a cell on the left and on the right; above and below it is a point less."""

SHARE = 0.7
"""How much a longer text weighs in the width of its column: 1 would be in proportion."""

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
    """A table at one size: the ranks of the rows of each page."""

    size_pt: float
    sheet: Sheet
    widths_pt: tuple[float, ...]
    heights_pt: tuple[float, ...]
    pages: list[list[int]]


def slides(sheet: Sheet, layout: Layout, title: str, spec: Spec, theme: Theme) -> list[Slide]:
    """Return the slides of a table; each page repeats the header."""
    slot = spec.slot(BODY)
    shown = replace(sheet, rows=tuple(_weighted(sheet)))
    trials = [_trial(shown, slot, size) for size in theme.slides.table_pt]
    best = min(trials, key=lambda trial: (len(trial.pages), _overflow(trial, slot) > 0))
    return [_page(best, page, layout, title, slot) for page in best.pages]


def _page(trial: _Trial, page: Sequence[int], layout: Layout, title: str, slot: Slot) -> Slide:
    ranks = [0, *(rank + 1 for rank in page)]
    heights = tuple(trial.heights_pt[rank] for rank in ranks)
    columns = len(trial.widths_pt)
    over = fsum(heights) - slot.height_pt()
    problems: tuple[Diagnostic, ...] = ()
    if over > 1:
        cells = trial.sheet.rows[ranks[-1]]
        longest = max(cells, key=lambda cell: sum(len(line.text) for line in cell))
        signs = signs_over(longest, heights[-1], max(heights[-1] - over, 1))
        values = {"quoi": "Une ligne du tableau", "titre": title, "signes": str(signs)}
        problems = (Diagnostic(Code.DIA002, trial.sheet.span, values),)
    size = f"{columns} colonnes, {len(page)} {_lines(len(page))} sous l’en-tête"
    alt = f"Tableau « {title} » : {size}."
    cells_of = tuple(trial.sheet.rows[rank] for rank in ranks)
    fill = TableFill(
        BODY, cells_of, trial.sheet.aligns, trial.widths_pt, heights, trial.size_pt, alt
    )
    return Slide(layout, title, (fill,), problems=problems)


def _lines(count: int) -> str:
    return "lignes" if count > 1 else "ligne"


def _weighted(sheet: Sheet) -> list[Row]:
    """Return the rows with the header in bold, and the first column too when it names the rows."""
    found = []
    for rank, row in enumerate(sheet.rows):
        found.append(
            tuple(
                tuple(replace(line, runs=bold(line.runs)) for line in cell)
                if rank == 0 or (column == 0 and sheet.named)
                else cell
                for column, cell in enumerate(row)
            )
        )
    return found


def _trial(sheet: Sheet, slot: Slot, size_pt: float) -> _Trial:
    widths = _widths(sheet, size_pt, slot.box.width * 72)
    style = Style(size_pt, spacing=1.0)
    heights = tuple(
        max(_cell_height(cell, style, wide) for cell, wide in zip(row, widths, strict=True))
        for row in sheet.rows
    )
    pages = balanced(heights[1:], slot.height_pt() - heights[0]) or [[]]
    return _Trial(size_pt, sheet, widths, heights, pages)


def _cell_height(cell: tuple[Line, ...], style: Style, wide_pt: float) -> float:
    inside = wide_pt - 2 * CELL_PT
    return fsum(height(line, style, inside) for line in cell) + 2 * (CELL_PT - 1)


def _overflow(trial: _Trial, slot: Slot) -> float:
    tallest = max((trial.heights_pt[rank + 1] for page in trial.pages for rank in page), default=0)
    return trial.heights_pt[0] + tallest - slot.height_pt()


def _widths(sheet: Sheet, size_pt: float, whole_pt: float) -> tuple[float, ...]:
    """Return a width for each column: its longest word, then what its texts ask for.

    What is left goes to the columns that still have more text than room, the longest ones less
    than in proportion; no column grows beyond its text while another one is short of room.
    """
    columns = list(zip(*sheet.rows, strict=True))
    around = 2 * CELL_PT + 4
    widths = [max(_longest_word(cell, size_pt) for cell in column) + around for column in columns]
    if fsum(widths) > whole_pt:
        return tuple(round(wide * whole_pt / fsum(widths), 2) for wide in widths)
    natural = [max(_natural(cell, size_pt) for cell in column) + around for column in columns]
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


def _longest_word(cell: tuple[Line, ...], size_pt: float) -> float:
    words = (word for line in cell for run in line.runs for word in run.text.split())
    return max((width(word, size_pt, bold=True) for word in words), default=0)


def _natural(cell: tuple[Line, ...], size_pt: float) -> float:
    return max(
        (fsum(width(run.text, size_pt, run.bold) for run in line.runs) for line in cell), default=0
    )
