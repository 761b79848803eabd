"""Where the columns of a table are: their header is looked for, as people may have written it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, Span
from emas.readers.tables.sheet import Row, Sheet, alike

HEADER_ROWS = 20
"""Lines among which the header is looked for: titles and blank lines may come before."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column to look for. `names` are its spellings, the first being the one that is told."""

    key: str
    names: tuple[str, ...]
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """The lines below a header, and the index of each column that was found, by its key."""

    path: PurePosixPath
    sheet: str
    header: Row
    rows: tuple[Row, ...]
    columns: Mapping[str, int]

    def text(self, row: Row, key: str) -> str:
        """Return what `row` says in a column: the empty text if it says nothing, or has none."""
        return row.cell(self.columns[key]) if key in self.columns else ""

    def span(self, row: Row) -> Span:
        """Return the place of a line."""
        return Span(self.path, row.line, 1, row.line, 2)


def find_table(
    sheets: Sequence[Sheet], columns: Sequence[Column]
) -> tuple[Table | None, list[Diagnostic]]:
    """Return the table whose header has the most of `columns`, or what is missing.

    Capitals, accents, blanks and punctuation do not count. `sheets` must not be empty.
    """
    tables = [
        _table(sheet, rank, columns)
        for sheet in sheets
        for rank, _ in enumerate(sheet.rows[:HEADER_ROWS])
    ]
    best = max(tables, key=lambda table: len(table.columns), default=None)
    needed = [column for column in columns if column.needed]
    missing = [column for column in needed if best is None or column.key not in best.columns]
    if best is None or len(missing) == len(needed) > 0:
        values = {"limite": str(HEADER_ROWS), "colonnes": _named(needed)}
        return None, [Diagnostic(Code.TAB002, sheets[0].span(1), values)]
    if missing:
        values = {"feuille": _on(best.sheet), "colonnes": _named(missing)}
        return None, [Diagnostic(Code.TAB003, best.span(best.header), values)]
    return best, list(_doubled(best, columns))


def _table(sheet: Sheet, rank: int, columns: Sequence[Column]) -> Table:
    header = sheet.rows[rank]
    places: dict[str, int] = {}
    for index, text in enumerate(header.cells):
        places.setdefault(alike(text), index)
    found = {}
    for column in columns:
        known = [places[alike(name)] for name in column.names if alike(name) in places]
        if known:
            found[column.key] = known[0]
    return Table(sheet.path, sheet.name, header, sheet.rows[rank + 1 :], found)


def _doubled(table: Table, columns: Sequence[Column]) -> list[Diagnostic]:
    """Return a warning for each column of which there is another: only the first is read."""
    names = [alike(text) for text in table.header.cells]
    twice = [
        column
        for column in columns
        if column.key in table.columns and names.count(names[table.columns[column.key]]) > 1
    ]
    return [
        Diagnostic(Code.TAB004, table.span(table.header), {"colonne": column.names[0]})
        for column in twice
    ]


def _named(columns: Sequence[Column]) -> str:
    return ", ".join(f"« {column.names[0]} »" for column in columns)


def _on(sheet: str) -> str:
    return f"la feuille « {sheet} »" if sheet else "ce tableau"
