"""Where inlines stand in the source, and how they are read."""

import pytest
from tests.unit.readers.samples import codes, read

from emas.document import Citation, FootnoteRef, Image, Link, Text, walk

PLACES = {
    "a [b](c) d": (Link, 1, 3),
    "a\nb [c](d)": (Link, 2, 3),
    "- a\n  b [c](d)": (Link, 2, 5),
    "> a\n> b [c](d)": (Link, 2, 5),
    "b b [b](c)": (Link, 1, 5),
    "*a [b](c)*": (Link, 1, 4),
    "a \\\nb [c](d)": (Link, 2, 3),
    "![a](media/b.svg)": (Image, 1, 1),
    "a [@b, p. 12]": (Citation, 1, 3),
    "a[^b]\n\n[^b]: c": (FootnoteRef, 1, 2),
    "| a | [b](c) |\n|---|---|": (Link, 1, 7),
    "| a | a |\n|---|---|\n| b | [b](c) |": (Link, 3, 7),
    "## a [b](c)": (Link, 1, 6),
    "::: retenir a [b](c)\nd\n:::": (Link, 1, 15),
    "::: amenagement a\nbesoin : [b](c)\ncomment : d\neviter : e\nmesurer : f\n:::": (Link, 2, 10),
}


@pytest.mark.parametrize("text", PLACES)
def test_an_inline_knows_its_place(text: str) -> None:
    kind, line, column = PLACES[text]
    places = [(n.span.line, n.span.column) for n in walk(read(text).blocks) if isinstance(n, kind)]
    assert places == [(line, column)]


def citation(text: str) -> Citation:
    (found,) = (node for node in walk(read(text).blocks) if isinstance(node, Citation))
    return found


def test_a_citation_has_a_source_a_place_in_it_and_a_state() -> None:
    plain, placed, unsure = (
        citation(text) for text in ("[@a]", "[@A, p. 12, § 3]", "[@a, p. 12, À CONFIRMER]")
    )
    assert (plain.source, plain.locator, plain.unconfirmed) == ("a", "", False)
    assert (placed.source, placed.locator, placed.unconfirmed) == ("a", "p. 12, § 3", False)
    assert (unsure.source, unsure.locator, unsure.unconfirmed) == ("a", "p. 12", True)


def image(text: str) -> Image:
    (found,) = (node for node in walk(read(text).blocks) if isinstance(node, Image))
    return found


def test_a_picture_has_an_alternative_and_a_caption() -> None:
    found = image('![un *carré*](media/a%20b.svg "une légende")')
    assert (found.alt, found.source, found.caption, found.decorative) == (
        "un carré", "media/a b.svg", "une légende", False,
    )  # fmt: skip


def test_a_decorative_mark_is_not_text() -> None:
    assert image("![](media/a.svg){.decoratif}").decorative
    texts = [n.text for n in walk(read("![](a.svg){.décorative} b").blocks) if isinstance(n, Text)]
    assert texts == [" b"]


def test_an_alternative_that_is_more_than_words_stays_as_written() -> None:
    assert image("![a [@b]](media/c.svg)").alt == "a [@b]"


def test_html_is_text() -> None:
    texts = [node.text for node in walk(read("a <b>c</b>").blocks) if isinstance(node, Text)]
    assert texts == ["a <b>c</b>"]


def test_a_footnote_in_a_box_may_be_called_outside_and_the_reverse() -> None:
    assert codes("a[^b]\n\n::: retenir\n[^b]: c\n:::") == []
    assert codes("::: retenir\na[^b]\n:::\n\n[^b]: c") == []
    assert codes("::: retenir a[^b]\nd\n:::\n\n[^b]: c") == []


def test_two_headings_of_the_same_words_have_different_ids() -> None:
    ids = [getattr(block, "id", "") for block in read("## Été\n\n## Été\n\n## Été-2").blocks]
    assert ids == ["ete", "ete-2", "ete-2-2"]


@pytest.mark.parametrize(
    ("written", "href"),
    [("SMS:114", "sms:114"), ("HTTPS://Emas.example/A", "https://Emas.example/A")],
)
def test_an_address_begins_in_small_letters(written: str, href: str) -> None:
    found = [node.href for node in walk(read(f"[a]({written})").blocks) if isinstance(node, Link)]
    assert found == [href]
