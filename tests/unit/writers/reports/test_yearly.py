"""The year in tables: right sums, nothing unknown counted as zero, no text computed."""

import csv
import io
from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests import plans

from emas.model import Planned, Status, planned
from emas.model.attendance import Attendance
from emas.model.yearly import Year, listed, year_of
from emas.writers.reports.yearly import HEADER, summary, write
from emas.writers.tables import as_csv

CATALOGUE = plans.catalogue()
ITEMS = planned(CATALOGUE.plans)
NAMES = CATALOGUE.vocabulary.audiences
COUNTS = st.none() | st.integers(0, 60)


def closed(items: tuple[Planned, ...] = ITEMS) -> list[Planned]:
    return [replace(one, session=replace(one.session, status=Status.CLOSED)) for one in items]


def a_year(attendances: dict[str, Attendance], items: list[Planned] | None = None) -> Year:
    chosen = closed() if items is None else items
    return year_of("2026-2027", map(listed, chosen), attendances, {})


@given(
    st.lists(
        st.tuples(st.lists(COUNTS, min_size=2, max_size=2), COUNTS, COUNTS),
        min_size=len(ITEMS),
        max_size=len(ITEMS),
    )
)
def test_sums_are_those_of_an_independent_count(
    counts: list[tuple[list[int | None], int | None, int | None]],
) -> None:
    attendances = {
        item.session.id: Attendance(
            tuple(halves[: len(item.session.half_days)]),
            people,
            {} if aesh is None else {"aesh": aesh},
        )
        for item, (halves, people, aesh) in zip(ITEMS, counts, strict=True)
    }
    found = a_year(attendances)
    people = [one for _, one, _ in counts if one is not None]
    assert (found.participations.known, found.participations.unknown) == (
        sum(people),
        len(ITEMS) - len(people),
    )
    hours = Fraction()
    for item, (halves, _, _) in zip(ITEMS, counts, strict=True):
        meetings = item.session.half_days
        if meetings and None not in halves[: len(meetings)]:
            for meeting, count in zip(meetings, halves, strict=False):
                start, end = meeting.start, meeting.end
                minutes = 60 * (end.hour - start.hour) + end.minute - start.minute
                hours += Fraction(minutes, 60) * (count or 0)
    assert Fraction(found.person_minutes.known, 60) == hours
    assert found.audiences.get("aesh", 0) == sum(aesh or 0 for _, _, aesh in counts)


def test_only_closed_sessions_are_summed() -> None:
    year = a_year({}, [*ITEMS[:3], *closed(ITEMS[3:4])])
    assert year.statuses == {Status.PLANNED: 3, Status.CLOSED: 1}
    assert year.minutes == sum(half.minutes for half in ITEMS[3].session.half_days)


def test_what_nobody_counted_is_said_unknown() -> None:
    said = dict(summary(a_year({}), NAMES))
    assert said["Participations (une personne venue à une session)"] == "inconnu"
    assert said["Heures suivies, toutes personnes ajoutées"] == "inconnu"
    assert str(said["Personnes différentes sur l’année"]).startswith("inconnu")


def test_zero_is_not_unknown() -> None:
    none = {item.session.id: Attendance((0, 0)[: len(item.session.half_days)], 0) for item in ITEMS}
    assert (
        dict(summary(a_year(none), NAMES))["Participations (une personne venue à une session)"] == 0
    )


def test_both_tables_hold_the_same_sessions() -> None:
    files = {path.name: data for path, data in write(a_year({}), NAMES, date(2027, 7, 1)).items()}
    text = files["bilan-2026-2027.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(files["bilan-2026-2027.xlsx"]))
    assert book.sheet_names == ["Bilan", "Sessions"]
    sheet = book.get_sheet_by_name("Sessions").to_python()
    assert rows[0] == sheet[0] == list(HEADER)
    place = HEADER.index("Session")
    assert [row[place] for row in rows] == [row[place] for row in sheet]
    assert len(rows) == 1 + len(ITEMS)


def test_the_same_year_gives_the_same_bytes() -> None:
    once, again = (write(a_year({}), NAMES, date(2027, 7, 1)) for _ in range(2))
    assert once == again


def test_no_text_is_a_formula_in_either_table() -> None:
    evil = [
        replace(one, training=replace(one.training, title='=HYPERLINK("http://x")', code="+1"))
        for one in closed()
    ]
    files = {
        path.name: data for path, data in write(a_year({}, evil), NAMES, date(2027, 7, 1)).items()
    }
    assert ";'=HYPERLINK" in files["bilan-2026-2027.csv"].decode().replace('"', "")
    book = CalamineWorkbook.from_filelike(io.BytesIO(files["bilan-2026-2027.xlsx"]))
    row = book.get_sheet_by_name("Sessions").to_python()[1]
    assert row[HEADER.index("Titre")] == '=HYPERLINK("http://x")'
    assert row[HEADER.index("Code du module")] == "+1"


@given(st.text(max_size=8))
def test_no_cell_of_a_csv_begins_like_a_formula(text: str) -> None:
    decoded = as_csv([[text]]).decode("utf-8-sig")
    (row, *_) = csv.reader(io.StringIO(decoded, newline=""), delimiter=";") if text else [[""]]
    assert not (row or [""])[0].startswith(("=", "+", "-", "@", "\t", "\r"))
