"""A list to choose from: a radio button or a box for each choice, with its letter."""

from collections.abc import Iterable
from string import ascii_uppercase
from xml.etree.ElementTree import Element

from emas.document import Block, Blocks, Paragraph, plain_text
from emas.writers.site import blocks as plain
from emas.writers.site.elements import Child, classed, element
from emas.writers.site.inlines import still
from emas.writers.site.scope import Scope


def choices(
    name: str,
    kind: str,
    items: Iterable[tuple[str, Blocks]],
    scope: Scope,
    marks: str = ascii_uppercase,
) -> Element:
    """Return the choices, in the order of `items`: each its value and its wording.

    `kind` is `radio` or `checkbox`; `name` is the anchor of what is asked; each choice is called
    by one of `marks`.
    """
    options = (
        _choice({"type": kind, "name": name, "value": value}, mark, wording, scope)
        for mark, (value, wording) in zip(marks, items, strict=False)
    )
    return classed("ul", "emas-choix", *options)


def recalled(rank: int, wording: Blocks) -> list[Child]:
    """Return the letter and the words of the choice of that rank, from 0, to say them again."""
    first, _ = _first_line(wording)
    return [lettered(ascii_uppercase[rank]), " ", plain_text(first)]


def _choice(field: dict[str, str], letter: str, wording: Blocks, scope: Scope) -> Element:
    """Return a choice; a label holds one paragraph, so the rest of its wording stands below."""
    first, rest = _first_line(wording)
    words = (word for paragraph in first for word in still(paragraph.children, scope))
    text = classed("span", "emas-choix__texte", *words)
    if not rest:
        return element("li", None, _label(element("input", field), letter, text))
    more = f"{field['name']}_{letter}"
    below = {"class": "emas-choix__suite", "id": more}
    return element(
        "li",
        None,
        _label(element("input", {**field, "aria-describedby": more}), letter, text),
        element("div", below, *plain.blocks(rest, scope)),
    )


def _label(field: Element, letter: str, text: Element) -> Element:
    return element("label", None, field, " ", lettered(letter), " ", text)


def lettered(letter: str) -> Element:
    """Return the letter that a choice is called by."""
    return classed("span", "emas-choix__lettre", letter)


def _first_line(wording: Blocks) -> tuple[tuple[Paragraph, ...], tuple[Block, ...]]:
    match wording:
        case (Paragraph() as first, *rest):
            return (first,), tuple(rest)
        case _:
            return (), wording
