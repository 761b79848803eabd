"""Numbers of sources and notes on a page."""

from xml.etree.ElementTree import Element

from tests.unit.writers.site.samples import EDUSCOL, HAS, SPAN, citation, paragraph, scope

from emas.document import Block, Footnote, FootnoteRef
from emas.writers.site import calls
from emas.writers.site.blocks import blocks
from emas.writers.site.elements import element


def page(*nodes: Block) -> Element:
    body = element("div", None, *blocks(nodes, scope()))
    calls.resolve(body, nodes, scope())
    return body


def links(body: Element, name: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (item.get("id"), item.get("href"), "".join(item.itertext()))
        for item in body.iter("a")
        if item.get("class") == name
    ]


def test_sources_are_numbered_in_the_order_of_the_page() -> None:
    body = page(paragraph(citation(EDUSCOL), citation(HAS), citation(EDUSCOL)))
    assert links(body, "emas-appel") == [
        ("appel_source_1", "#source_1", "source 1"),
        ("appel_source_2", "#source_2", "source 2"),
        ("appel_source_3", "#source_1", "source 1"),
    ]


def test_each_source_leads_back_to_every_place_that_calls_it() -> None:
    body = page(paragraph(citation(EDUSCOL), citation(HAS), citation(EDUSCOL)))
    assert links(body, "emas-retour") == [
        (None, "#appel_source_1", "↩\u202f1Retour au texte, appel 1"),
        (None, "#appel_source_3", "↩\u202f2Retour au texte, appel 2"),
        (None, "#appel_source_2", "↩Retour au texte"),
    ]


def test_a_source_says_how_far_it_was_read_and_until_when_it_holds() -> None:
    body = page(paragraph(citation(EDUSCOL), citation(HAS)))
    first, second = (item for item in body.iter("li") if "data-source" in item.attrib)
    assert "".join(first.itertext()).startswith(
        "Éduscol, Scolariser, 2009. Lu dans\u00a0: une copie partielle. Source secondaire."
    )
    assert "".join(second.itertext()).startswith(
        "HAS, Interventions et parcours de vie, 2026. Consulté le 21\u00a0novembre 2026."
        " À relire avant le 1er\u00a0mars 2027."
    )


def test_a_page_without_citation_has_no_list() -> None:
    assert [item.tag for item in page(paragraph("Rien."))] == ["p"]


def test_notes_have_letters_and_their_own_sources() -> None:
    note = Footnote("mots", (paragraph("Une enquête ", citation(HAS)),), SPAN)
    body = page(paragraph("Dit-on", FootnoteRef("mots", SPAN)), note)
    assert links(body, "emas-appel-de-note") == [("appel_note_1", "#note_1", "note a")]
    assert links(body, "emas-appel") == [("appel_source_1", "#source_1", "source 1")]
    headings = [item.get("id") for item in body.iter("h2")]
    assert headings == ["notes_de_la_page", "sources_de_la_page"]


def test_a_note_after_the_last_letter_has_a_number() -> None:
    names = [f"n{rank}" for rank in range(27)]
    notes = tuple(Footnote(name, (paragraph(name),), SPAN) for name in names)
    references = paragraph(*(FootnoteRef(name, SPAN) for name in names))
    assert links(page(references, *notes), "emas-appel-de-note")[-1][2] == "note 27"
