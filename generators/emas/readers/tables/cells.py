"""A workbook (XLSX, ODS, XLS) as texts, by calamine, in a process of its own.

calamine reserves the rectangle between the first and the last cell: a file of 5 kB with a cell at
XFD1048576 asks for 500 GB and ends its process, which no exception handler sees. This file is
therefore run by itself: bytes on its input, JSON on its output. It imports nothing of ours.
"""

import contextlib
import json
import math
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

MEMORY = 2_000_000_000
SECONDS = 30

Cell = int | float | str | bool | time | date | datetime | timedelta
Sheets = list[tuple[str, list[tuple[int, list[str]]]]]
"""Names; for each, the lines that are not empty, with their numbers from 1."""


class TooLargeError(Exception):
    """The workbook has more lines than asked for, or a line more cells."""


def sheets_of(data: bytes, rows: int, columns: int) -> Sheets:
    """Return the texts of each sheet, hidden ones too: of all of them, at most `rows` lines.

    Raises:
        CalamineError: if `data` is no workbook.
        TooLargeError: if there are more lines, or more than `columns` cells in one of them.
    """
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    result: Sheets = []
    left = rows
    for name in names:
        lines: list[tuple[int, list[str]]] = []
        sheet = book.get_sheet_by_name(name)
        before = sheet.start[1] if sheet.start else 0  # empty columns on the left are left out
        for number, values in enumerate(sheet.iter_rows(), start=1):
            texts = [text_of(value) for value in values]
            while texts and not texts[-1].strip():
                texts.pop()
            if texts:
                lines.append((number, [""] * before + texts))
                if len(lines) > left or before + len(texts) > columns:
                    raise TooLargeError
        left -= len(lines)
        result.append((name, lines))
    return result


def text_of(value: Cell) -> str:
    """Return what a cell says: « 75003 », « 6.5 », « 2026-11-18T09:00 », « 09:00 ».

    Seconds are rounded, spreadsheets store times as fractions of a day, and left out when none.
    """
    match value:
        case str():
            return value
        case bool():
            return "VRAI" if value else "FAUX"
        case int():
            return str(value)
        case float():
            whole = math.isfinite(value) and value == int(value)
            return str(int(value)) if whole else format(value, ".15g")
        case datetime():
            return _minutes(_rounded(value).isoformat(timespec="seconds"))
        case date():
            return value.isoformat()
        case time():
            exact = datetime.combine(date(2000, 1, 1), value)
            return _minutes(_rounded(exact).time().isoformat(timespec="seconds"))
        case timedelta():
            seconds = round(value.total_seconds())
            hours, rest = divmod(abs(seconds), 3600)
            clock = f"{hours:02}:{rest // 60:02}:{rest % 60:02}"
            return ("-" if seconds < 0 else "") + _minutes(clock)


def _rounded(value: datetime) -> datetime:
    half = timedelta(microseconds=500_000)
    return (value + half if value < datetime.max - half else value).replace(microsecond=0)


def _minutes(clock: str) -> str:
    return clock.removesuffix(":00")


def main() -> None:
    """Write the sheets of the workbook on the input, or `{"refus": …}`."""
    _limit()
    rows, columns = int(sys.argv[1]), int(sys.argv[2])
    answer: dict[str, str | Sheets]
    try:
        answer = {"feuilles": sheets_of(sys.stdin.buffer.read(), rows, columns)}
    except PasswordError:
        answer = {"refus": "mot de passe"}
    except CalamineError:
        answer = {"refus": "abîmé"}
    except TooLargeError:
        answer = {"refus": "trop grand"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _limit() -> None:
    """Have this process ended beyond the limit, where the system can (Windows cannot)."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        if most == resource.RLIM_INFINITY or most > MEMORY:
            with contextlib.suppress(ValueError):  # macOS may refuse
                resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))


if __name__ == "__main__":
    main()
