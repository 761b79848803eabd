"""Texts of questions as plain HTML, without class, script nor link to our own pages.

A platform shows them beside its own texts: nothing but tags that its filters keep.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never
from xml.etree.ElementTree import Element, tostring

from emas.document import (
    ELSEWHERE,
    Align,
    Block,
    Blocks,
    BulletList,
    Citation,
    CodeBlock,
    Comment,
    Emphasis,
    FactState,
    Figure,
    Footnote,
    FootnoteRef,
    Gap,
    Heading,
    Image,
    Inline,
    InlineCode,
    InlineComment,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    Node,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Strike,
    Strong,
    Table,
    TermUse,
    Text,
    ThematicBreak,
    Video,
    children,
)
from emas.model import Source
from emas.writers.site.elements import Child, element


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text goes: the sources it cites, how its pictures and its gaps are written there."""

    sources: Mapping[str, Source]
    image: Callable[[Image], Child]
    gap: Callable[[Gap], Child]


def in_words(image: Image) -> str:
    """Return what stands for a picture where there can be none."""
    return "" if image.decorative else f"[Image : {image.alt}]"


def html(blocks: Blocks, place: Place) -> str:
    """Return `blocks` as HTML, on one line unless a text has lines of its own."""
    return "".join(
        tostring(item, "unicode", method="html", short_empty_elements=False)
        for item in elements(blocks, place)
    )


def elements(blocks: Iterable[Block], place: Place) -> Iterator[Element]:
    """Yield `blocks` as elements."""
    for block in blocks:
        yield from _block(block, place)


def _block(block: Block, place: Place) -> Iterator[Element]:
    match block:
        case Paragraph():
            yield element("p", None, *_inlines(block.children, place))
        case Heading():
            yield element("p", None, element("strong", None, *_inlines(block.children, place)))
        case BulletList():
            yield element("ul", None, *_items(block.items, place))
        case OrderedList():
            start = {"start": str(block.start)} if block.start != 1 else None
            yield element("ol", start, *_items(block.items, place))
        case Quote():
            yield element("blockquote", None, *elements(block.blocks, place))
        case CodeBlock():
            yield element("pre", None, element("code", None, block.text))
        case ThematicBreak():
            yield element("hr")
        case Table():
            yield _table(block, place)
        case Figure():
            yield from _figure(block.image, place)
        case Footnote():
            yield element(
                "div", None, element("sup", None, block.label), *elements(block.blocks, place)
            )
        case Comment():
            pass
        case Video():
            yield from _box(block, place)
            yield element("p", None, *_film(block))
        case _:
            yield from _box(block, place)


def _film(video: Video) -> Iterator[Child]:
    """Yield where a film is; a file of the module is named, since it does not travel."""
    online = video.source.startswith("https:")
    yield element("a", {"href": video.source}, video.source) if online else video.source


def _box(box: Node, place: Place) -> Iterator[Element]:
    """Yield all that a box holds, in reading order: platforms have no such boxes."""
    line: list[Inline] = []
    for node in children(box):
        if isinstance(node, Inline):
            line.append(node)
            continue
        yield from _titled(line, place)
        line = []
        if isinstance(node, Block):
            yield from _block(node, place)
        else:
            yield from _box(node, place)
    yield from _titled(line, place)


def _titled(line: list[Inline], place: Place) -> Iterator[Element]:
    if line:
        yield element("p", None, element("strong", None, *_inlines(tuple(line), place)))


def _items(items: Iterable[ListItem], place: Place) -> Iterator[Element]:
    for item in items:
        match item.blocks:
            case (Paragraph() as first, *rest):
                words = _inlines(first.children, place)
                yield element("li", None, *words, *elements(rest, place))
            case _:
                yield element("li", None, *elements(item.blocks, place))


def _table(table: Table, place: Place) -> Element:
    def row(cells: Row, tag: str) -> Element:
        made = (
            element(tag, _aligned(align), *_inlines(cell.children, place))
            for cell, align in zip(cells.cells, table.aligns, strict=True)
        )
        return element("tr", None, *made)

    return element(
        "table",
        None,
        element("thead", None, row(table.header, "th")),
        element("tbody", None, *(row(item, "td") for item in table.rows)),
    )


def _aligned(align: Align) -> dict[str, str] | None:
    return None if align is Align.LEFT else {"style": f"text-align: {align}"}


def _figure(image: Image, place: Place) -> Iterator[Element]:
    shown = place.image(image)
    if shown != "":
        yield element("p", None, shown)
    if image.caption:
        yield element("p", None, element("em", None, image.caption))


def _inlines(nodes: Inlines, place: Place) -> Iterator[Child]:
    for node in nodes:
        yield from _inline(node, place)


def _inline(node: Inline, place: Place) -> Iterator[Child]:
    match node:
        case Text():
            yield node.text
        case InlineCode():
            yield element("code", None, node.text)
        case LineBreak():
            yield element("br")
        case Emphasis():
            yield element("em", None, *_inlines(node.children, place))
        case Strong():
            yield element("strong", None, *_inlines(node.children, place))
        case Strike():
            yield element("del", None, *_inlines(node.children, place))
        case Link():
            yield from _link(node, place)
        case Image():
            yield place.image(node)
        case Citation():
            yield _cited(node, place)
        case FootnoteRef():
            yield element("sup", None, node.label)
        case TermUse():
            yield from _inlines(node.children, place)
        case Gap():
            yield place.gap(node)
        case InlineComment():
            pass
        case _:
            assert_never(node)


def _link(node: Link, place: Place) -> Iterator[Child]:
    """Yield a link that still leads somewhere from a platform, else its words."""
    words = _inlines(node.children, place)
    if node.href.startswith(ELSEWHERE):
        yield element("a", {"href": node.href}, *words)
    else:
        yield from words


def _cited(node: Citation, place: Place) -> str:
    """Return « (HAS, 2026, p. 12, à confirmer) »."""
    return f"({said(place.sources[node.source], node.locator, node.state)})"


def said(source: Source, locator: str, state: FactState | None) -> str:
    """Return who says it, when and where, and how far it is proved unless it is verified."""
    known = state is FactState.VERIFIED
    parts = (source.organisation, source.year, locator, "" if known or not state else str(state))
    return ", ".join(part for part in parts if part)
