"""Cards of the situations whose choices branch, on paper."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pytest
from pypdf import PdfReader
from tests.pdf_check import problems
from tests.unit.writers.handouts.every_kind import (
    ADAPTATION,
    CASE,
    PARAGRAPH,
    PICTURE,
    TABLE,
    TASKS,
)
from tests.unit.writers.handouts.samples import (
    ASKED,
    HERE,
    THEME,
    choice,
    decision,
    edition,
    line,
    par,
    vignette,
    words_of,
)

from emas.document import Block, Figure, Footnote, Heading, Medium, Verdict
from emas.writers.handouts import write_cards
from emas.writers.handouts.cards import cards, has_cards

SHORT = vignette(
    par("Noé se bouche les oreilles."),
    decision(
        "un",
        choice(Verdict.ADVISED, "Baisser la voix.", "On sécurise.", "trois"),
        choice(Verdict.AVOID, "Gronder.", "Le bruit monte."),
    ),
    decision("deux", choice(Verdict.POSSIBLE, "Sortir.", "Avec l’AESH.")),
    decision("trois", choice(Verdict.POSSIBLE, "Noter.", "Des faits.")),
    par("Le lendemain, il revient."),
)
LONG = replace(
    vignette(
        *(par(f"Un récit très long, phrase {rank}. " * 3) for rank in range(40)),
        decision("long-1", choice(Verdict.ADVISED, "Attendre.", "Oui. " * 300, "long-2")),
        decision("long-2", choice(Verdict.AVOID, "Partir.", "Non.")),
    ),
    id="long",
)


def printed(*blocks: Block) -> bytes:
    written = write_cards(edition(*blocks), THEME)
    assert [item.values["cause"] for item in written.diagnostics] == []
    (pdf,) = written.files.values()
    return pdf


def situations(*blocks: Block) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], cards(edition(*blocks))["situations"])


@pytest.fixture(scope="module")
def sheet() -> bytes:
    return printed(SHORT, LONG, CASE)


def test_cards_are_a_tagged_pdf_without_any_known_problem(sheet: bytes) -> None:
    assert problems(sheet) == []


def test_the_same_situations_give_the_same_bytes(sheet: bytes) -> None:
    assert printed(SHORT, LONG, CASE) == sheet


def test_every_word_of_a_situation_is_on_a_card(sheet: bytes) -> None:
    found = words_of(sheet)
    said = ["Noésebouchelesoreilles.", "Baisserlavoix.", "Onsécurise.", "Gronder.", "Lebruitmonte."]
    said += ["Sortir.", "Avecl’AESH.", "Noter.", "Desfaits.", "Lelendemain,ilrevient."]
    said += re.findall(r"mot-(?:récit|choix-\d|piste-\d)", repr(CASE))
    assert [text for text in said if text not in found] == []
    assert found.count("Findelasituation.") == 1 + 1 + 1  # the ending, then a choice of each other


def test_each_choice_names_a_card_that_exists() -> None:
    (first, _) = situations(SHORT, LONG)
    numbers = [card["number"] for card in first["cards"]]
    named = [way["to"] for card in first["cards"] for way in card.get("choices", [])]
    named += [number for card in first["cards"] for number in card.get("leads", [])]
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(named) == set(numbers) - {first["start"]}


def test_a_card_is_not_cut_by_the_end_of_a_page() -> None:
    many = [replace(SHORT, id=f"cas-{rank}") for rank in range(9)]
    pages = PdfReader(BytesIO(printed(*many))).pages
    begin = [page.extract_text().split()[0] for page in pages]
    assert begin[0] == "Cartes"
    assert set(begin[1:]) <= {"Carte", "Situation"}


def test_a_card_may_hold_anything_and_its_notes_words_and_sources_are_printed() -> None:
    notes = (Footnote("a", (par("mot-note-a"),), HERE), Footnote("b", (par("mot-note-b"),), HERE))
    told = (PARAGRAPH, *notes, TABLE, Figure(PICTURE, HERE), ADAPTATION, ASKED, TASKS)
    rich = replace(SHORT, blocks=(*told, *SHORT.blocks))
    pdf = printed(Heading(2, line("Suite"), "suite", HERE), rich)
    assert problems(pdf) == []
    found = words_of(pdf)
    expected = set(re.findall(r"mot-[\w-]+", repr(told))) - {"mot-remplacement"}
    assert {word for word in expected if word not in found} == set()


def test_a_module_where_nothing_is_decided_has_no_cards() -> None:
    told = vignette(par("récit"))
    plain = vignette(decision("seule", choice(Verdict.ADVISED, "Oui.", "Bien.")))
    assert not has_cards(edition(told))
    assert has_cards(edition(plain))
    assert has_cards(edition(SHORT))


def test_the_number_of_a_situation_is_that_of_the_booklet() -> None:
    plain = replace(vignette(decision("seule", choice(Verdict.ADVISED, "Oui.", "Bien."))), id="a")
    assert [found["number"] for found in situations(plain, SHORT)] == [1, 2]
    (found,) = situations(replace(vignette(par("récit")), id="a"), SHORT)
    assert found["number"] == 2
    assert edition(plain).medium is Medium.PAPER
