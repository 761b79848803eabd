"""The file of a deck, made from the same editions as the .pptx."""

import base64
import re
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html
from tests.conftest import Golden
from tests.unit.writers.htmldeck.small import MEDIA, SMALL
from tests.unit.writers.slides.samples import (
    THEME,
    edition,
    every_kind,
    question,
    spoken,
    step,
)  # fmt: skip
from tests.unit.writers.slides.test_nothing_is_lost import STEPS

from emas.document import Block
from emas.model import Edition, Variant
from emas.writers import htmldeck
from emas.writers.htmldeck.document import document
from emas.writers.slides import plan

NAME = PurePosixPath("essai.html")


@pytest.fixture(scope="module")
def deck() -> str:
    return made(every_kind())


def made(there: Edition) -> str:
    return htmldeck.write(there, THEME).files[NAME].decode()


def parsed(page: str) -> Any:
    """Return the tree of a page."""
    return html.document_fromstring(page)  # type: ignore[no-untyped-call]  # lxml has no types


def text(page: str) -> str:
    """Return all that a page says, its names for screen readers included."""
    tree = parsed(page)
    for unseen in tree.xpath("//script | //style"):
        unseen.drop_tree()
    return " ".join([*tree.itertext(), *tree.xpath("//@alt | //@aria-label")])


def test_the_slides_of_a_deck(golden: Golden) -> None:
    page = document(SMALL, THEME, MEDIA)
    slides = re.findall(r"<section class=\"diapo\".*?</section>", page, re.DOTALL)
    short = re.sub(r"base64,[^\"]+", "base64,…", "\n\n".join(slides))
    golden("htmldeck/slides.html", re.sub(r"(?=<(?:div|p|ul|ol|li|tr|h\d|details)\b)", "\n", short))


def test_the_same_values_give_the_same_bytes(deck: str) -> None:
    assert made(every_kind()) == deck


def test_the_variant_is_in_the_name() -> None:
    there = edition(step(), variant=Variant("aesh", "college", True))
    names = htmldeck.write(there, THEME).files
    assert list(names) == [PurePosixPath("essai--aesh--college--courte.html")]


def test_slides_are_those_of_the_plan_in_their_order(deck: str) -> None:
    tree = parsed(deck)
    titles = [
        slide.xpath("string(.//h1 | .//h2 | .//h3)") for slide in tree.xpath("//section[@id]")
    ]
    assert titles == [slide.title for slide in plan(every_kind(), THEME).slides()]


def test_titles_say_what_is_part_of_what(deck: str) -> None:
    tree = parsed(deck)
    levels = [
        heading.tag for heading in tree.xpath("//section[@id]//*[self::h1 or self::h2 or self::h3]")
    ]
    slides = plan(every_kind(), THEME).slides()
    assert (levels.count("h1"), levels[0], len(levels)) == (1, "h1", len(slides))
    sections = [tag for tag, slide in zip(levels, slides, strict=True) if slide.layout == "Section"]
    assert set(sections) == {"h2"}


def test_nothing_is_asked_of_another_computer(deck: str) -> None:
    tree = parsed(deck)
    asked = {value.split(",")[0] for value in tree.xpath("//@src | //@srcset | //@data")}
    assert asked == {"data:image/png;base64"}
    assert tree.xpath("//link | //iframe | //object | //embed | //base") == []
    assert "url(http" not in deck
    assert "@import" not in deck


def test_the_page_allows_its_own_styles_and_script_only(deck: str) -> None:
    parts = re.findall(r"<(?:style|script)[^>]*>(.*?)</(?:style|script)>", deck, re.DOTALL)
    digests = {base64.b64encode(sha256(part.encode()).digest()).decode() for part in parts}
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', deck)
    assert policy
    assert set(re.findall(r"'sha256-([^']+)'", policy[1])) == digests
    assert "unsafe" not in policy[1]
    assert " style=" not in re.sub(r"<script>.*", "", deck, flags=re.DOTALL)


def test_names_are_given_once(deck: str) -> None:
    ids = parsed(deck).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_tables_say_what_their_headers_are(deck: str) -> None:
    tree = parsed(deck)
    tables = tree.xpath("//section[@id]//table")
    assert len(tables) > 1
    for table in tables:
        assert set(table.xpath("thead//th/@scope")) == {"col"}
        assert table.get("aria-label")
    assert tree.xpath("//section[@id]//tbody//th/@scope")[0] == "row"


def test_a_link_is_never_inside_a_link(deck: str) -> None:
    assert parsed(deck).xpath("//a//a") == []


def test_the_title_slide_says_version_date_and_review(deck: str) -> None:
    (first,) = parsed(deck).xpath("//section[@id='1']")
    words = " ".join(first.itertext())
    assert re.search(r"Version \S+ · \d+\s\w+ \d{4} · non relu", words)


def test_the_font_is_there_with_its_licence_and_no_italics_that_nobody_reads(deck: str) -> None:
    assert deck.count("@font-face") == 1
    assert "SIL OPEN FONT LICENSE" in deck


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_every_word_of_the_plan_is_in_the_page(blocks: list[Block]) -> None:
    there = edition(step(*blocks, questions=(question(),)))
    said = {word.strip(".,:;()") for word in text(made(there)).split()}
    assert spoken(plan(there, THEME)) - said == set()
