"""Tables that other programs made, as texts: workbooks (XLSX, ODS, XLS) and CSV.

Codes stay texts, dates are ISO, an empty cell is the empty text.
"""

from collections.abc import Sequence
from pathlib import PurePosixPath

from emas.diagnostics import Diagnostic
from emas.readers.tables.columns import Column, Table, find_table
from emas.readers.tables.delimited import read_csv
from emas.readers.tables.sheet import LESS, Row, Sheet, alike, refused
from emas.readers.tables.workbook import is_workbook, read_workbook

__all__ = [
    "MAX_BYTES",
    "Column",
    "Row",
    "Sheet",
    "Table",
    "alike",
    "find_table",
    "read_sheets",
    "read_table",
    "refused",
]

MAX_BYTES = 20_000_000
"""Read one byte more than this of a file, and no further."""


def read_sheets(data: bytes, path: PurePosixPath) -> tuple[list[Sheet], list[Diagnostic]]:
    """Return the sheets of a file, none if something is wrong. Its content says its format."""
    if len(data) > MAX_BYTES:
        return [], [refused(path, f"il dépasse {MAX_BYTES // 1_000_000} Mo", LESS)]
    sheets, found = (read_workbook if is_workbook(data) else read_csv)(data, path)
    if not found and not any(sheet.rows for sheet in sheets):
        return [], [refused(path, "il est vide", "vérifiez que c’est le bon fichier.")]
    return sheets, found


def read_table(
    data: bytes, path: PurePosixPath, columns: Sequence[Column]
) -> tuple[Table | None, list[Diagnostic]]:
    """Return the table of a file that has `columns`, wherever it is in it, or what is wrong."""
    sheets, found = read_sheets(data, path)
    if not sheets:
        return None, found
    table, problems = find_table(sheets, columns)
    return table, [*found, *problems]
