"""From a text of another program to a document, whatever its format."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, assert_never

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from emas.document import (
    Blocks,
    Figure,
    Gap,
    Heading,
    Image,
    Inline,
    LineBreak,
    Node,
    Paragraph,
    Strong,
    Text,
    rewrite,
    walk,
)
from emas.readers.exchange.draft import HOLE, Format, Rich
from emas.readers.exchange.html import HtmlReader
from emas.readers.exchange.pictures import Pictures
from emas.readers.exchange.tidy import paragraphs, tidied
from emas.readers.markdown.environment import KEY, Environment
from emas.readers.markdown.ids import Ids
from emas.readers.markdown.plain import PlainReader

FORMULA = re.compile(r"\$\$|\\\(|\\\[")
MAX_LEVEL = 12
"""Blocks, or marks, inside each other in a text in Markdown."""

MAX_BRACKETS = 200


@dataclass
class Reader:
    """Reads the texts of one question; `notes` says in French what is lost of their form."""

    pictures: Pictures
    notes: dict[str, None] = field(default_factory=dict)

    def blocks(self, rich: Rich) -> Blocks:
        """Return the blocks of a text, its pictures among those that are kept."""
        if not rich:
            return ()
        if FORMULA.search(rich.text):
            self.notes["une formule, gardée comme elle est écrite"] = None
        return _adopted(self._read(rich), rich, self.pictures)

    def _read(self, rich: Rich) -> Blocks:
        match rich.format:
            case Format.HTML:
                return self._html(rich, rich.text)
            case Format.MOODLE:
                return self._html(rich, rich.text.replace("\n", "<br>"))
            case Format.PLAIN:
                return _plain(rich)
            case Format.MARKDOWN:
                return self._markdown(rich)
            case _:
                assert_never(rich.format)

    def _html(self, rich: Rich, text: str) -> Blocks:
        return HtmlReader(rich.span, self.notes).read(text)

    def _markdown(self, rich: Rich) -> Blocks:
        """Return a text in Markdown; what is ours alone (`:::`, `[[`, `[@`) is text there."""
        environment = Environment(rich.span.path, rich.text.split("\n"), rich.span.line - 1)
        many = any(part.count("[") > MAX_BRACKETS for part in rich.text.split("\n\n"))
        if many:
            self.notes["un texte Markdown plein de crochets, pris comme il est écrit"] = None
            return _plain(rich)
        env: dict[str, Any] = {KEY: environment}
        tokens = _parser().parse(rich.text, env)
        if _depth(tokens) > MAX_LEVEL:
            self.notes["un texte trop imbriqué, dont les mots seuls sont gardés"] = None
            return _plain(rich)
        plain = PlainReader(environment, Ids("import"), lambda _: ())
        blocks = plain.blocks(SyntaxTreeNode(tokens).children)
        if environment.found:
            self.notes["une écriture Markdown que nous n’avons pas"] = None
        return rewrite(blocks, self._settled)

    def _settled(self, node: Node) -> tuple[Node, ...]:
        """Return `node` as our questions may hold it: no heading, one line for one paragraph."""
        match node:
            case Heading():
                self.notes["un titre, devenu un texte en gras"] = None
                strong = Strong(tidied(node.children), node.span)
                return (Paragraph((strong,), node.span),)
            case Paragraph():
                return tuple(paragraphs(_on_one_line(node.children), node.span))
            case _:
                return (node,)


def _on_one_line(nodes: Iterable[Inline]) -> list[Inline]:
    return [
        Text(node.text.replace("\n", " "), node.span) if isinstance(node, Text) else node
        for node in nodes
    ]


def _adopted(blocks: Blocks, rich: Rich, pictures: Pictures) -> Blocks:
    """Return `blocks` with their pictures shown from `media/`, or what is left of them."""

    def opened(node: Node) -> tuple[Node, ...]:
        return (Paragraph((node.image,), node.span),) if isinstance(node, Figure) else (node,)

    def adopted(node: Node) -> tuple[Node, ...]:
        return pictures.adopt(node, rich.files) if isinstance(node, Image) else (node,)

    def closed(node: Node) -> tuple[Node, ...]:
        if isinstance(node, Paragraph):
            return tuple(paragraphs(node.children, node.span))
        return (node,)

    if not any(isinstance(node, Image) for node in walk(blocks)):
        return blocks
    return rewrite(rewrite(rewrite(blocks, opened), adopted), closed)


def _plain(rich: Rich) -> Blocks:
    """Return the lines of a text, words alone; an empty line starts a paragraph."""
    nodes: list[Inline] = []
    for line in rich.text.split("\n"):
        nodes += [Text(" ".join(line.split(" ")), rich.span), LineBreak(rich.span)]
    return tuple(paragraphs(nodes, rich.span))


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False, "maxNesting": 60})
    return md.enable(["table", "strikethrough"])


def _depth(tokens: Iterable[Token]) -> int:
    deepest = 0
    for token in tokens:
        inner = [child.level for child in token.children or ()]
        deepest = max(deepest, token.level, *inner) if inner else max(deepest, token.level)
    return deepest


def with_gaps(blocks: Blocks, gaps: list[tuple[str, ...]]) -> tuple[Blocks, int]:
    """Return `blocks` with each `HOLE` as a gap that accepts these words, and how many were met."""
    met = 0

    def visit(node: Node) -> tuple[Node, ...]:
        nonlocal met
        if not isinstance(node, Text) or HOLE not in node.text:
            return (node,)
        first, *others = node.text.split(HOLE)
        parts: list[Node] = [Text(first, node.span)] if first else []
        for words in others:
            met += 1
            if met <= len(gaps):
                parts.append(Gap(met, gaps[met - 1], node.span))
            if words:
                parts.append(Text(words, node.span))
        return tuple(parts)

    return rewrite(blocks, visit), met
