"""What a participant booklet keeps of a step: its structure, and what leads to it.

The trainer's guide and the site have the whole text.
"""

from collections.abc import Iterator
from dataclasses import replace

from emas.document import (
    Axis,
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    Conditional,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    Medium,
    OrderedList,
    Paragraph,
    Quote,
    Table,
    WritingLines,
    walk,
)

LED_TO = (BulletList, OrderedList, Table, Figure, Quote, CodeBlock, WritingLines)
"""What the paragraph before it introduces."""


def condensed(blocks: Blocks) -> Blocks:
    """Return `blocks` without the sentences that a participant can do without.

    Of running text are kept the first paragraph of each part (after a heading, or at the start of
    a conditional part) and those that lead to a list, a table, a figure or lines to write on. Boxes
    are kept whole, and what is written for paper alone. A note that nothing calls any more goes.
    """
    kept = tuple(_kept(blocks))
    lost = _called(blocks) - _called(kept)
    return tuple(
        block for block in kept if not (isinstance(block, Footnote) and block.label in lost)
    )


def left_over(blocks: Blocks) -> frozenset[Block]:
    """Return the paragraphs and the notes of `blocks` that `condensed` leaves out."""
    return frozenset(_texts(blocks)) - frozenset(_texts(condensed(blocks)))


def _kept(blocks: Blocks) -> Iterator[Block]:
    first = True
    for index, block in enumerate(blocks):
        match block:
            case Conditional(axis=Axis.MEDIUM, values=(Medium.PAPER.value,)):
                yield block
            case Conditional():
                yield replace(block, blocks=tuple(_kept(block.blocks)))
            case Paragraph():
                if first or isinstance((*blocks[index + 1 :], None)[0], LED_TO):
                    yield block
                first = False
            case _:
                first = first or isinstance(block, Heading)
                yield block


def _called(blocks: Blocks) -> set[str]:
    """Return the labels of the notes that `blocks` call, but for the calls of other notes."""
    text = tuple(block for block in blocks if not isinstance(block, Footnote))
    return {node.label for node in walk(text) if isinstance(node, FootnoteRef)}


def _texts(blocks: Blocks) -> Iterator[Block]:
    """Yield the paragraphs and notes that are not inside a box."""
    for block in blocks:
        if isinstance(block, (Paragraph, Footnote)):
            yield block
        elif isinstance(block, Conditional):
            yield from _texts(block.blocks)
