"""The one recursion over the document tree, and what is built on it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar, cast, get_args

from emas.document import blocks, boxes, inlines

Node = (
    inlines.Inline
    | blocks.Plain
    | boxes.Box
    | blocks.ListItem
    | blocks.Row
    | blocks.Cell
    | boxes.Choice
    | boxes.Column
)
NODE_TYPES: tuple[type[Any], ...] = get_args(Node)

N = TypeVar("N")


TEXT_ONLY = {
    "span",
    "source_span",
    "id",
    "text",
    "href",
    "source",
    "levels",
    "values",
    "difficulties",
}
FIELDS: dict[type[Any], tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name not in TEXT_ONLY)
    for kind in NODE_TYPES
}
"""For each kind of node, the fields that may hold nodes, in reading order."""


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly inside `node`, in reading order."""
    for name in FIELDS[type(node)]:
        value = getattr(node, name)
        if isinstance(value, tuple):
            yield from (cast(Node, item) for item in value if isinstance(item, NODE_TYPES))
        elif isinstance(value, NODE_TYPES):
            yield cast(Node, value)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield `nodes` and all that is inside them, in reading order."""
    for node in nodes:
        yield node
        yield from walk(children(node))


def rewrite(nodes: tuple[N, ...], visit: Callable[[Node], tuple[Node, ...]]) -> tuple[N, ...]:
    """Return `nodes` with each node replaced by `visit(node)`, the innermost first.

    `visit` gives nodes of the same family as the one it received (inlines for an inline, blocks
    for a block), possibly none.
    """
    return cast(
        "tuple[N, ...]",
        tuple(new for node in nodes for new in visit(_with_children(cast(Node, node), visit))),
    )


def _with_children(node: Node, visit: Callable[[Node], tuple[Node, ...]]) -> Node:
    changed: dict[str, Any] = {}
    for name in FIELDS[type(node)]:
        value = getattr(node, name)
        if isinstance(value, tuple) and value and isinstance(value[0], NODE_TYPES):
            new = rewrite(value, visit)
            if new != value:
                changed[name] = new
        elif isinstance(value, NODE_TYPES):
            (only,) = rewrite((value,), visit)
            if only != value:
                changed[name] = only
    return replace(node, **changed) if changed else node


def plain_text(nodes: Iterable[Node]) -> str:
    """Return the words of `nodes` on one line; blocks are parted by a space."""
    return " ".join(word for word in "".join(_pieces(nodes)).split(" ") if word)


def _pieces(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        match node:
            case inlines.Text() | inlines.InlineCode():
                yield node.text
            case blocks.CodeBlock():
                yield f" {node.text} "
            case inlines.LineBreak():
                yield " "
            case inlines.Image():
                yield node.alt
            case inlines.InlineComment() | blocks.Comment() | boxes.Draft():
                pass
            case inlines.Emphasis() | inlines.Strong() | inlines.Strike():
                yield from _pieces(node.children)
            case inlines.Link() | inlines.TermUse():
                yield from _pieces(node.children)
            case _:
                yield " "
                yield from _pieces(children(node))
                yield " "
