"""The blocks of a text as elements; our own boxes are in `boxes.py`."""

from collections.abc import Iterable, Iterator
from typing import assert_never
from xml.etree.ElementTree import Element

from emas.document import (
    Align,
    Block,
    BulletList,
    CodeBlock,
    Comment,
    Figure,
    Footnote,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Plain,
    Quote,
    Row,
    Table,
    ThematicBreak,
    plain_text,
)
from emas.writers.site import boxes
from emas.writers.site.elements import Child, classed, element, hidden, label, table
from emas.writers.site.inlines import image, inlines, still
from emas.writers.site.scope import Scope


def blocks(nodes: Iterable[Block], scope: Scope) -> Iterator[Element]:
    """Yield the elements of `nodes`; what the site does not publish yields none."""
    for node in nodes:
        if isinstance(node, Plain):
            yield from _plain(node, scope)
        else:
            yield from boxes.box(node, scope)


def item_content(nodes: tuple[Block, ...], scope: Scope) -> Iterator[Child]:
    """Yield the content of a list item or of a cell: its first paragraph without a frame."""
    match nodes:
        case (Paragraph() as first, *rest):
            yield from inlines(first.children, scope)
            yield from blocks(rest, scope)
        case _:
            yield from blocks(nodes, scope)


def _plain(node: Plain, scope: Scope) -> Iterator[Element]:
    match node:
        case Paragraph():
            yield element("p", None, *inlines(node.children, scope))
        case Heading():
            yield _heading(node, scope)
        case BulletList():
            yield element("ul", None, *(_item(item, scope) for item in node.items))
        case OrderedList():
            start = str(node.start) if node.start != 1 else None
            items = (_item(item, scope) for item in node.items)
            yield element("ol", {"start": start}, *items)
        case Quote():
            yield element("blockquote", None, *blocks(node.blocks, scope))
        case CodeBlock():
            code = element("code", None, node.text)
            yield element("pre", {"tabindex": "0"}, code)
        case ThematicBreak():
            yield element("hr")
        case Table():
            yield _table(node, scope)
        case Figure():
            yield _figure(node, scope)
        case Footnote() | Comment():
            return
        case _:
            assert_never(node)


def _heading(node: Heading, scope: Scope) -> Element:
    attributes = {"id": node.id, "data-toc-label": plain_text(node.children)}
    return element(f"h{node.level}", attributes, *still(node.children, scope))


def _item(item: ListItem, scope: Scope) -> Element:
    content = item_content(item.blocks, scope)
    if item.ticked is None:
        return element("li", None, *content)
    mark = element("span", {"aria-hidden": "true"}, "☑ " if item.ticked else "☐ ")
    state = hidden(label("Fait") if item.ticked else label("À faire"))
    return classed("li", "emas-tache", mark, state, *content)


def _table(node: Table, scope: Scope) -> Element:
    header = element("thead", None, _row(node.header, node.aligns, scope, head=True))
    body = element("tbody", None, *(_row(row, node.aligns, scope) for row in node.rows))
    return table([plain_text(cell.children) for cell in node.header.cells], header, body)


def _row(row: Row, aligns: tuple[Align, ...], scope: Scope, *, head: bool = False) -> Element:
    """Return a row; outside the head of the table, its first cell names it."""
    result = element("tr")
    for rank, (cell, align) in enumerate(zip(row.cells, aligns, strict=True)):
        names_row = rank == 0 and bool(plain_text(cell.children))
        attributes = {
            "scope": "col" if head else "row" if names_row else None,
            "class": None if align is Align.LEFT else f"emas-{align}",
        }
        tag = "th" if head or names_row else "td"
        result.append(element(tag, attributes, *inlines(cell.children, scope)))
    return result


def _figure(node: Figure, scope: Scope) -> Element:
    """Return a picture and its caption, tied as RGAA 1.9 asks."""
    picture, caption = image(node.image, scope), node.image.caption
    if not caption:
        return classed("figure", "emas-figure", picture)
    tied = {"class": "emas-figure", "role": "figure", "aria-label": caption}
    return element("figure", tied, picture, element("figcaption", None, caption))
