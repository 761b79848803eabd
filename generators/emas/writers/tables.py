"""Tables that Excel and LibreOffice open: accents right, and no text taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet program would compute (OWASP, CSV injection)."""


def as_csv(rows: Iterable[Sequence[str | int | float]]) -> bytes:
    """Return `rows` as a French spreadsheet saves them: semicolons, UTF-8 with its mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(french(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: str | int) -> str | int:
    """Return `cell` so that no program computes it: an apostrophe says that it is text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def french(cell: str | int | float) -> str | int:
    """Return a decimal number as it is written in French, « 4,5 », « 3 »; the rest as it is."""
    return str(cell).removesuffix(".0").replace(".", ",") if isinstance(cell, float) else cell
