"""CSV as spreadsheets write it: the separator and the encoding are found."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import PurePosixPath

from emas.diagnostics import Diagnostic
from emas.readers.tables.sheet import LESS, MAX_COLUMNS, MAX_ROWS, Row, Sheet, refused, row

SEPARATORS = ";,\t"
SAMPLE = 20
"""Lines that tell the separator."""

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_csv(data: bytes, path: PurePosixPath) -> tuple[list[Sheet], list[Diagnostic]]:
    """Return the only sheet of a CSV, or what is wrong with it.

    UTF-8, or UTF-16 if it says so (« Texte Unicode » of Excel), else Windows-1252.
    """
    text = _decoded(data)
    if "\0" in text:
        remedy = "donnez un classeur (.xlsx, .ods, .xls) ou un CSV."
        return [], [refused(path, "ce n’est ni un classeur ni un texte", remedy)]
    rows: list[Row] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    before = 0
    try:
        for values in reader:
            if any(value.strip() for value in values):
                rows.append(row(before + 1, values))
            before = reader.line_num
            if len(rows) > MAX_ROWS or len(values) > MAX_COLUMNS:
                cause = f"il a plus de {MAX_ROWS} lignes ou de {MAX_COLUMNS} colonnes"
                return [], [refused(path, cause, LESS)]
    except csv.Error:
        remedy = "corrigez cette ligne : un texte entre guillemets en a un avant et un après."
        line = before + 1
        return [], [
            refused(path, f"un guillemet manque à partir de la ligne {line}", remedy, line=line)
        ]
    return [Sheet(path, "", tuple(rows))], []


def _decoded(data: bytes) -> str:
    if data.startswith(UTF16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """Return the separator that gives the most lines of the same number of cells, and cells."""
    return max(SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> int:
    widths = Counter(len(values) for values in _sample(text, separator))
    return max((width * count for width, count in widths.items() if width > 1), default=0)


def _sample(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        yield from islice(reader, SAMPLE)
    except csv.Error:  # told by the reading that follows
        return
