"""A sheet as texts: what is left of a workbook or of a CSV once it is read."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, Span, file_start
from emas.diagnostics.suggest import fold
from emas.readers.source import FORBIDDEN

MAX_ROWS = 50_000
MAX_COLUMNS = 300
LESS = "exportez moins de lignes à la fois, ou supprimez les colonnes et les feuilles inutiles."


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one line; `line` counts from 1, as the spreadsheet shows it."""

    line: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """Return the text at `index` from 0, empty if the line ends before."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines that are not empty, in order. A CSV is one sheet without a name."""

    path: PurePosixPath
    name: str
    rows: tuple[Row, ...]

    def span(self, line: int) -> Span:
        """Return the place of a whole line."""
        return Span(self.path, line, 1, line, 2)


def row(line: int, cells: list[str]) -> Row:
    """Return a line of tidy texts."""
    return Row(line, tuple(tidy(cell) for cell in cells))


def tidy(text: str) -> str:
    """Return `text` without blanks around, nor any sign that a terminal obeys."""
    return FORBIDDEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def alike(text: str) -> str:
    """Return `text` as names are compared: no accents, no capitals, one space for other signs."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text).replace("œ", "oe")).strip()


def refused(path: PurePosixPath, cause: str, remedy: str, *, line: int = 1) -> Diagnostic:
    """Return why a file is not read as a table."""
    start = file_start(path)
    span = start if line == 1 else Span(path, line, 1, line, 2)
    return Diagnostic(Code.TAB001, span, {"cause": cause, "remede": remedy})
