"""The charter: what it offers, where it points, and our own contents, which follow it."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.suite_cases import MINIMAL

from emas.diagnostics import Applicability, Diagnostic, Edit
from emas.model import Catalogue
from emas.model.charter import proofread
from emas.model.charter.passages import Within, pages
from emas.pipeline import load, load_sources
from emas.project import Project
from emas.readers.sources import Sources

ROOT = Path(__file__).resolve().parents[3]
STEP = "modules/essai/01-etape.md"


@pytest.fixture(scope="module")
def ours() -> Catalogue:
    return load(Project(ROOT)).catalogue


def found(text: str) -> list[Diagnostic]:
    """Return what the charter says of the step of the minimal project, with more text."""
    files = {
        path: data + (f"\n{text}\n".encode() if str(path) == STEP else b"")
        for path, data in MINIMAL.files.items()
    }
    return list(proofread(load_sources(Sources(files)).catalogue))


def offered(text: str) -> list[Edit | None]:
    return [item.fix for item in found(text)]


def test_our_contents_follow_the_charter(ours: Catalogue) -> None:
    assert [f"{item.span} {item.message}" for item in proofread(ours)] == []


def test_every_word_is_pointed_at_where_it_is_written(ours: Catalogue) -> None:
    """To the letter, but where a text runs over several lines."""
    lines = {
        page.path: (ROOT / page.path).read_text(encoding="utf-8").split("\n")
        for page in pages(ours)
    }
    shown = {True: 0, False: 0}
    for page in pages(ours):
        for passage in page.passages:
            for match in re.finditer(r"\w{4,}", passage.text):
                span = passage.span(*match.span())
                there = "\n".join(lines[span.path][span.line - 1 : span.end_line])
                assert match[0] in there
                shown[there[span.column - 1 :].startswith(match[0])] += 1
    assert shown[False] < shown[True] / 20


def test_a_word_that_is_replaced_as_it_is_offers_it() -> None:
    (edit,) = offered("Une crise d'hystérie.")
    assert edit is not None
    assert (edit.replacement, edit.applicability) == ("crise", Applicability.SUGGESTED)
    assert (edit.span.column, edit.span.end_column) == (5, 21)


def test_a_word_that_may_be_replaced_in_several_ways_offers_nothing() -> None:
    assert offered("Une handicapée.") == [None]


def test_an_acronym_of_the_glossary_offers_its_words() -> None:
    (edit,) = offered("L'EMAS répond.")
    assert edit is not None
    assert edit.replacement == "équipe mobile d'appui médico-social à la scolarisation (EMAS)"


@pytest.mark.parametrize("text", ["L'EMAS\nrépond.", "Ici &amp; là, l'EMAS répond."])
def test_nothing_is_offered_where_the_place_is_not_sure(text: str) -> None:
    assert offered(text) == [None]


PIECES = (
    "`code`", "[[trou]]", "[@has-2026]", "![Un carré.](media/carre.svg)", "**", "_", "|", "\n",
    "- ", "5 %", "EMAS", "XYZ", "Kevin est", "M. Martin", "caprice", "«", "»", ".", ":", "(", ")",
    "le 15", "appelez", "06 12 34 56 78", "mot " * 40, "::: simple\n", ":::\n", "\u00a0", "É",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
@example("`code` " + "mot " * 40)
def test_whatever_is_written_what_is_found_has_a_place_in_the_file(text: str) -> None:
    for item in found(text):
        assert item.span.line <= 14 + text.count("\n")
        span = item.span
        assert (span.line, span.column) < (span.end_line, span.end_column)
        assert item.message.endswith(".")


def test_pages_of_the_team_may_name_people() -> None:
    page = "content/pages/index.md"
    files = {
        path: data + (b"\nKevin est ici, au 06 12 34 56 78.\n" if str(path) == page else b"")
        for path, data in MINIMAL.files.items()
    }
    assert list(proofread(load_sources(Sources(files)).catalogue)) == []


def test_a_passage_knows_what_holds_it(ours: Catalogue) -> None:
    held = {where for page in pages(ours) for item in page.passages for where in item.within}
    assert held == set(Within) - {Within.QUOTE}
