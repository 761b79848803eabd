"""Each rule of `tests/deck_check.py` sees a deck that breaks it, and nothing else is said."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from tests.deck_check import A, P, contrast, problems, problems_of
from tests.unit.writers.slides.samples import THEME, every_kind

from emas.writers.slides import write

Spoil = Callable[[Any], None]
"""What breaks a deck, opened by python-pptx."""

NUMBER_OF = {"liste": 3, "tableau": 4, "image": 7, "question": 10}
"""The rank of a slide of each kind in the deck of `samples.every_kind`."""


@pytest.fixture(scope="module")
def deck() -> bytes:
    (data,) = write(every_kind(), THEME).files.values()
    return data


def slide_of(deck: Any, kind: str = "liste") -> Any:
    return deck.slides[NUMBER_OF[kind]]


def shape_of(deck: Any, name: str, kind: str = "liste") -> Any:
    return next(shape for shape in slide_of(deck, kind).shapes if shape.name == name)


def runs_of(shape: Any) -> Iterator[Any]:
    return iter(shape._element.iter(f"{A}rPr"))


def no_document_title(deck: Any) -> None:
    deck.core_properties.title = ""


def no_document_language(deck: Any) -> None:
    deck.core_properties.language = ""


def no_sections(deck: Any) -> None:
    deck.element.remove(deck.element.find(f"{P}extLst"))


def talking_mark(deck: Any) -> None:
    marks = (shape for shape in deck.slide_layouts[0].shapes if not shape.is_placeholder)
    next(marks).text_frame.text = "décor"


def no_title(deck: Any) -> None:
    title = slide_of(deck).shapes.title._element
    title.getparent().remove(title)


def title_twice(deck: Any) -> None:
    text = next(slide_of(deck).shapes.title._element.iter(f"{A}t"))
    text.text = deck.slides[0].shapes.title.text_frame.text


def title_last(deck: Any) -> None:
    title = slide_of(deck).shapes.title._element
    title.getparent().insert(4, title)


def footer_before_content(deck: Any) -> None:
    footer = shape_of(deck, "Pied de page")._element
    footer.getparent().insert(3, footer)


def id_twice(deck: Any) -> None:
    for shape in slide_of(deck).shapes:
        shape._element._nvXxPr.cNvPr.set("id", "2")


def moving(deck: Any) -> None:
    etree.SubElement(slide_of(deck)._element, f"{P}timing")


def footer_without_version(deck: Any) -> None:
    next(shape_of(deck, "Pied de page")._element.iter(f"{A}t")).text = "EMAS"


def no_number(deck: Any) -> None:
    number = shape_of(deck, "Numéro")._element
    number.getparent().remove(number)


def no_language(deck: Any) -> None:
    next(runs_of(shape_of(deck, "Contenu"))).attrib.pop("lang")


def no_language_in_notes(deck: Any) -> None:
    notes = slide_of(deck, "tableau").notes_slide._element
    next(notes.iter(f"{A}r")).remove(next(notes.iter(f"{A}rPr")))


def box_added(deck: Any) -> None:
    slide_of(deck).shapes.add_textbox(0, 0, 10, 10)
    tree = slide_of(deck).shapes._spTree
    tree.insert(3, tree[-1])


def emptied(deck: Any) -> None:
    for text in shape_of(deck, "Contenu")._element.iter(f"{A}t"):
        text.text = ""


def picture_without_words(deck: Any) -> None:
    shape_of(deck, "Image", "image")._element._nvXxPr.cNvPr.set("descr", "")


def picture_with_file_name(deck: Any) -> None:
    shape_of(deck, "Image", "image")._element._nvXxPr.cNvPr.set("descr", "classe.svg")


def picture_with_stock_words(deck: Any) -> None:
    words = "No description has been provided for this image"
    shape_of(deck, "Image", "image")._element._nvXxPr.cNvPr.set("descr", words)


def table_without_words(deck: Any) -> None:
    shape_of(deck, "Tableau", "tableau")._element._nvXxPr.cNvPr.set("descr", "")


def table_without_header(deck: Any) -> None:
    shape_of(deck, "Tableau", "tableau").table.first_row = False


def header_without_words(deck: Any) -> None:
    cell = shape_of(deck, "Tableau", "tableau").table.cell(0, 1)._tc
    for text in cell.iter(f"{A}t"):
        text.text = ""


def small_cell(deck: Any) -> None:
    next(runs_of(shape_of(deck, "Tableau", "tableau"))).set("sz", "1400")


def pale_cell(deck: Any) -> None:
    cell = shape_of(deck, "Tableau", "tableau").table.cell(1, 1)._tc
    next(cell.iter(f"{A}rPr")).find(f".//{A}schemeClr").set("val", "bg2")


def link_without_words(deck: Any) -> None:
    contact = deck.slides[20].shapes[1]._element
    linked = next(contact.iter(f"{A}hlinkClick")).getparent().getparent()
    linked.find(f"{A}t").text = "ici"


def link_that_is_an_address(deck: Any) -> None:
    contact = deck.slides[20].shapes[1]._element
    linked = next(contact.iter(f"{A}hlinkClick")).getparent().getparent()
    linked.find(f"{A}t").text = "https://emas.example/contact"


def link_that_leads_nowhere(deck: Any) -> None:
    button = shape_of(deck, "Bouton", "question")._element
    link = next(button.iter(f"{A}hlinkClick"))
    link.set(f"{{{link.nsmap['r']}}}id", "rId99")


def size_on_a_run(deck: Any) -> None:
    next(runs_of(shape_of(deck, "Contenu"))).set("sz", "2800")


def small_in_the_layout(deck: Any) -> None:
    layout = slide_of(deck).slide_layout
    body = next(shape for shape in layout.placeholders if shape.name == "Contenu")
    body._element.find(f".//{A}lvl1pPr/{A}defRPr").set("sz", "1400")


def pale_text(deck: Any) -> None:
    fill = next(runs_of(shape_of(deck, "Contenu")))
    colour = etree.SubElement(etree.SubElement(fill, f"{A}solidFill"), f"{A}srgbClr")
    colour.set("val", "BBBBBB")


def dark_ground(deck: Any) -> None:
    layout = slide_of(deck).slide_layout._element
    ground = etree.fromstring(
        f'<p:bg xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:bgPr><a:solidFill>'
        '<a:schemeClr val="tx2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    )
    layout.find(f"{P}cSld").insert(0, ground)


RULES: list[tuple[Spoil, set[str]]] = [
    (no_document_title, {"the document has no title"}),
    (no_document_language, {"the document has no language"}),
    (no_sections, {"slides are not in sections"}),
    (talking_mark, {"a mark of the layout « Titre » says something"}),
    (no_title, {"no title"}),
    (title_twice, {"title already used"}),
    (title_last, {"the title is not read first"}),
    (
        footer_before_content,
        {"the breadcrumb, the footer and the number are not read last"},
    ),
    (id_twice, {"a shape id is used twice"}),
    (moving, {"something moves"}),
    (
        footer_without_version,
        {"the footer does not say the version and whether it was reviewed"},
    ),
    (no_number, {"no slide number"}),
    (no_language, {"a run without language"}),
    (no_language_in_notes, {"a run without language in the notes"}),
    (box_added, {"a shape that fills no placeholder of its layout"}),
    (emptied, {"an empty placeholder"}),
    (picture_without_words, {"no alternative text"}),
    (picture_with_file_name, {"an alternative text that says nothing"}),
    (picture_with_stock_words, {"an alternative text that says nothing"}),
    (table_without_words, {"no alternative text"}),
    (table_without_header, {"a table without header"}),
    (header_without_words, {"a header without words"}),
    (small_cell, {"text too small"}),
    (pale_cell, {"not enough contrast"}),
    (link_without_words, {"a link without words"}),
    (link_that_is_an_address, {"a link without words"}),
    (link_that_leads_nowhere, {"a link that leads nowhere"}),
    (size_on_a_run, {"a size written on a run"}),
    (small_in_the_layout, {"text too small"}),
    (pale_text, {"not enough contrast"}),
    (dark_ground, {"not enough contrast"}),
]


def test_a_deck_of_every_kind_keeps_every_rule(deck: bytes) -> None:
    assert problems(deck) == []


@pytest.mark.parametrize(("spoil", "names"), RULES, ids=lambda item: getattr(item, "__name__", ""))
def test_the_check_sees_what_is_spoiled(deck: bytes, spoil: Spoil, names: set[str]) -> None:
    spoiled = Presentation(BytesIO(deck))
    spoil(spoiled)
    assert {name.split(" ", 1)[1] for name in problems_of(spoiled)} == names


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
