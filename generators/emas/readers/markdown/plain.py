"""From markdown-it's tree to the plain blocks of the document: what CommonMark has."""

import re
from collections.abc import Callable, Mapping

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from emas.diagnostics import Code, Diagnostic, Edit, Span
from emas.document import (
    Align,
    Block,
    Blocks,
    BulletList,
    Cell,
    CodeBlock,
    Comment,
    Figure,
    Footnote,
    Heading,
    Image,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
    ThematicBreak,
    plain_text,
)
from emas.readers.markdown.containers import WRITTEN_ID, written_id
from emas.readers.markdown.environment import Environment
from emas.readers.markdown.ids import Ids
from emas.readers.markdown.inline import InlineReader

TICK = re.compile(r"\[([ xX])\](?:\s+|$)")
TABLE_RULE = re.compile(r":?-+:?")
ALIGNS: Mapping[str, Align] = {
    "text-align:left": Align.LEFT,
    "text-align:center": Align.CENTER,
    "text-align:right": Align.RIGHT,
}


class PlainReader:
    """Reads blocks; `box` reads our own ones."""

    def __init__(
        self,
        environment: Environment,
        ids: Ids,
        box: Callable[[SyntaxTreeNode], Blocks],
    ) -> None:
        self.environment = environment
        self.ids = ids
        self.box = box
        self.level = 1

    def blocks(self, nodes: list[SyntaxTreeNode]) -> Blocks:
        """Return `nodes` as blocks."""
        return tuple(block for node in nodes for block in self._one(node))

    def _one(self, node: SyntaxTreeNode) -> Blocks:
        span = self.span(node)
        match node.type:
            case "box":
                return self.box(node)
            case "paragraph":
                return self._paragraph(node, span)
            case "heading":
                return self._heading(node, span)
            case "bullet_list":
                return (BulletList(self._items(node), span),)
            case "ordered_list":
                start = int(node.attrs.get("start", 1))
                return (OrderedList(self._items(node), start, span),)
            case "blockquote":
                return (Quote(self.blocks(node.children), span),)
            case "table":
                return (self._table(node, span),)
            case "footnote_reference":
                return (Footnote(node.meta["label"], self.blocks(node.children), span),)
            case _:
                return (_leaf(node, span),)

    def span(self, node: SyntaxTreeNode) -> Span:
        """Return the span of a block, from its first word to its last."""
        return self.environment.lines_span(*(node.map or (0, 1)))

    def inlines(self, node: SyntaxTreeNode) -> Inlines:
        """Return the text of a block whose only child is inline."""
        if not node.children:
            return ()
        (inline,) = node.children
        return InlineReader(self.environment, (inline.map or (0, 0))[0]).read(inline.children)

    def _paragraph(self, node: SyntaxTreeNode, span: Span) -> Blocks:
        self._refuse_broken_table(node)
        children = self.inlines(node)
        if len(children) == 1 and isinstance(children[0], Image):
            return (Figure(children[0], span),)
        return (Paragraph(children, span),) if children else ()

    def _heading(self, node: SyntaxTreeNode, span: Span) -> Blocks:
        level = int(node.tag[1])
        children = self.inlines(node)
        written = ""
        last = children[-1] if children else None
        if isinstance(last, Text) and (match := WRITTEN_ID.search(last.text)):
            written = written_id(match)
            children = (*children[:-1], Text(last.text[: match.start()], last.span))
        words = plain_text(children)
        if level == 1:
            self._report_top(span, hashes=node.markup == "#")
            level = 2
        elif level > self.level + 1:
            before = "celui de la page" if self.level == 1 else "le précédent"
            values = {
                "niveau": str(level),
                "precedent": f"{before} est de niveau {self.level}",
                "attendu": "#" * (self.level + 1),
            }
            self._report(Code.MD001, span, **values)
        self.level = level
        if not words:
            self._report(Code.MD010, span)
        if "<" in words or ">" in words:
            self._report(Code.MD006, span)
        identifier = self.ids.of_heading(written, words, span)
        return (Heading(level, children, identifier, span),)

    def _report_top(self, span: Span, *, hashes: bool) -> None:
        """Note a title of level 1, and the sign that makes it one of level 2."""
        line = self.environment.lines[span.line - self.environment.offset - 1]
        column = line.find("#") + 1
        place = Span(span.path, span.line, column, span.line, column)
        fix = Edit(place, "#") if hashes else None
        self.environment.found.append(Diagnostic(Code.MD002, span, {}, fix))

    def _items(self, node: SyntaxTreeNode) -> tuple[ListItem, ...]:
        return tuple(self._item(child) for child in node.children)

    def _item(self, node: SyntaxTreeNode) -> ListItem:
        blocks = self.blocks(node.children)
        ticked: bool | None = None
        match blocks:
            case (Paragraph(children=(Text() as first, *others)) as paragraph, *rest):
                if tick := TICK.match(first.text):
                    ticked = tick[1] != " "
                    text = Text(first.text[tick.end() :], first.span)
                    kept = (text, *others) if text.text else tuple(others)
                    blocks = (Paragraph(kept, paragraph.span), *rest)
        return ListItem(blocks, ticked, self.span(node))

    def _table(self, node: SyntaxTreeNode, span: Span) -> Table:
        head, *bodies = node.children
        (top,) = head.children
        aligns = tuple(
            ALIGNS.get(str(cell.attrs.get("style", "")), Align.LEFT) for cell in top.children
        )
        rows = [row for body in bodies for row in body.children]
        for row in rows:
            self._refuse_extra_cells(row, len(aligns))
        return Table(self._row(top), tuple(self._row(row) for row in rows), aligns, span)

    def _row(self, row: SyntaxTreeNode) -> Row:
        span = self.span(row)
        line = (row.map or (0, 0))[0]
        reader = InlineReader(self.environment, line)
        cells = tuple(
            Cell(reader.read(cell.children[0].children if cell.children else []), span)
            for cell in row.children
        )
        return Row(cells, span)

    def _refuse_extra_cells(self, row: SyntaxTreeNode, expected: int) -> None:
        line = (row.map or (0, 0))[0]
        count = len(self._cells(line))
        if count > expected:
            self._irregular(line, count, expected, "le texte en trop serait perdu")

    def _refuse_broken_table(self, node: SyntaxTreeNode) -> None:
        """Report a paragraph that would be a table if its first two lines had as many cells."""
        first, end = node.map or (0, 0)
        for line in range(first + 1, end):
            rule, head = (self._cells(number) for number in (line, line - 1))
            if len(rule) > 1 and all(TABLE_RULE.fullmatch(cell.strip()) for cell in rule):
                self._irregular(line, len(rule), len(head), "ce n’est plus un tableau")

    def _irregular(self, line: int, count: int, expected: int, consequence: str) -> None:
        values = {"trouve": str(count), "attendu": str(expected), "suite": consequence}
        self.environment.report(Code.MD009, line, values)

    def _cells(self, line: int) -> list[str]:
        """Return the cells written on `line`, without what marks a quotation."""
        cells = escapedSplit(self.environment.lines[line].lstrip(" \t>").rstrip())
        cells = cells[bool(cells and not cells[0]) :]
        return cells[:-1] if len(cells) > 1 and not cells[-1] else cells

    def _report(self, code: Code, span: Span, **values: str) -> None:
        self.environment.found.append(Diagnostic(code, span, values))


def _leaf(node: SyntaxTreeNode, span: Span) -> Block:
    match node.type:
        case "fence":
            return CodeBlock(node.content, node.info.strip(), span)
        case "code_block" | "raw_text":
            return CodeBlock(node.content, "", span)
        case "hr":
            return ThematicBreak(span)
        case "comment":
            return Comment(node.content, span)
        case other:  # pragma: no cover - a rule of the dialect without a reader
            raise AssertionError(other)
