"""Durations, names, sources of bytes, front matter."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emas.diagnostics import Code, Diagnostic, Span, file_start
from emas.model import in_words
from emas.readers.names import resolve, resolve_all
from emas.readers.schema import Schema, read_schema
from emas.readers.source import SourceFile, decode
from emas.readers.sources import Sources, divide
from emas.readers.values import Count, Day, Identifier, Minutes, Months, Share, YesNo, minutes
from emas.readers.yaml_tree import MappingNode, plain, read_yaml

PATH = PurePosixPath("content/essai.yml")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("20 min", 20), ("3 h", 180), ("1 h 30", 90), ("1h30", 90), ("1 h 05", 65), (" 5 min ", 5),
        ("90 min", 90), ("0 h 10", 10),
    ],
)  # fmt: skip
def test_durations_are_read_in_minutes(written: str, expected: int) -> None:
    assert minutes(written) == expected


@pytest.mark.parametrize("written", ["", "20", "min", "1 h 75", "0 min", "0 h", "-5 min", "1:30"])
def test_what_is_no_duration_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"^" + written):
        minutes(written)


@given(st.integers(min_value=1, max_value=999 * 60))
def test_a_duration_is_read_as_it_is_written(total: int) -> None:
    assert minutes(in_words(total)) == total


class Everything(Schema):
    nombre: Count | None = None
    jour: Day | None = None
    nom_court: Identifier | None = None
    duree: Minutes | None = None
    delai: Months | None = None
    part: Share | None = None
    notee: YesNo | None = None


def test_values_are_typed_by_their_schema() -> None:
    node, _ = read_yaml(
        SourceFile(
            PATH,
            "nombre: 12\njour: 2026-11-21\nnom-court: a-b\nduree: 1 h\ndelai: 2 mois\n"
            "part: 70 %\nnotee: OUI",
        )
    )
    assert node is not None
    value, found = read_schema(Everything, node)
    assert found == []
    assert value is not None
    assert value.model_dump(mode="json") == {
        "nombre": 12, "jour": "2026-11-21", "nom_court": "a-b", "duree": 60, "delai": 2,
        "part": 0.7, "notee": True,
    }  # fmt: skip


def test_every_mistake_is_told_together() -> None:
    node, _ = read_yaml(SourceFile(PATH, "nombre: 0\njour: hier\nnom-cour: a\npart: 101 %"))
    assert node is not None
    value, found = read_schema(Everything, node)
    assert value is None
    assert [(str(item.code), item.span.line) for item in found] == [
        ("YML012", 1),
        ("YML009", 2),
        ("YML012", 4),
        ("YML006", 3),
    ]


LEVELS = {"elementaire": "École élémentaire", "college": "Collège"}
HERE = file_start(PATH)


@pytest.mark.parametrize("written", ["college", "Collège", "COLLEGE", " collège "])
def test_a_name_is_its_id_or_its_label_with_or_without_accents(written: str) -> None:
    assert resolve(written, LEVELS, called="niveaux", span=HERE) == ("college", [])


def test_an_unknown_name_is_told_with_those_that_exist() -> None:
    _, (item,) = resolve("lycée", LEVELS, called="niveaux", span=HERE)
    assert (item.message, item.repair) == (
        "« lycée » n’est pas dans « niveaux » de content/vocabulaire.yml.",
        "choisissez parmi : elementaire, college.",
    )


def test_a_name_given_twice_counts_once() -> None:
    names = [("college", HERE), ("Collège", HERE), ("elementaire", HERE)]
    assert resolve_all(names, LEVELS, called="niveaux") == (("college", "elementaire"), [])


def test_line_ends_are_made_alike() -> None:
    source, found = decode(b"a\r\nb\rc\n", PATH)
    assert found == []
    assert source is not None
    assert source.lines == ["a", "b", "c", ""]


def test_a_byte_that_is_not_utf_8_is_told_at_its_place() -> None:
    assert decode("ab\r\ncdé".encode("latin-1"), PATH) == (
        None,
        [Diagnostic(Code.TXT001, Span(PATH, 2, 3, 2, 4), {"octet": "0xE9"})],
    )


def test_a_bom_is_taken_away_and_the_edit_offered() -> None:
    source, (item,) = decode(b"\xef\xbb\xbfa", PATH)
    assert source == SourceFile(PATH, "a")
    assert item.fix is not None
    assert item.fix.replacement == ""


def test_front_matter_is_divided_from_the_text() -> None:
    divided, found = divide(SourceFile(PATH, "---\ntitre: a\n---  \n\nb\n---\nc"))
    assert found == []
    assert divided is not None
    assert isinstance(divided.header, MappingNode)
    assert plain(divided.header) == {"titre": "a"}
    assert divided.body.text == "\nb\n---\nc"
    assert divided.offset == 3


def test_a_file_of_remarks_only_lacks_its_keys() -> None:
    node, found = Sources({PATH: b"# rien\n"}).yaml_mapping(PATH)
    assert (node, found) == (MappingNode((), HERE), [])
