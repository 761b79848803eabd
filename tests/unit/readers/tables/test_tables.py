"""Tables of other programs: what is read, wherever it is, and what is refused, with the reason."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
import xlsxwriter
from tests.good_french import faults_of
from tests.tables import csv_text, ods, xlsx

from emas.diagnostics import Code, Diagnostic
from emas.readers.tables import MAX_BYTES, Column, read_sheets, read_table
from emas.readers.tables.cells import TooLargeError, sheets_of, text_of

PATH = PurePosixPath("liste.xlsx")
COLUMNS = (
    Column("nom", ("Nom", "Nom de famille")),
    Column("prenom", ("Prénom",)),
    Column("code", ("Code", "N° d’agent"), needed=False),
    Column("ne", ("Né le",), needed=False),
    Column("heure", ("Heure",), needed=False),
)
LINES = (
    ("Liste du 18 novembre",),
    (),
    (None, "Nom", "Prénom", "Code", "Né le", "Heure"),
    (None, "Fictif", "Ève", "00750", date(2026, 11, 18), time(9, 30)),
    (),
    (None, "Essai", "Zoé", 75003, None, None),
)
READ = [
    (4, "Fictif", "Ève", "00750", "2026-11-18", "09:30"),
    (6, "Essai", "Zoé", "75003", "", ""),
]


def read(data: bytes) -> list[tuple[object, ...]]:
    """Return what a file without anything wrong says, each line with its number."""
    table, found = read_table(data, PATH, COLUMNS)
    assert found == []
    assert table is not None
    keys = [column.key for column in COLUMNS]
    return [(row.line, *(table.text(row, key) for key in keys)) for row in table.rows]


def refusal(data: bytes) -> Diagnostic:
    """Return why a file gives no table."""
    table, (found,) = read_table(data, PATH, COLUMNS)
    assert table is None
    assert faults_of(found) == []
    return found


def test_a_workbook_is_read_from_any_sheet_and_below_any_title() -> None:
    assert read(xlsx((("Rien ici",),), LINES)) == READ


def test_an_old_workbook_is_read_too(root: Path) -> None:
    old = root / "tests" / "fixtures" / "tableaux" / "participants.xls"
    assert read(old.read_bytes()) == READ


def test_an_open_document_is_read_too() -> None:
    assert read(ods([("Nom", "Prénom", "Code"), ("Fictif", "Ève", "00750")])) == [
        (2, "Fictif", "Ève", "00750", "", "")
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_whatever_its_separator_and_its_encoding(
    separator: str, encoding: str
) -> None:
    assert read(csv_text(LINES, separator).encode(encoding)) == [
        (4, "Fictif", "Ève", "00750", "2026-11-18", "09:30:00"),
        (6, "Essai", "Zoé", "75003", "", ""),
    ]


def test_a_text_with_commas_does_not_make_a_csv_with_commas() -> None:
    data = b"Nom;Pr\xe9nom;Code\nUn, deux, trois, quatre;Zo\xe9;1\nEssai;\xc8ve;2\n"
    assert [line[1] for line in read(data)] == ["Un, deux, trois, quatre", "Essai"]


def test_lines_are_numbered_as_the_file_has_them() -> None:
    assert [line[0] for line in read(b'Nom;Pr\xe9nom\n"a\nb";c\n\nd;e\n')] == [2, 5]


def test_headers_are_found_without_accents_capitals_or_punctuation() -> None:
    assert read(b" NOM_de famille ;prenom;N\xb0  d'agent\nFictif;\xc8ve;7\n") == [
        (2, "Fictif", "Ève", "7", "", "")
    ]


def test_of_two_columns_of_the_same_name_the_first_is_read_and_it_is_told() -> None:
    table, (found,) = read_table(b"Nom;Pr\xe9nom;nom\na;b;c\n", PATH, COLUMNS)
    assert table is not None
    assert table.text(table.rows[0], "nom") == "a"
    assert (found.code, found.values["colonne"]) == (Code.TAB004, "Nom")


def test_columns_that_are_missing_are_named() -> None:
    found = refusal(xlsx((("Nom", "Code"), ("a", "b")), names=["Liste"]))
    assert (found.code, found.span.line) == (Code.TAB003, 1)
    assert found.message == "Il manque des colonnes à la feuille « Liste » : « Prénom »."


def test_another_table_altogether_is_told() -> None:
    found = refusal(b"Poids;Taille\n1;2\n")
    assert found.code is Code.TAB002
    assert "« Nom », « Prénom »" in found.message


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "il est vide"),
        (b"\n;;\n", "il est vide"),
        (b"Nom;\0", "ce n’est ni un classeur ni un texte"),
        (b"\x89PNG\r\n\x1a\n\0\0", "ce n’est ni un classeur ni un texte"),
        (b'Nom;Pr\xe9nom\na;b\n"c;d\n', "un guillemet manque à partir de la ligne 3"),
        (b"a;" * 400, "il a plus de 50000 lignes ou de 300 colonnes"),
        (b"a;b\n" * 50_001, "il a plus de 50000 lignes ou de 300 colonnes"),
        (b"a" * (MAX_BYTES + 1), "il dépasse 20 Mo"),
        (b"PK\x03\x04rien", "ce n’est pas un classeur, ou il est abîmé"),
        (xlsx(LINES)[:-30], "ce n’est pas un classeur, ou il est abîmé"),
        (xlsx(((None,) * 300 + ("x",),)), "il a plus de 50000 lignes ou de 300 colonnes"),
    ],
    ids=map(str, range(11)),  # the bytes of a workbook tell when it was made
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, cause: str) -> None:
    found = refusal(data)
    assert (found.code, found.values["cause"]) == (Code.TAB001, cause)


def test_a_small_file_that_asks_for_all_the_memory_is_refused() -> None:
    # A cell at XFD1048576: calamine would reserve 500 GB, and end the process that called it.
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "x")
        sheet.write("XFD1048576", "y")
    found = refusal(target.getvalue())
    assert found.values["cause"] == "ce n’est pas un classeur, ou il est abîmé, ou trop grand"


def test_a_zip_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("emas.readers.tables.workbook.MAX_UNZIPPED", 1000)
    assert refusal(xlsx(LINES)).values["cause"] == "décompressé, il dépasse 0 Mo"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (75003.0, "75003"),
        (75003, "75003"),
        (6.5, "6.5"),
        (0.1 + 0.2, "0.3"),
        (" 007", " 007"),
        (True, "VRAI"),
        (False, "FAUX"),
        (date(2026, 11, 18), "2026-11-18"),
        (datetime(2026, 11, 18, 9, 0), "2026-11-18T09:00"),
        (datetime(2026, 11, 18, 8, 59, 59, 999_999), "2026-11-18T09:00"),
        (datetime.max, "9999-12-31T23:59:59"),
        (time(9, 0, 5), "09:00:05"),
        (timedelta(hours=30), "30:00"),
        (timedelta(minutes=-90), "-01:30"),
    ],
)
def test_cells_become_texts(
    value: str | float | date | datetime | time | timedelta, text: str
) -> None:
    assert text_of(value) == text


def test_a_workbook_of_too_many_lines_is_refused() -> None:
    with pytest.raises(TooLargeError):
        sheets_of(xlsx(LINES), rows=2, columns=300)


def test_signs_that_a_terminal_obeys_are_not_kept() -> None:
    (sheet,), _ = read_sheets(b"a\x1b[31m;b\nc;d\n", PATH)
    assert sheet.rows[0].cells == ("a [31m", "b")
