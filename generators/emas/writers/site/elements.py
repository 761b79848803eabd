"""Building element trees: the tag, its attributes, then what it holds."""

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

Child = Element | str
Attributes = Mapping[str, str | None]

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


def element(tag: str, attributes: Attributes | None = None, *children: Child) -> Element:
    """Return a new element; attributes whose value is None are left out.

    Text is given raw: whoever serialises the tree escapes it.
    """
    kept = {name: value for name, value in (attributes or {}).items() if value is not None}
    result = Element(tag, kept)
    fill(result, children)
    return result


def classed(tag: str, name: str, *children: Child) -> Element:
    """Return an element of that class."""
    return element(tag, {"class": name}, *children)


def fill(parent: Element, children: Iterable[Child]) -> None:
    """Add `children` at the end of `parent`."""
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + child
        else:
            parent.text = (parent.text or "") + child


def hidden(text: str) -> Element:
    """Return text for screen readers only."""
    return classed("span", "emas-cache", text)


def label(word: str) -> str:
    """Return `word` and the colon that follows it in French."""
    return f"{word}{NBSP}: "


def sentence(text: str) -> str:
    """Return `text` with a capital, to begin a sentence or a title."""
    return text[:1].upper() + text[1:]


def described(pairs: Iterable[tuple[str, Iterable[Child]]]) -> Element | None:
    """Return a description list of the pairs that have a value, or None if none has.

    The blanks around terms part the words for the search, which drops these tags.
    """
    known = ((name, [part for part in value if part != ""]) for name, value in pairs)
    rows = [
        classed("div", "emas-fait", element("dt", None, name), "\n", element("dd", None, *filled))
        for name, filled in known
        if filled
    ]
    for row in rows:
        fill(row, ["\n"])
    return classed("dl", "emas-faits", *rows) if rows else None


def table(columns: Sequence[str], *parts: Element) -> Element:
    """Return a table with these columns, in a frame that scrolls, by keyboard too."""
    frame = {
        "class": "emas-tableau",
        "role": "group",
        "tabindex": "0",
        "aria-label": f"{label('Tableau')}{', '.join(columns)}",
    }
    return element("div", frame, classed("table", "emas-table", *parts))


def link(href: str, *children: Child) -> Element:
    """Return a link."""
    return element("a", {"href": href}, *children)


def section(identifier: str, title: str, *children: Child) -> tuple[Element, ...]:
    """Return a heading of level 2 and what it introduces."""
    return (element("h2", {"id": identifier}, title), element("div", None, *children))
