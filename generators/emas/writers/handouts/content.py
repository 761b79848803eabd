"""Blocks of a document become data for the templates; nothing here knows about Typst."""

from collections.abc import Iterable
from math import ceil

from emas.document import (
    Block,
    BulletList,
    Cell,
    CodeBlock,
    Comment,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Table,
    ThematicBreak,
    plain_text,
    walk,
)
from emas.writers.handouts.boxes import box
from emas.writers.handouts.context import Context, Data
from emas.writers.handouts.inlines import BREAK, breakable, inlines, words
from emas.writers.handouts.room import with_room

WIDE = 1.15
"""Width of a sign in the longest word of a column, in ordinary signs: bold, or many « m »."""

PADDING = 3
"""Room around the text of a cell, in signs."""


def blocks(nodes: Iterable[Block], context: Context) -> list[Data]:
    """Return `nodes` as data; what is not for participants is left out."""
    every = (*nodes,)
    return [
        item
        for node, after in zip(every, (*every[1:], None), strict=False)
        for item in _block(node, context, after)
    ]


def _block(node: Block, context: Context, after: Block | None) -> list[Data]:
    match node:
        case Paragraph():
            # What leads to a list or to a table would else stay behind, at the foot of a page.
            keep = isinstance(after, Table) or plain_text(node.children).rstrip().endswith(":")
            return [
                {"type": "paragraph", "keep": keep, "children": inlines(node.children, context)}
            ]
        case Heading():
            return [heading(node, context)]
        case BulletList() | OrderedList():
            return [_list(node, context)]
        case Quote():
            return [{"type": "quote", "blocks": blocks(node.blocks, context)}]
        case CodeBlock():
            lines = (breakable(line) for line in node.text.splitlines())
            return [{"type": "code", "text": "\n".join(lines)}]
        case ThematicBreak():
            return [{"type": "rule"}]
        case Table():
            return [with_room(table(node, context), context.line)]
        case Figure():
            return _figure(node, context)
        case Footnote() | Comment():
            return []
        case _:
            return [with_room(item, context.line) for item in box(node, context, blocks)]


def heading(node: Heading, context: Context) -> Data:
    """Return a heading; it has an anchor only if it is the first of its id, so that it is unique.

    Inside an answer or a note it is a paragraph in bold, outside the outline.
    """
    children = inlines(node.children, context)
    if context.anchors.get(node.id) == node.span:
        children.insert(0, {"type": "anchor", "label": context.label(node.id)})
    if context.flat:
        strong: Data = {"type": "strong", "children": children}
        return {"type": "paragraph", "keep": True, "children": [strong]}
    return {"type": "heading", "level": node.level, "children": children}


def _list(node: BulletList | OrderedList, context: Context) -> Data:
    tasks = any(item.ticked is not None for item in node.items)
    numbered = isinstance(node, OrderedList)
    return {
        "type": "list",
        "kind": "task" if tasks else "numbered" if numbered else "bullet",
        "start": node.start if isinstance(node, OrderedList) else 1,
        "items": [_item(item, context) for item in node.items],
    }


def _item(item: ListItem, context: Context) -> Data:
    mark = {None: "none", True: "done", False: "open"}[item.ticked]
    return {"mark": mark, "blocks": blocks(item.blocks, context)}


def _figure(node: Figure, context: Context) -> list[Data]:
    image = node.image
    file = context.picture(image.source)
    if file is None:
        return [{"type": "paragraph", "keep": False, "children": words(image.alt)}]
    return [
        {
            "type": "figure",
            "file": file,
            "alt": image.alt,
            "words": breakable(image.alt),
            "caption": breakable(image.caption),
            "decorative": image.decorative,
        }
    ]


def table(node: Table, context: Context) -> Data:
    """Return a table whose notes are called by letters and printed under it.

    Typst 0.15 cannot make PDF/UA of a footnote called in a table that is broken over two pages,
    nor of a link in a header that is repeated. A table that is too wide for the page becomes
    records: each row, under its first cell, a list of what its cells say.
    """
    called = [ref.label for ref in walk((node,)) if isinstance(ref, FootnoteRef)]
    labels = [label for label in dict.fromkeys(called) if label in context.notes]
    marks = {label: letter(rank) for rank, label in enumerate(labels)}
    return {
        "type": "table" if sum(_least_widths(node)) <= context.line else "records",
        "header": _row(node.header, context.in_table(marks, header=True)),
        "rows": [_row(row, context.in_table(marks, header=False)) for row in node.rows],
        "aligns": [str(align) for align in node.aligns],
        "widths": column_widths(node, context.line),
        "notes": [
            {"mark": mark, "blocks": blocks(context.notes[label].blocks, context.of_note())}
            for label, mark in marks.items()
        ],
    }


def _row(row: Row, context: Context) -> list[list[Data]]:
    return [inlines(cell.children, context) for cell in row.cells]


def letter(rank: int) -> str:
    """Return the letters of `rank`, from 0: a to z, then aa, ab."""
    before, last = divmod(rank, 26)
    return (letter(before - 1) if before else "") + chr(ord("a") + last)


def column_widths(node: Table, line: int) -> list[int]:
    """Return the share of the width that each column needs, on a page whose lines hold `line`.

    That is the room of its longest word, then what is left in proportion to its longest text.
    """
    least = _least_widths(node)
    texts = [max(len(plain_text(cell.children)) for cell in column) for column in _columns(node)]
    left = max(0, line - sum(least))
    return [
        room + round(left * text / max(1, sum(texts)))
        for room, text in zip(least, texts, strict=True)
    ]


def _least_widths(node: Table) -> list[int]:
    """Return the room of the longest word of each column, in signs: narrower, it would be left."""
    return [least_width(plain_text(cell.children) for cell in column) for column in _columns(node)]


def least_width(texts: Iterable[str]) -> int:
    """Return the room of the longest word of `texts` in a column, in signs."""
    return ceil(WIDE * max(map(longest_word, texts))) + PADDING


def _columns(node: Table) -> list[tuple[Cell, ...]]:
    return list(zip(*(row.cells for row in (node.header, *node.rows)), strict=True))


def longest_word(text: str) -> int:
    """Return the signs of the longest piece of `text` that no line breaks."""
    pieces = breakable(text).replace(BREAK, " ").split()
    return max(map(len, pieces), default=1)
