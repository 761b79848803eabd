"""Sofia-FMO: the sessions of an academy's training plan, as its export lists them.

The export is « EAFC Formation Export plan et sessions », recognised by its columns, whatever the
name of the file and of the sheet: see docs/formats/sofia.md. An empty cell is unknown, never zero.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import PurePosixPath
from typing import NamedTuple

from emas.diagnostics import Code, Diagnostic
from emas.model import Modality, day_in_words
from emas.readers.moments import length_min, moment
from emas.readers.tables import Column, Row, Table, alike, read_table

COLUMNS = (
    Column("dispositif", ("Dispositif : code", "Code dispositif", "Code du dispositif")),
    Column("dispositif_titre", ("Dispositif : libellé", "Libellé dispositif"), needed=False),
    Column("module", ("Module : code", "Code module", "Code du module")),
    Column("module_titre", ("Module : libellé", "Libellé module"), needed=False),
    Column("groupe", ("Groupe : identifiant", "Groupe : code", "Groupe")),
    Column("session", ("Session", "Session : identifiant", "Session : code")),
    Column("debut", ("Début", "Session : début", "Date de début")),
    Column("fin", ("Fin", "Session : fin", "Date de fin")),
    Column("duree", ("Durée", "Session : durée"), needed=False),
    Column("modalite", ("Modalité", "Session : modalité"), needed=False),
    Column("uai", ("UAI",), needed=False),
    Column("lieu", ("Lieu", "Session : lieu"), needed=False),
    Column(
        "places",
        ("Préinscriptions : Préinscrits : nombre maximal", "Préinscrits : nombre maximal"),
        needed=False,
    ),
)

MODALITIES = (
    (Modality.ON_ONES_OWN, ("asynchrone", "autoformation", "a son rythme")),
    (Modality.HYBRID, ("hybride", "mixte")),
    (Modality.REMOTE, ("distance", "distanciel", "visio", "classe virtuelle", "synchrone")),
    (Modality.IN_PERSON, ("presentiel", "presence")),
)
"""Words that tell a modality; the first line that has one of them wins."""

WHOLE_DAY = ((time(0), time(0)), (time(0), time(23, 59)))
"""Hours that stand for « the whole day »: nobody typed them."""


class Key(NamedTuple):
    """What makes a session of Sofia-FMO another one; each is a text, or empty."""

    programme: str
    module: str
    group: str
    session: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """Some hours of one day; `place` may be empty."""

    day: date
    start: time
    end: time
    place: str

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        start, end = (each.hour * 60 + each.minute for each in (self.start, self.end))
        return end - start


@dataclass(frozen=True, slots=True)
class Listed:
    """A session of the export. What is unknown is None, or empty.

    `meetings` and `opening` (first and last day) are what the lines say; when they do not say
    enough to write a session, they are empty or None, and `problem` tells why, in French.
    """

    key: Key
    line: int
    programme_title: str
    module_title: str
    modality: Modality | None
    meetings: tuple[Meeting, ...]
    opening: tuple[date, date] | None
    seats: int | None
    duration_min: int | None
    problem: str


def read_sofia(data: bytes, path: PurePosixPath) -> tuple[list[Listed] | None, list[Diagnostic]]:
    """Return the sessions of an export, in its order, or None, with what is wrong."""
    table, found = read_table(data, path, COLUMNS)
    if table is None:
        return None, found
    lines: dict[Key, list[Row]] = {}
    nameless: list[Row] = []
    for row in table.rows:
        keys = list(_keys(table, row))
        nameless += [] if keys else [row]
        for key in keys:
            lines.setdefault(key, []).append(row)
    if nameless:
        values = {"nombre": str(len(nameless))}
        found = [*found, Diagnostic(Code.SOF003, table.span(nameless[0]), values)]
    return [_listed(table, key, rows) for key, rows in lines.items()], found


def _keys(table: Table, row: Row) -> Iterator[Key]:
    """Yield the key of `row` for each module that it names, none if a code is missing."""
    programme, group, session = (
        one_line(table.text(row, name)) for name in ("dispositif", "groupe", "session")
    )
    if programme:
        for module in _codes(table.text(row, "module")):
            yield Key(programme, module, group, session)


def _codes(cell: str) -> list[str]:
    """Return the codes of a cell, which may have several, each once."""
    codes = (one_line(code) for code in re.split(r"[;,|\n]", cell))
    return list(dict.fromkeys(code for code in codes if code))


def one_line(text: str) -> str:
    """Return `text` with single blanks."""
    return " ".join(text.split())


def _listed(table: Table, key: Key, rows: list[Row]) -> Listed:
    modality = next(
        (found for row in rows if (found := _modality(table.text(row, "modalite")))), None
    )
    whens = [_when(table.text(row, "debut"), table.text(row, "fin")) for row in rows]
    problem = next((when for when in whens if isinstance(when, str)), "")
    spans = [when for when in whens if not isinstance(when, str)]
    opening = (min(s.first for s in spans), max(s.last for s in spans)) if not problem else None
    meetings: list[Meeting] = []
    if not problem and modality is not Modality.ON_ONES_OWN:
        problem = next((lack for span in spans if (lack := span.lack)), "")
        if not problem:
            met = zip(rows, spans, strict=True)
            meetings = [m for row, span in met for m in span.meeting(_place(table, row))]
    return Listed(
        key=key,
        line=rows[0].line,
        programme_title=_first(table, rows, "dispositif_titre"),
        module_title=_title(table, rows[0], key.module),
        modality=modality,
        meetings=tuple(dict.fromkeys(meetings)),
        opening=opening if modality is Modality.ON_ONES_OWN else None,
        seats=_seats(_first(table, rows, "places")),
        duration_min=length_min(_first(table, rows, "duree")),
        problem=problem,
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """From the beginning to the end of a line; hours may be unknown."""

    first: date
    start: time | None
    last: date
    end: time | None

    @property
    def lack(self) -> str:
        """What it lacks to be hours of one day, in French, or nothing."""
        if self.first != self.last:
            return (
                f"elle va du {day_in_words(self.first)} au {day_in_words(self.last)}, et le fichier"
                " ne dit ni ses jours ni leurs heures"
            )
        if self.start is None or self.end is None or (self.start, self.end) in WHOLE_DAY:
            return f"elle a lieu le {day_in_words(self.first)}, et le fichier ne dit pas ses heures"
        return ""

    def meeting(self, place: str) -> Iterator[Meeting]:
        if self.start is not None and self.end is not None:
            yield Meeting(self.first, self.start, self.end, place)


def _when(start: str, end: str) -> "_Span | str":
    """Return what two cells say, or why they say nothing, in French."""
    if not start or not end:
        return "le fichier ne dit pas quand elle commence ou finit"
    moments: list[tuple[date, time | None]] = []
    for cell in (start, end):
        try:
            moments.append(moment(cell))
        except ValueError:
            return f"« {one_line(cell)[:40]} » ne se lit pas comme une date"
    (first, opens), (last, closes) = moments
    backwards = opens and closes and closes <= opens and (opens, closes) not in WHOLE_DAY
    if last < first or (last == first and backwards):
        return "elle y finit avant de commencer"
    return _Span(first, opens, last, closes)


def _modality(cell: str) -> Modality | None:
    words = alike(cell)
    return next((one for one, signs in MODALITIES if any(sign in words for sign in signs)), None)


def _place(table: Table, row: Row) -> str:
    uai = one_line(table.text(row, "uai"))
    return one_line(table.text(row, "lieu")) or (f"établissement {uai}" if uai else "")


def _seats(cell: str) -> int | None:
    """Return the number of seats; 0 is what Sofia-FMO writes when nobody decided."""
    return int(cell) if re.fullmatch(r"[1-9]\d{0,2}", cell) else None


def _first(table: Table, rows: list[Row], name: str) -> str:
    return next((one_line(text) for row in rows if (text := table.text(row, name))), "")


def _title(table: Table, row: Row, code: str) -> str:
    """Return the title of a module; with as many titles as codes in the cell, its own."""
    cell, codes = table.text(row, "module_titre"), _codes(table.text(row, "module"))
    titles = [one_line(title) for title in re.split(r"[;|\n]", cell)]
    own = titles[codes.index(code)] if len(titles) == len(codes) else ""
    return own or one_line(cell)
