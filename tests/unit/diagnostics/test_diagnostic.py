"""Diagnostics as values: their order, their spans, the names they suggest."""

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from emas.diagnostics import (
    Code,
    Diagnostic,
    Span,
    file_start,
    has_errors,
    in_reading_order,
    text_of,
    whole_line,
)
from emas.diagnostics.suggest import fold, suggestion

PATH = PurePosixPath("a.md")


def at(line: int, code: Code = Code.TXT003) -> Diagnostic:
    return Diagnostic(code, Span(PATH, line, 1, line, 2))


def test_reading_order_is_by_place_and_without_repeats() -> None:
    assert in_reading_order([at(3), at(1), at(3), at(1, Code.TXT002)]) == [
        at(1, Code.TXT002),
        at(1),
        at(3),
    ]


def test_a_warning_is_not_an_error() -> None:
    assert not has_errors([at(1, Code.TXT002)])
    assert has_errors([at(1, Code.TXT002), at(1)])
    assert not has_errors(())


def test_every_code_has_its_texts() -> None:
    assert [code for code in Code if not text_of(code).message] == []


def test_the_span_of_a_line_leaves_blanks_out() -> None:
    assert whole_line(PATH, 4, "  ab c  ") == Span(PATH, 4, 3, 4, 7)


def test_the_span_of_an_empty_line_has_one_column() -> None:
    assert whole_line(PATH, 4, "") == Span(PATH, 4, 1, 4, 2)


def test_a_file_stands_by_its_first_character() -> None:
    assert str(file_start(PATH)) == "a.md:1:1"


def test_the_nearest_name_is_suggested_without_accents_or_capitals() -> None:
    assert suggestion("Élementaire", ["college", "élémentaire"]) == (
        " Vouliez-vous dire « élémentaire » ?"
    )


def test_no_name_is_suggested_when_none_is_near() -> None:
    assert suggestion("02-suite.md", ["01-etape.md"]) == ""
    assert suggestion("", ["a"]) == ""


@given(st.text(alphabet="aéÀçŒœ Ñ-’'1\t"))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
