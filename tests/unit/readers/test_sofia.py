"""Exports of Sofia-FMO: what a line says, what it does not say, which lines are one session."""

from datetime import date, datetime, time
from pathlib import Path, PurePosixPath

import pytest
from tests.good_french import faults_of
from tests.sofia import HEADER, export, export_csv, line
from tests.tables import Value, xlsx

from emas.diagnostics import Code, Diagnostic, file_start
from emas.model import Modality
from emas.readers.moments import length_min, moment
from emas.readers.sofia import Key, Listed, Meeting, read_sofia

PATH = PurePosixPath("export.xlsx")
DAY = date(2026, 11, 18)


def read(*lines: tuple[Value, ...]) -> list[Listed]:
    """Return the sessions of an export without anything wrong."""
    listed, found = read_sofia(export(*lines), PATH)
    assert found == []
    assert listed is not None
    return listed


def only(**cells: Value) -> Listed:
    (listed,) = read(line(**cells))
    return listed


def test_a_line_is_a_session() -> None:
    assert only() == Listed(
        key=Key("26A0150123", "75003", "01", "S1"),
        line=2,
        programme_title="Élèves à besoins particuliers",
        module_title="Comprendre",
        modality=Modality.IN_PERSON,
        meetings=(Meeting(DAY, time(9), time(12), "Collège X"),),
        opening=None,
        seats=25,
        duration_min=180,
        problem="",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_says_the_same(encoding: str) -> None:
    data = export_csv(line(debut="18/11/2026 09:00", fin="18/11/2026 12:00"), encoding=encoding)
    listed, found = read_sofia(data, PATH)
    assert (listed, found) == ([only()], [])


def test_codes_stay_texts() -> None:
    assert only(module="00750", groupe=1, session=2).key == Key("26A0150123", "00750", "1", "2")


def test_a_line_counts_for_each_module_of_its_cell() -> None:
    listed = read(line(module="75003 ; 75004,75005|75006\n75003"))
    assert [item.key.module for item in listed] == ["75003", "75004", "75005", "75006"]


def test_groups_of_one_module_are_never_merged() -> None:
    listed = read(line(groupe="59"), line(groupe="62"))
    assert [item.key.group for item in listed] == ["59", "62"]


def test_lines_of_the_same_session_are_its_half_days() -> None:
    other = line(debut=datetime(2026, 12, 2, 14), fin=datetime(2026, 12, 2, 17), lieu="École A")
    (listed,) = read(line(), other, line())
    assert listed.meetings == (
        Meeting(DAY, time(9), time(12), "Collège X"),
        Meeting(date(2026, 12, 2), time(14), time(17), "École A"),
    )


def test_empty_is_unknown_and_not_zero() -> None:
    listed = only(places=None, duree=None, modalite=None, lieu=None)
    assert (listed.seats, listed.duration_min, listed.modality) == (None, None, None)
    assert listed.meetings[0].place == ""
    assert only(places=0).seats is None


def test_the_code_of_a_school_stands_for_a_place_that_is_not_given() -> None:
    assert only(lieu=None, uai="0590001A").meetings[0].place == "établissement 0590001A"


def test_a_session_on_ones_own_has_days_and_no_hours() -> None:
    listed = only(debut=date(2027, 1, 4), fin=date(2027, 7, 2), modalite="Distanciel asynchrone")
    assert listed.opening == (date(2027, 1, 4), date(2027, 7, 2))
    assert (listed.meetings, listed.problem) == ((), "")


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("PRESENTIEL", Modality.IN_PERSON),
        ("À distance", Modality.REMOTE),
        ("Classe virtuelle synchrone", Modality.REMOTE),
        ("Hybride", Modality.HYBRID),
        ("Asynchrone", Modality.ON_ONES_OWN),
        ("Selon le lieu", None),
    ],
)
def test_modalities_are_recognised_by_their_words(words: str, modality: Modality | None) -> None:
    assert only(modalite=words, debut=DAY, fin=DAY).modality == modality


