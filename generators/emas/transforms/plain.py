"""The « version simple »: where an author wrote a text in plain words, it takes its place.

We never call it FALC: that name asks for readers concerned to have reviewed it.
"""

from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from emas.document import (
    Adaptation,
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    Heading,
    Misconception,
    Node,
    OrderedList,
    Paragraph,
    PlainTwin,
    Quote,
    Table,
    ThematicBreak,
    rewrite,
)
from emas.transforms.outline import sections

REPLACED = (Paragraph, BulletList, OrderedList, Quote, CodeBlock, Table, ThematicBreak, Heading)
"""Running text. Figures, notes, boxes and exercises stay beside the plain words."""

N = TypeVar("N", bound=Node)


def in_plain_words(blocks: Blocks) -> Blocks:
    """Return `blocks` with each twin in the place of the text of its box, else of its section.

    What has no twin stays as it is.
    """
    inside = rewrite(blocks, lambda node: (_simpler(node),))
    found: list[Block] = []
    for section in sections(inside):
        found += (section.heading,) if section.heading else ()
        found += _replaced(section.blocks)
    return tuple(found)


def _simpler(node: N) -> N:
    """Return `node`, a box maybe, with its twin in the place of its text."""
    match node:
        case Misconception():
            return cast(N, _misconception(node))
        case Adaptation() if _has_twin(node.blocks):
            text = _replaced(node.blocks)
            return cast(N, replace(node, blocks=text, need=(), how=(), avoid=(), measure=()))
    changed: dict[str, Any] = {
        field.name: _replaced(value)
        for field in fields(node)
        if isinstance(value := getattr(node, field.name), tuple) and _has_twin(value)
    }
    return replace(node, **changed) if changed else node


def _has_twin(blocks: tuple[Any, ...]) -> bool:
    return any(isinstance(block, PlainTwin) for block in blocks)


def _misconception(node: Misconception) -> Misconception:
    """Return a box whose twin, read after what is heard, says what is known."""
    twins = tuple(block for block in node.heard if isinstance(block, PlainTwin))
    if not twins:
        return node
    heard = tuple(block for block in node.heard if block not in twins)
    return replace(node, known=_replaced((*node.known, *twins)), heard=heard)


def _replaced(blocks: Blocks) -> Blocks:
    """Return `blocks` with the text of their twins, if any, in the place of their own."""
    if not _has_twin(blocks):
        return blocks
    twins = (block for block in blocks if isinstance(block, PlainTwin))
    plain = tuple(block for twin in twins for block in twin.blocks)
    rest = tuple(block for block in blocks if not isinstance(block, (*REPLACED, PlainTwin)))
    return (*plain, *rest)
