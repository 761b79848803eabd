"""Blocks as Markdown, line by line."""

import re
from collections.abc import Callable, Iterable, Iterator

from emas.document import (
    Align,
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    Comment,
    Figure,
    Footnote,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
    ThematicBreak,
)
from emas.writers.source.inlines import Place, line_source

RULES = {Align.LEFT: "---", Align.CENTER: ":---:", Align.RIGHT: "---:"}
BOX = re.compile(r"\[[^\]\n]*\]")
"""What an item would be ticked by, even escaped."""


def block_lines(blocks: Blocks) -> list[str]:
    """Return `blocks` as lines, an empty one between two blocks.

    Raises:
        TypeError: if there is one of our boxes among them.
    """
    lines: list[str] = []
    before: Block | None = None
    odd = False
    for block in blocks:
        odd = not odd if type(block) is type(before) else False
        if before is not None:
            lines.append("")
        lines += _lines(block, odd=odd)
        before = block
    return lines


def indented(lines: Iterable[str], margin: str) -> Iterator[str]:
    """Yield `lines` after `margin`, empty ones left empty."""
    return (f"{margin}{line}" if line else margin.rstrip() for line in lines)


def item_lines(marker: str, blocks: Blocks, *, box: str = "") -> list[str]:
    """Return an item of a list: `marker`, the `box` to tick if any, then its blocks."""
    first, *others = block_lines(blocks) or [""]
    margin = " " * len(marker)
    if not box and _looks_ticked(blocks):
        box = "<!-- -->"  # a comment, since a box is one even when it is escaped
    return [
        f"{marker}{box}{first}".rstrip(),
        *(f"{margin}{line}" if line else "" for line in others),
    ]


def _looks_ticked(blocks: Blocks) -> bool:
    match blocks:
        case (Paragraph(children=(Text() as first, *_)), *_):
            return BOX.match(first.text) is not None
    return False


def quoted(blocks: Blocks) -> list[str]:
    """Return `blocks` as a quotation."""
    return list(indented(block_lines(blocks), "> "))


def table_lines(rows: Iterable[Row], aligns: Iterable[Align]) -> list[str]:
    """Return the lines of a table, its header first."""
    head, *body = (_row(row) for row in rows)
    return [head, f"|{'|'.join(RULES[align] for align in aligns)}|", *body]


def _row(row: Row) -> str:
    cells = (line_source(cell.children, Place(cell=True)) for cell in row.cells)
    return f"| {' | '.join(cells)} |"


def _lines(block: Block, *, odd: bool) -> list[str]:
    """Return the lines of a block; `odd` lists have another mark than the one before them."""
    match block:
        case Paragraph():
            return line_source(block.children).split("\n")
        case Heading():
            return [f"{'#' * block.level} {line_source(block.children)}"]
        case BulletList():
            return _list(block.items, lambda _: "+ " if odd else "- ")
        case OrderedList():
            end = ") " if odd else ". "
            return _list(block.items, lambda rank: f"{block.start + rank}{end}")
        case Quote():
            return quoted(block.blocks)
        case CodeBlock():
            return _code(block)
        case ThematicBreak():
            return ["___"]
        case Table():
            return table_lines((block.header, *block.rows), block.aligns)
        case Figure():
            return [line_source((block.image,))]
        case Footnote():
            return item_lines(f"[^{block.label}]: ", block.blocks)
        case Comment():
            return f"<!--{block.text}-->".split("\n")
        case _:
            raise TypeError(type(block))


def _list(items: Iterable[ListItem], marker: Callable[[int], str]) -> list[str]:
    return [
        line for rank, item in enumerate(items) for line in item_lines(marker(rank), item.blocks)
    ]


def _code(block: CodeBlock) -> list[str]:
    lines = block.text.removesuffix("\n").split("\n")
    longest = max((len(run) for run in re.findall("`+", block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}{block.language}", *lines, fence]
