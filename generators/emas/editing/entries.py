"""The entries of a YAML file of `content/`, each with its own lines; the others keep theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import dedent, indent

import yaml

from emas.editing.yaml_text import NotEditableError, last_line

Key = tuple[str, ...]
"""An id, or a section and an id."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of an entry, from `start` to before `end`, and where they begin on their line."""

    start: int
    end: int
    column: int
    text: str


def entries(text: str, depth: int) -> dict[Key, Entry]:
    """Return the entries of a text, in order; those of a file with sections have `depth` 2.

    Raises:
        NotEditableError: if they are not written each on lines of its own.
    """
    found: dict[Key, Entry] = {}
    lines = text.split("\n")
    for key, name, value in _pairs(yaml.compose(text, Loader=yaml.CSafeLoader), depth, ()):
        first, end = name.start_mark.line, last_line(value) + 1
        column = name.start_mark.column
        if lines[first][:column].strip():
            raise NotEditableError
        found[key] = Entry(first, end, column, dedent("\n".join(lines[first:end])))
    return found


def _pairs(
    node: yaml.Node | None, depth: int, above: Key
) -> Sequence[tuple[Key, yaml.Node, yaml.Node]]:
    """Return the key, the node of the name and the node of the value of each entry."""
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return []
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise NotEditableError
    if depth == 1:
        return [((*above, name.value), name, value) for name, value in node.value]
    below = [_pairs(value, depth - 1, (*above, name.value)) for name, value in node.value]
    return [pair for pairs in below for pair in pairs]


def with_entries(text: str, wanted: Mapping[Key, str], order: Sequence[Key], depth: int) -> str:
    """Return `text` with the entries of `wanted` in place of theirs, or where they belong.

    A new one follows the nearest of those before it in `order`, else ends its section or the file.

    Raises:
        NotEditableError: if the text is laid out in a way that we do not change.
    """
    lines = (f"{text}\n" if text and not text.endswith("\n") else text).split("\n")
    for key in order:
        if key not in wanted:
            continue
        there = entries("\n".join(lines), depth)
        start, end, column = _room(there, key, order, len(lines) - 1)
        new = indent(wanted[key], " " * column).split("\n")
        if len(key) > 1 and not any(other[:-1] == key[:-1] for other in there):
            new = [f"{key[0]}:", *new]
        lines[start:end] = new
    return "\n".join(lines)


def _room(
    there: Mapping[Key, Entry], key: Key, order: Sequence[Key], last: int
) -> tuple[int, int, int]:
    """Return the lines that `key` takes the place of, and its column; no line if it is new."""
    if key in there:
        return there[key].start, there[key].end, there[key].column
    near = [other for other in there if other[:-1] == key[:-1]]
    if not near:
        return last, last, 2 * (len(key) - 1)
    before = [other for other in order[: order.index(key)] if other in near]
    anchor = there[before[-1] if before else near[-1]]
    return anchor.end, anchor.end, anchor.column
