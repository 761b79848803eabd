"""The frame around a kind of content: its word, always shown, its title, its accent."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from emas.document import Inlines
from emas.theme import Kind
from emas.writers.site.elements import classed, element
from emas.writers.site.inlines import inlines
from emas.writers.site.scope import Scope


def framed(
    kind: Kind, identifier: str, title: Inlines, body: Iterable[Element], scope: Scope
) -> Element:
    """Return a box with its word, its title if it has one, and `body`."""
    head = classed("p", "emas-boite__tete", classed("span", "emas-boite__mot", scope.word(kind)))
    if title:
        words = classed("span", "emas-boite__titre", *inlines(title, scope))
        head[-1].tail = " "
        head.append(words)
    frame = {"class": f"emas-boite emas-boite--{kind}", "id": identifier}
    return element("div", frame, head, *body)


def folded(kind: Kind, identifier: str, body: Iterable[Element], scope: Scope) -> Element:
    """Return a box that its reader opens."""
    frame = {"class": f"emas-boite emas-boite--{kind}", "id": identifier}
    return element("details", frame, element("summary", None, scope.word(kind)), *body)
