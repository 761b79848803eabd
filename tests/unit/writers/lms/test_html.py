"""Plain HTML for platforms: all the words, no link to our own pages."""

import re

from tests.unit.writers.handouts.every_kind import BLOCKS, PARAGRAPH
from tests.unit.writers.handouts.samples import edition

from emas.writers.lms.html import Place, html, in_words

SOURCES = {source.id: source for source in edition(*BLOCKS).citations}
HERE = Place(SOURCES, in_words, lambda gap: f"[{gap.number}]")
NEVER_SHOWN = {"mot-brouillon", "mot-diapo", "mot-animation"}


def test_every_word_of_every_block_is_there() -> None:
    words = set(re.findall(r"mot-[\w-]+", repr(BLOCKS)))
    missing = {word for word in words if word not in html(BLOCKS, HERE)}
    assert missing == set()


def test_a_link_leads_somewhere_from_a_platform_or_is_words() -> None:
    found = html((PARAGRAPH,), HERE)
    assert '<a href="https://exemple.fr/mot-adresse">mot-lien</a>' in found
    assert "#suite" not in found
    assert "02-autre.md" not in found


def test_a_citation_says_who_and_how_far_it_is_proved() -> None:
    assert "p. mot-12, source secondaire)" in html((PARAGRAPH,), HERE)


def test_nothing_is_clicked_nor_styled_by_us() -> None:
    assert not re.search(r" (?:class|id|on\w+)=", html(BLOCKS, HERE))
