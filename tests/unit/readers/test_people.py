"""Lists of people, as coordinators export them."""

from pathlib import PurePosixPath

import pytest
from tests.tables import csv_text, ods, xlsx

from emas.diagnostics import Code
from emas.model.people import Person
from emas.readers.people import read_people

PATH = PurePosixPath("inscrits.csv")
LINES = [
    ["NOM", "Prénom", "Établissement", "Courriel"],
    ["Œuvrard", "Zoé", "École C", "zoe@exemple.fr"],
    ["Aubertin", "  Camille ", "", "c@exemple.fr"],
]
READ = [Person("Aubertin", "Camille"), Person("Œuvrard", "Zoé", "École C")]


@pytest.mark.parametrize(
    "data", [csv_text(LINES).encode(), csv_text(LINES, ",").encode("latin-1", "replace"),
             xlsx(LINES), ods(LINES)],
    ids=["csv", "csv ancien", "xlsx", "ods"],
)  # fmt: skip
def test_people_come_by_name_and_only_what_is_printed_is_kept(data: bytes) -> None:
    people, found = read_people(data, PATH)
    assert ([one.first_name for one in people], found) == (["Camille", "Zoé"], [])
    if b"?uvrard" not in data:
        assert people == READ


def test_names_may_be_in_one_column() -> None:
    data = csv_text([["Nom et prénom", "Structure"], ["Aubertin Camille", "École A"]]).encode()
    assert read_people(data, PATH) == ([Person("Aubertin Camille", "", "École A")], [])


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ([["Classe", "Effectif"], ["CE1", "24"]], [Code.TAB002]),
        ([["Nom", "Prénom"]], [Code.DOS005]),
        ([["Nom", "Prénom"], ["", "Camille"]], [Code.DOS003]),
    ],
)
def test_a_list_that_names_nobody_is_refused(lines: list[list[str]], codes: list[Code]) -> None:
    people, found = read_people(csv_text(lines).encode(), PATH)
    assert (people, [item.code for item in found]) == ([], codes)


def test_somebody_who_is_there_twice_counts_once() -> None:
    lines = [["Nom", "Prénom"], ["Aubertin", "Camille"], ["Aubertin", "Camille"]]
    people, found = read_people(csv_text(lines).encode(), PATH)
    assert people == [Person("Aubertin", "Camille")]
    assert [(item.code, item.span.line, item.values) for item in found] == [
        (Code.DOS004, 3, {"ligne": "2"})
    ]
