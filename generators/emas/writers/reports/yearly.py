"""The year as tables: a CSV of its sessions, and a workbook with its sums."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from emas.model import Status, title_of
from emas.model.timetable import FRAMEWORKS, MODALITIES, STATUSES
from emas.model.yearly import Total, Year, YearLine
from emas.writers.tables import as_csv
from emas.writers.workbooks import Cell, Row, Sheet, as_workbook

UNKNOWN = "inconnu"

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
    rows = table(year, audiences)
    return {
        PurePosixPath(f"{name}.csv"): as_csv([HEADER, *rows]),
        PurePosixPath(f"{name}.xlsx"): _workbook(year, rows, audiences, dated),
    }


def table(year: Year, audiences: Mapping[str, str]) -> list[Row]:
    """Return a row for each session of the year, under `HEADER`."""
    return [_row(line, audiences) for line in year.lines]


def summary(year: Year, audiences: Mapping[str, str]) -> Iterator[tuple[str, Cell]]:
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


def _known(year: Year, total: Total, *, minutes: bool = False) -> Cell:
    """Return a sum, or that nothing is known of it."""
    closed = year.statuses.get(Status.CLOSED, 0)
    if closed and total.unknown == closed:
        return UNKNOWN
    return _hours(total.known) if minutes else total.known


def _hours(minutes: int) -> float:
    return round(minutes / 60, 2)


def _row(line: YearLine, audiences: Mapping[str, str]) -> Row:
    item = line.item
    first, last = (day.isoformat() for day in item.days) if item.days else (UNKNOWN, UNKNOWN)
    lasting = line.person_minutes
    people, presences = line.attendance.people, line.presences
    return (
        *(item.year, item.academy, FRAMEWORKS[item.framework]),
        *(item.programme, item.programme_code, item.code, item.title),
        *(item.session, STATUSES[item.status], first, last, MODALITIES[item.modality]),
        *(len(item.half_days), _hours(line.minutes)),
        ", ".join(audiences.get(name, name) for name in item.audiences),
        UNKNOWN if people is None else people,
        UNKNOWN if presences is None else presences,
        UNKNOWN if lasting is None else _hours(lasting),
        ", ".join(f"{title_of(moment)} : {count}" for moment, count in line.sheets.items()),
    )


def _workbook(year: Year, rows: Iterable[Row], audiences: Mapping[str, str], dated: date) -> bytes:
    sheets = (
        Sheet("Bilan", (52, 44), summary(year, audiences), titles_above=False),
        Sheet("Sessions", WIDTHS, (HEADER, *rows)),
    )
    return as_workbook(f"Bilan {year.year}", sheets, dated)
