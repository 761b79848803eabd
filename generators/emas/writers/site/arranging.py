"""Things to put in order, to pair up or to sort: a field for each, with or without a script.

Nothing is dragged: a list to choose from or a button works alike with keys, a finger, a pointer.
"""

from collections.abc import Iterable, Iterator
from string import ascii_uppercase
from xml.etree.ElementTree import Element

from emas.document import Blocks, Paragraph, plain_text
from emas.model import Matching, Ordering, Sorting, shown_entries, shown_items, shown_rights
from emas.writers.site import blocks as plain
from emas.writers.site.choices import lettered
from emas.writers.site.elements import Child, classed, element
from emas.writers.site.inlines import still
from emas.writers.site.scope import Scope

ARROW = " → "
"""Between the title of what is sorted and that of its categories."""

Option = tuple[str, str]
"""What a list to choose from holds: a value, and its words."""


def order(task: Ordering, identifier: str, scope: Scope) -> Element:
    """Return the items, each with its place to choose; `rangements.js` moves them with buttons."""
    places = [(str(rank), str(rank + 1)) for rank in range(len(task.items))]
    rows = (
        _row(number, item.label, f"{identifier}_{number}", places, scope)
        for number, item in shown_items(task, identifier)
    )
    return classed("ol", "emas-rangs", *rows)


def pairs(task: Matching, identifier: str, scope: Scope) -> Element:
    """Return the left column, each thing with a list to choose from, then the right column."""
    shown = list(zip(ascii_uppercase, shown_rights(task, identifier), strict=False))
    options = [
        (str(number), f"{letter}. {plain_text(pair.right)}") for letter, (number, pair) in shown
    ]
    rows = (
        _row(number, pair.left, f"{identifier}_{number}", options, scope)
        for number, pair in enumerate(task.pairs)
    )
    right = (
        element("li", None, lettered(letter), " ", *_words(pair.right, scope))
        for letter, (_, pair) in shown
    )
    columns = (
        (task.left_title, classed("ul", "emas-lignes", *rows)),
        (task.right_title, classed("ul", "emas-lettres", *right)),
    )
    made = (element("div", None, *_title(title, scope), column) for title, column in columns)
    return classed("div", "emas-paires", *made)


def categories(task: Sorting, identifier: str, scope: Scope) -> Element:
    """Return the entries, each with a button for each category, under the titles of both."""
    rows = (
        _sorted(number, entry.label, task.categories, identifier, scope)
        for number, entry in shown_entries(task, identifier)
    )
    titles = (title for title in (task.entry_title, task.category_title) if plain_text(title))
    words = ARROW.join(plain_text(title) for title in titles)
    head = [classed("p", "emas-colonne-titre", words)] if words else []
    return element("div", None, *head, classed("ul", "emas-lignes", *rows))


def _row(
    number: int, wording: Blocks, name: str, options: Iterable[Option], scope: Scope
) -> Element:
    """Return a thing and the list where something is chosen for it."""
    listed = (element("option", {"value": value}, words) for value, words in options)
    nothing = element("option", {"value": ""}, "–")
    field = element("select", {"aria-labelledby": name}, nothing, *listed)
    return _line(number, wording, name, field, scope)


def _sorted(
    number: int, wording: Blocks, names: Iterable[Blocks], identifier: str, scope: Scope
) -> Element:
    name = f"{identifier}_{number}"
    buttons = (
        element(
            "label",
            None,
            element("input", {"type": "radio", "name": name, "value": str(rank)}),
            " ",
            classed("span", "emas-choix__texte", *_words(category, scope)),
        )
        for rank, category in enumerate(names)
    )
    group = {"class": "emas-cases", "role": "radiogroup", "aria-labelledby": name}
    return _line(number, wording, name, element("div", group, *buttons), scope)


def _line(number: int, wording: Blocks, name: str, field: Element, scope: Scope) -> Element:
    """Return a thing and what is filled in for it, which its words name."""
    words = element("div", {"class": "emas-mots", "id": name}, *_words(wording, scope))
    return element("li", {"data-champ": str(number)}, words, field)


def _title(title: Blocks, scope: Scope) -> Iterator[Element]:
    if plain_text(title):
        yield classed("p", "emas-colonne-titre", *_words(title, scope))


def _words(wording: Blocks, scope: Scope) -> Iterator[Child]:
    """Yield a wording; one paragraph needs no element of its own."""
    match wording:
        case (Paragraph() as only,):
            yield from still(only.children, scope)
        case _:
            yield from plain.blocks(wording, scope)
