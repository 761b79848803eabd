"""The one recursion over the document tree, and what is built on it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from operator import is_
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
    "entry",
    "levels",
    "values",
    "difficulties",
}
FIELDS: dict[type[Any], tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name not in TEXT_ONLY)
    for kind in NODE_TYPES
}
"""For each kind of node, the fields that may hold nodes, in reading order.

What is made of nodes is told by `type(…) in FIELDS`: this recursion is half the cost of a site,
and `isinstance` would try forty classes for each value.
"""


def children(node: Node) -> list[Node]:
    """Return the nodes directly inside `node`, in reading order.

    No tuple holds both nodes and something else.
    """
    found: list[Node] = []
    for name in FIELDS[type(node)]:
        value = getattr(node, name)
        if type(value) is tuple:
            if value and type(value[0]) in FIELDS:
                found += value
        elif type(value) in FIELDS:
            found.append(value)
    return found


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield `nodes` and all that is inside them, in reading order."""
    ahead = [*nodes][::-1]
    while ahead:
        node = ahead.pop()
        yield node
        if FIELDS[type(node)]:
            ahead += reversed(children(node))


def rewrite(nodes: tuple[N, ...], visit: Callable[[Node], tuple[Node, ...]]) -> tuple[N, ...]:
    """Return `nodes` with each node replaced by `visit(node)`, the innermost first.

    `visit` gives nodes of the same family as the one it received (inlines for an inline, blocks
    for a block), possibly none. When all stay the same, so does the tuple.
    """
    new: list[Node] = []
    for node in nodes:
        new += visit(_with_children(cast(Node, node), visit))
    if len(new) == len(nodes) and all(map(is_, new, nodes)):
        return nodes
    return cast("tuple[N, ...]", tuple(new))


def _with_children(node: Node, visit: Callable[[Node], tuple[Node, ...]]) -> Node:
    changed: dict[str, Any] = {}
    for name in FIELDS[type(node)]:
        value = getattr(node, name)
        if type(value) is tuple:
            if value and type(value[0]) in FIELDS:
                new = rewrite(value, visit)
                if new is not value:
                    changed[name] = new
        elif type(value) in FIELDS:
            (only,) = rewrite((value,), visit)
            if only is not value:
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
            case inlines.Gap():
                yield "…"
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
