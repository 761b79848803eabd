"""The year as tables: a CSV of its sessions, and a workbook with its sums."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import PurePosixPath

import xlsxwriter

from emas.model import Status, title_of
from emas.model.timetable import FRAMEWORKS, MODALITIES, STATUSES
from emas.model.yearly import Total, Year, YearLine
from emas.writers.tables import as_csv

UNKNOWN = "inconnu"
Row = tuple[str | int | float, ...]

HEADER = (
    "Année", "Académie", "Cadre", "Dispositif", "Code du dispositif", "Code du module", "Titre",
    "Session", "État", "Premier jour", "Dernier jour", "Modalité", "Demi-journées", "Heures",
    "Publics", "Personnes venues", "Présences (par demi-journée, ajoutées)",
    "Heures suivies (ajoutées)", "Feuilles de réponses",
)  # fmt: skip
WIDTHS = (11, 16, 26, 30, 20, 14, 40, 22, 10, 12, 12, 18, 14, 9, 24, 12, 14, 12, 30)
"""Of the columns of the workbook, in signs."""


def write(year: Year, audiences: Mapping[str, str], dated: date) -> dict[PurePosixPath, bytes]:
    """Return the CSV and the workbook of `year`; `audiences` are names by id."""
    name = f"bilan-{year.year}"
    rows = [_row(line, audiences) for line in year.lines]
    return {
        PurePosixPath(f"{name}.csv"): as_csv([HEADER, *map(_written, rows)]),
        PurePosixPath(f"{name}.xlsx"): _workbook(year, rows, audiences, dated),
    }


def summary(year: Year, audiences: Mapping[str, str]) -> Iterator[tuple[str, str | int | float]]:
    """Yield what the year comes to, each with its label; nothing unknown is a number."""
    yield "Année scolaire", year.year
    yield "Sessions au plan", len(year.lines)
    for status, words in STATUSES.items():
        yield f"dont {words}s", year.statuses.get(status, 0)
    yield "Ce qui suit ne compte que les sessions closes", ""
    yield "Heures de formation tenues", _hours(year.minutes)
    yield "Participations (une personne venue à une session)", _known(year, year.participations)
    for name, count in sorted(year.audiences.items()):
        yield f"dont {audiences.get(name, name)}", count
    if year.unsorted:
        yield "dont public non noté", year.unsorted
    lasting = year.person_minutes
    yield (
        "Heures suivies, toutes personnes ajoutées",
        _known(year, Total(lasting.known, lasting.unknown), minutes=True),
    )
    yield "Sessions closes sans nombre de personnes", year.participations.unknown
    yield (
        "Personnes différentes sur l’année",
        (
            f"{UNKNOWN} : sans nom, une personne venue à deux sessions ne se distingue pas de deux"
            " personnes"
        ),
    )


def _known(year: Year, total: Total, *, minutes: bool = False) -> str | int | float:
    """Return a sum, or that nothing is known of it."""
    closed = year.statuses.get(Status.CLOSED, 0)
    if closed and total.unknown == closed:
        return UNKNOWN
    return _hours(total.known) if minutes else total.known


def _hours(minutes: int) -> float:
    return round(minutes / 60, 2)


def _row(line: YearLine, audiences: Mapping[str, str]) -> Row:
    item, session = line.item, line.item.session
    first, last = (day.isoformat() for day in session.days) if session.days else (UNKNOWN, UNKNOWN)
    lasting = line.person_minutes
    people, presences = line.attendance.people, line.presences
    return (
        *(item.plan.year, item.plan.academy, FRAMEWORKS[item.programme.framework]),
        *(item.programme.title, item.programme.code, item.training.code, item.training.title),
        *(session.id, STATUSES[session.status], first, last, MODALITIES[session.modality]),
        *(len(session.half_days), _hours(line.minutes)),
        ", ".join(audiences.get(name, name) for name in item.training.audiences),
        UNKNOWN if people is None else people,
        UNKNOWN if presences is None else presences,
        UNKNOWN if lasting is None else _hours(lasting),
        ", ".join(f"{title_of(moment)} : {count}" for moment, count in line.sheets.items()),
    )


def _written(row: Row) -> list[str | int]:
    """Return a row as French tables have it: decimal commas."""
    return [str(cell).replace(".", ",") if isinstance(cell, float) else cell for cell in row]


def _workbook(year: Year, rows: Iterable[Row], audiences: Mapping[str, str], dated: date) -> bytes:
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties(
            {
                "title": f"Bilan {year.year}",
                "created": datetime.combine(dated, time(), UTC).replace(tzinfo=None),
            }
        )
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        sums = book.add_worksheet("Bilan")
        sums.set_column(0, 0, 52)
        sums.set_column(1, 1, 44)
        for rank, (label, value) in enumerate(summary(year, audiences)):
            sums.write(rank, 0, label, bold)
            sums.write(rank, 1, value, plain)
        sheet = book.add_worksheet("Sessions")
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.write_row(0, 0, HEADER, bold)
        sheet.freeze_panes(1, 0)
        for rank, row in enumerate(rows, 1):
            sheet.write_row(rank, 0, row, plain)
    return out.getvalue()