@pytest.mark.parametrize(
    ("start", "end", "problem"),
    [
        (None, None, "le fichier ne dit pas quand elle commence ou finit"),
        (datetime(2026, 11, 18, 9), None, "le fichier ne dit pas quand elle commence ou finit"),
        (DAY, DAY, "elle a lieu le 18\u00a0novembre 2026, et le fichier ne dit pas ses heures"),
        (
            "18/11/2026 00:00",
            "18/11/2026 23:59",
            "elle a lieu le 18\u00a0novembre 2026, et le fichier ne dit pas ses heures",
        ),
        (
            datetime(2026, 11, 18, 9),
            datetime(2026, 12, 2, 17),
            "elle va du 18\u00a0novembre 2026 au 2\u00a0décembre 2026, et le fichier ne dit ni ses"
            " jours ni leurs heures",
        ),
        (
            datetime(2026, 11, 18, 9),
            datetime(2026, 11, 18, 9),
            "elle y finit avant de commencer",
        ),
        ("18/13/2026", "bientôt", "« 18/13/2026 » ne se lit pas comme une date"),
    ],
)
def test_a_session_whose_hours_are_not_known_says_what_lacks(
    start: Value, end: Value, problem: str
) -> None:
    listed = only(debut=start, fin=end)
    assert (listed.problem, listed.meetings) == (problem, ())
    told = Diagnostic(Code.SOF002, file_start(PATH), {"session": "S", "cause": problem})
    assert faults_of(told) == []


def test_the_hours_of_a_session_are_all_known_or_none_is_kept() -> None:
    (listed,) = read(line(), line(debut=DAY, fin=DAY))
    assert (listed.meetings, bool(listed.problem)) == ((), True)


def test_lines_without_a_code_are_counted() -> None:
    listed, (found,) = read_sofia(export(line(), line(module=None), line(dispositif=None)), PATH)
    assert listed is not None
    assert len(listed) == 1
    assert (found.code, found.span.line, found.values["nombre"]) == (Code.SOF003, 3, "2")
    assert faults_of(found) == []


def test_as_many_titles_as_codes_go_with_them() -> None:
    cells = list(line(module="75003;75004"))
    cells[3] = "Un ; Deux"
    assert [item.module_title for item in read(tuple(cells))] == ["Un", "Deux"]


def test_the_specimen_of_the_documents_is_read(root: Path) -> None:
    page = (root / "docs" / "formats" / "sofia.md").read_text("utf-8")
    specimen = page.partition("```csv\n")[2].partition("```")[0]
    listed, found = read_sofia(specimen.encode(), PATH)
    assert found == []
    assert [(item.key.module, item.key.group, item.problem) for item in listed or ()] == [
        ("75003", "01", ""), ("75003", "02", ""), ("75004", "01", ""), ("75005", "01", ""),
    ]  # fmt: skip


def test_another_workbook_is_not_taken_for_an_export() -> None:
    listed, (found,) = read_sofia(xlsx([("Poids", "Taille"), (1, 2)]), PATH)
    assert listed is None
    assert found.code is Code.TAB002


def test_a_column_that_is_missing_is_named() -> None:
    listed, (found,) = read_sofia(xlsx([HEADER[:8], line()[:8]]), PATH)
    assert listed is None
    assert found.message == "Il manque des colonnes à la feuille « Sheet1 » : « Fin »."


@pytest.mark.parametrize(
    "text",
    ["18/11/2026 09:00", "18.11.2026 à 9h", "2026-11-18T09:00", "2026-11-18 9 h 00"],
)
def test_moments_are_read_as_people_write_them(text: str) -> None:
    assert moment(text) == (DAY, time(9))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("3", 180), ("6,5", 390), ("6 h 30", 390), ("06:30", 390), ("06:30:00", 390),
        ("45 min", 45), ("6 heures", 360), ("", None), ("0", None), ("360", None), ("?", None),
    ],
)  # fmt: skip
def test_durations_are_read_as_people_write_them(text: str, minutes: int | None) -> None:
    assert length_min(text) == minutes
