"""HTML of a platform's editor as a document: what our Markdown has, the words of the rest.

lxml reads anything as a tree at most 256 deep, without loading what it names. What has no
equivalent is noted once a text, as people call it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from emas.diagnostics import Span
from emas.document import (
    ELSEWHERE,
    Align,
    Block,
    Blocks,
    BulletList,
    Cell,
    CodeBlock,
    Emphasis,
    Image,
    Inline,
    InlineCode,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Quote,
    Row,
    Strike,
    Strong,
    Table,
    Text,
    ThematicBreak,
)
from emas.readers.exchange.tidy import paragraphs, tidied

SPACES = re.compile(r"[ \t\r\n\f]+")
TAG = re.compile(r"<[^<>]*>")

MAX_DEPTH = 40
"""Elements inside each other: below, words alone are kept."""

MAX_NESTED = 5
"""Lists and quotations inside each other: below, their paragraphs follow each other."""

BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl"),
    *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"),
    *("h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table"),
    *("tbody", "td", "tfoot", "th", "thead", "tr", "ul", "html", "caption"),
}
MARKS: Mapping[str, type[Strong | Emphasis | Strike]] = {
    **dict.fromkeys(("strong", "b"), Strong),
    **dict.fromkeys(("em", "i", "cite", "dfn"), Emphasis),
    **dict.fromkeys(("del", "s", "strike"), Strike),
}
CODE = {"code", "kbd", "samp", "tt"}
HIDDEN = {"script", "style", "head", "title", "template", "meta", "link", "base"}
TITLES = {"h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption"}
LOST: Mapping[str, str] = {
    **dict.fromkeys(("u", "ins"), "un texte souligné"),
    "mark": "un texte surligné",
    **dict.fromkeys(("sub", "sup"), "un indice ou un exposant"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "un titre, devenu un texte en gras"),
    **dict.fromkeys(("video", "audio", "source", "track"), "un son ou une vidéo"),
    **dict.fromkeys(("iframe", "object", "embed", "applet"), "un contenu venu d’ailleurs"),
    **dict.fromkeys(("input", "select", "option", "textarea", "button"), "un champ à remplir"),
    **dict.fromkeys(("svg", "canvas"), "un dessin"),
    "math": "une formule",
    "script": "un programme",
    "ruby": "une annotation",
}
"""What is lost of an element whose words are kept."""

RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
ORDINALS = {"e", "er", "re", "ère", "ème", "nd", "nde"}


@dataclass
class HtmlReader:
    """Reads the HTML of one text; `notes` gathers what is lost, in French."""

    span: Span
    notes: dict[str, None] = field(default_factory=dict)

    def read(self, html: str) -> Blocks:
        """Return the blocks of `html`."""
        parser = etree.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(f"<html><body>{html}</body></html>".encode(), parser)
        if root is None or any(error.level_name == "FATAL" for error in parser.error_log):
            self.notes["un texte trop imbriqué, dont les mots seuls sont gardés"] = None
            words = Text(SPACES.sub(" ", TAG.sub(" ", html)), self.span)
            return tuple(paragraphs((words,), self.span))
        return tuple(self._blocks(root, 0, 0))

    def _blocks(self, element: etree._Element, depth: int, nested: int) -> Iterator[Block]:
        """Yield what `element` holds; what is not in a block makes paragraphs."""
        line: list[Inline] = [*self._text(element.text)]
        for child in element:
            if _holds_blocks(child) and depth < MAX_DEPTH:
                yield from paragraphs(line, self.span)
                line = []
                yield from self._block(child, depth + 1, nested)
            else:
                line += self._inline(child, depth + 1)
            line += self._text(child.tail)
        yield from paragraphs(line, self.span)

    def _block(self, element: etree._Element, depth: int, nested: int) -> Iterator[Block]:
        tag = str(element.tag)
        if tag in LOST:
            self.notes[LOST[tag]] = None
        if tag in ("ul", "ol", "blockquote") and nested < MAX_NESTED:
            yield from self._nest(element, tag, depth, nested + 1)
        elif tag == "pre":
            text = "".join(element.itertext()).strip("\n")
            if text.strip():
                yield CodeBlock(f"{text}\n", "", self.span)
        elif tag == "hr":
            yield ThematicBreak(self.span)
        elif tag == "table":
            yield from self._table(element, depth, nested)
        elif tag in TITLES:
            words = tidied(self._inlines(element, depth))
            if words:
                yield from paragraphs((Strong(words, self.span),), self.span)
        else:
            yield from self._blocks(element, depth, nested)

    def _flow(self, element: etree._Element, depth: int, nested: int) -> Iterator[Block]:
        """Yield one element as blocks, whether it is one or not."""
        if _holds_blocks(element):
            yield from self._block(element, depth, nested)
        else:
            yield from paragraphs(self._inline(element, depth), self.span)

    def _nest(self, element: etree._Element, tag: str, depth: int, nested: int) -> Iterator[Block]:
        if tag == "blockquote":
            if inner := tuple(self._blocks(element, depth, nested)):
                yield Quote(inner, self.span)
            return
        items: list[Blocks] = [tuple(paragraphs(self._text(element.text), self.span))]
        for child in element:
            read = self._blocks if child.tag == "li" else self._flow
            inner = tuple(read(child, depth, nested))
            if child.tag == "li":
                items.append(inner)
            else:  # a list that its editor put beside the item it belongs to
                items[-1] += inner
            items[-1] += tuple(paragraphs(self._text(child.tail), self.span))
        made = tuple(ListItem(blocks, None, self.span) for blocks in items if blocks)
        if made:
            yield BulletList(made, self.span) if tag == "ul" else OrderedList(made, 1, self.span)

    def _table(self, table: etree._Element, depth: int, nested: int) -> Iterator[Block]:
        """Yield a table, or the text of its cells one below the other if it is no plain grid."""
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        rows = [row for row in rows if row]
        cells = [cell for row in rows for cell in row]
        plain = not any(
            cell.get("colspan", "1") != "1"
            or cell.get("rowspan", "1") != "1"
            or next(cell.iter(*BLOCKS - {"td", "th", "p", "div"}), None) is not None
            or sum(child.tag in ("p", "div") for child in cell.iter()) > 1
            for cell in cells
        )
        if not plain or len(rows) < 2 or not _is_grid(table):
            self.notes["un tableau, devenu une suite de paragraphes"] = None
            yield from self._blocks(table, depth, nested)
            return
        for caption in table.iter("caption"):
            yield from self._block(caption, depth, nested)
        width = max(len(row) for row in rows)
        made = [self._row(row, width, depth) for row in rows]
        yield Table(made[0], tuple(made[1:]), (Align.LEFT,) * width, self.span)

    def _row(self, cells: list[etree._Element], width: int, depth: int) -> Row:
        words = [self._cell(cell, depth) for cell in cells]
        words += [()] * (width - len(words))
        return Row(tuple(Cell(inlines, self.span) for inlines in words), self.span)

    def _cell(self, cell: etree._Element, depth: int) -> Inlines:
        inner = [*self._text(cell.text)]
        for child in cell:
            inner += (
                self._inlines(child, depth)
                if child.tag in ("p", "div")
                else self._inline(child, depth)
            )
            inner += self._text(child.tail)
        return tidied(
            Text(" ", node.span) if isinstance(node, LineBreak) else node for node in inner
        )

    def _inlines(self, element: etree._Element, depth: int) -> list[Inline]:
        inner = [*self._text(element.text)]
        for child in element:
            inner += [*self._inline(child, depth + 1), *self._text(child.tail)]
        return inner

    def _inline(self, element: etree._Element, depth: int) -> list[Inline]:
        tag = str(element.tag)
        if tag in LOST and tag not in ("sub", "sup"):
            self.notes[LOST[tag]] = None
        if tag in HIDDEN:
            return []
        if depth > MAX_DEPTH:
            return [*self._text("".join(element.itertext()))]
        match tag:
            case "br":
                return [LineBreak(self.span)]
            case "img":
                return [self._image(element)]
            case "a":
                return self._link(element, depth)
            case "sub" | "sup":
                return self._raised(element, depth)
            case "q":
                inner = self._inlines(element, depth)
                return [Text("« ", self.span), *inner, Text(" »", self.span)]
            case _ if tag in CODE:
                text = SPACES.sub(" ", "".join(element.itertext())).strip()
                return [InlineCode(text, self.span)] if text else []
            case _ if tag in MARKS:
                inner = self._inlines(element, depth)
                return [MARKS[tag](tuple(inner), self.span)] if inner else []
            case _:
                return self._inlines(element, depth)

    def _text(self, text: str | None) -> list[Inline]:
        return [Text(SPACES.sub(" ", text), self.span)] if text else []

    def _image(self, element: etree._Element) -> Image:
        alt = element.get("alt")
        words = " ".join((alt or "").split())
        return Image(element.get("src", ""), words, "", alt is not None and not words, self.span)

    def _link(self, element: etree._Element, depth: int) -> list[Inline]:
        inner = self._inlines(element, depth)
        href = element.get("href", "").strip()
        if href.lower().startswith(ELSEWHERE) and inner:
            return [Link(href, tuple(inner), self.span)]
        if href:
            self.notes["un lien vers une page ou un fichier de la plateforme"] = None
        return inner

    def _raised(self, element: etree._Element, depth: int) -> list[Inline]:
        words = "".join(element.itertext()).strip()
        table = RAISED if element.tag == "sup" else LOWERED
        if words and all(ord(letter) in table for letter in words):
            return [Text(words.translate(table), self.span)]
        if words not in ORDINALS:
            self.notes[LOST["sup"]] = None
        return self._inlines(element, depth)


def _holds_blocks(element: etree._Element) -> bool:
    """Return whether an element is a block, or an inline one that holds some, as editors write."""
    return element.tag in BLOCKS or next(element.iterdescendants(*BLOCKS), None) is not None


GRID = {"table", "thead", "tbody", "tfoot", "tr", "colgroup", "col", "caption", "td", "th"}


def _is_grid(table: etree._Element) -> bool:
    """Return whether there is nothing in a table outside its cells, nor another table in it."""
    parts = [part for part in table.iter() if part.tag in GRID]
    return not any(
        (part is not table and part.tag == "table")
        or (part.tag not in ("td", "th", "caption") and (part.text or "").strip())
        or (part is not table and (part.tail or "").strip())
        or (part.tag in ("table", "tr") and any(child.tag not in GRID for child in part))
        for part in parts
    )
