"""Texts made to fit the place that our questions have for them."""

import re

from emas.diagnostics import Span
from emas.document import (
    Block,
    Blocks,
    Cell,
    CodeBlock,
    Inline,
    InlineCode,
    LineBreak,
    Node,
    Paragraph,
    Quote,
    Text,
    rewrite,
    walk,
)
from emas.readers.exchange.draft import HOLE
from emas.readers.exchange.tidy import tidied

UNDERLINE = re.compile(r"_{3,}")


def words_alone(text: str, span: Span) -> Blocks:
    """Return a paragraph that says `text` on one line."""
    return (Paragraph((Text(" ".join(text.split()), span),), span),)


def unquoted(blocks: Blocks) -> Blocks:
    """Return `blocks` with what is quoted as if it were not."""
    found: list[Block] = []
    for block in blocks:
        found += unquoted(block.blocks) if isinstance(block, Quote) else (block,)
    return tuple(found)


def drawn(node: Node) -> tuple[Node, ...]:
    """Return `node` with a line in the place of the answers that are chosen below."""
    if isinstance(node, Text) and HOLE in node.text:
        return (Text(node.text.replace(HOLE, "_____"), node.span),)
    return (node,)


def on_one_line(blocks: Blocks, span: Span) -> Blocks:
    """Return the lines of `blocks` one after the other, as one paragraph."""
    line: list[Inline] = []
    for node in walk(blocks):
        match node:
            case Paragraph() | Cell():
                line += [Text(" ", span), *node.children]
            case CodeBlock():
                line += [Text(" ", span), InlineCode(" ".join(node.text.split()), span)]
    joined = tidied(Text(" ", span) if isinstance(node, LineBreak) else node for node in line)
    return (Paragraph(joined, span),)


def with_hole(statement: Blocks, span: Span) -> Blocks:
    """Return a statement with a `HOLE` where its author drew a line, else below it."""
    texts = [node.text for node in walk(statement) if isinstance(node, Text)]
    if sum(len(UNDERLINE.findall(text)) for text in texts) != 1:
        return (*statement, *words_alone(f"Réponse : {HOLE}", span))

    def visit(node: Node) -> tuple[Node, ...]:
        if isinstance(node, Text):
            return (Text(UNDERLINE.sub(HOLE, node.text), node.span),)
        return (node,)

    return rewrite(statement, visit)
