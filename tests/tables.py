"""Small workbooks and CSV, made in memory for the tests."""

import csv
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

Value = str | float | date | datetime | time | None
Lines = Sequence[Sequence[Value]]

FORMATS = ((datetime, "dd/mm/yyyy hh:mm"), (date, "dd/mm/yyyy"), (time, "hh:mm"))


def xlsx(*sheets: Lines, names: Sequence[str] = ()) -> bytes:
    """Return an XLSX with these sheets; None leaves a cell empty."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_numbers": False}) as book:
        for rank, lines in enumerate(sheets):
            sheet = book.add_worksheet(names[rank] if names else None)
            for number, line in enumerate(lines):
                for column, value in enumerate(line):
                    _write(book, sheet, (number, column), value)
    return target.getvalue()


def _write(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    place: tuple[int, int],
    value: Value,
) -> None:
    for kind, shown in FORMATS:
        if isinstance(value, kind):
            sheet.write(*place, value, book.add_format({"num_format": shown}))
            return
    if value is not None:
        sheet.write(*place, value)


def ods(lines: Sequence[Sequence[str]]) -> bytes:
    """Return an ODS whose only sheet has these texts."""
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p>'
            "</table:table-cell>"
            for text in line
        )
        + "</table:table-row>"
        for line in lines
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Liste">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)
    return target.getvalue()


MANIFEST = """\
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" \
manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
</manifest:manifest>"""


def csv_text(lines: Lines, separator: str = ";") -> str:
    """Return a CSV as spreadsheets write it."""
    target = StringIO(newline="")
    csv.writer(target, delimiter=separator).writerows(
        ["" if value is None else str(value) for value in line] for line in lines
    )
    return target.getvalue()
