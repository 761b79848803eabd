from collections.abc import Iterable
from xml.etree.ElementTree import tostring

from emas.theme import Colour
from emas.writers.htmldeck.lines import blocks
from emas.writers.slides.deck import Cite, Line, Marker, Run


def line(text: str, level: int = 0, marker: Marker = Marker.NONE, number: int = 1) -> Line:
    return Line((Run(text),), level, marker, number)


def item(text: str, level: int = 0) -> Line:
    return line(text, level, Marker.BULLET)


def html(lines: Iterable[Line], bold: bool = True) -> str:
    made = blocks(tuple(lines), lambda run: run.href or ("#9" if run.cite else ""), bold)
    return "".join(tostring(element, "unicode", "html") for element in made)


def run(text: str, **looks: object) -> str:
    return html([Line((Run(text, **looks),))])  # type: ignore[arg-type] # any look


def test_items_that_follow_make_one_list() -> None:
    assert html([line("Avant"), item("un"), item("deux"), line("Après")]) == (
        "<p>Avant</p><ul><li>un</li><li>deux</li></ul><p>Après</p>"
    )


def test_what_is_below_an_item_is_in_it() -> None:
    lines = [item("un"), item("petit", 1), line("suite", 1), item("infime", 2), item("deux")]
    assert html(lines) == (
        '<ul><li>un<ul class="n1"><li>petit</li></ul><p class="n1">suite</p>'
        '<div class="retrait"><ul class="n2"><li>infime</li></ul></div></li><li>deux</li></ul>'
    )


def test_the_levels_below_the_third_are_like_it() -> None:
    lines = [item("a"), item("b", 1), item("c", 2), item("d", 5)]
    assert html(lines).endswith('<ul class="n2"><li>c</li><li>d</li></ul></li></ul></li></ul>')


def test_a_list_keeps_its_numbers() -> None:
    lines = [
        line(text, 0, Marker.NUMBER, number) for text, number in (("c", 3), ("d", 4), ("a", 1))
    ]
    assert html(lines) == '<ol start="3"><li>c</li><li>d</li></ol><ol><li>a</li></ol>'


def test_the_letter_of_an_answer_stands_before_its_text() -> None:
    letter = Run("A\t", bold=True, accent=True)
    assert html([Line((letter, Run("Oui")), marker=Marker.LETTER)]) == (
        '<p class="lettre"><b>A</b> <span>Oui</span></p>'
    )


def test_looks_of_words_are_kept() -> None:
    assert run("fort", bold=True, italic=True) == "<p><strong><em>fort</em></strong></p>"
    assert run("barré", strike=True) == "<p><s>barré</s></p>"
    assert run("✓", colour=Colour.GREEN) == '<p><span class="c-vert">✓</span></p>'
    assert run("un\ndeux") == "<p>un<br>deux</p>"


def test_what_is_bold_as_a_whole_is_not_said_to_be() -> None:
    assert html([Line((Run("Titre", bold=True),))], bold=False) == "<p>Titre</p>"


def test_links_and_citations_lead_somewhere() -> None:
    assert (
        run("ici", href="https://emas.example") == '<p><a href="https://emas.example">ici</a></p>'
    )
    assert run("[3]", cite=Cite(3, "", "vérifié")) == '<p><a href="#9" class="appel">[3]</a></p>'


def test_what_an_author_types_is_never_markup() -> None:
    assert run('<script>"&"') == '<p>&lt;script&gt;"&amp;"</p>'
