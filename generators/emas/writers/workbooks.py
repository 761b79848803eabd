"""Workbooks that Excel and LibreOffice open: no text is computed, nor taken for a link."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO

import xlsxwriter

Cell = str | int | float
Row = tuple[Cell, ...]

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `widths` of columns are in signs. Titles are the first row, or first column."""

    name: str
    widths: Sequence[int]
    rows: Iterable[Row]
    titles_above: bool = True


def as_workbook(title: str, sheets: Iterable[Sheet], dated: date) -> bytes:
    """Return the workbook of `sheets`; the same ones on the same day give the same bytes."""
    out = BytesIO()
    created = datetime.combine(dated, time(), UTC).replace(tzinfo=None)
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"title": title, "created": created})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for one in sheets:
            sheet = book.add_worksheet(one.name)
            for column, width in enumerate(one.widths):
                sheet.set_column(column, column, width)
            if one.titles_above:
                sheet.freeze_panes(1, 0)
            for rank, row in enumerate(one.rows):
                for column, cell in enumerate(row):
                    titled = rank == 0 if one.titles_above else column == 0
                    sheet.write(rank, column, cell, bold if titled else plain)
    return out.getvalue()
