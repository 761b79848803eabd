"""Changes in a YAML text that leave the rest as its author wrote it: comments, order, quotes.

A change is known twice: in the tree of the file (`applied`), and in its text (`edited`). Whoever
writes the text reads it again first, and compares.
"""

import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import assert_never

import yaml

from emas.readers.source import SourceFile, decode
from emas.readers.yaml_tree import Plain, plain, read_yaml

Place = tuple[int | str, ...]
"""Keys and ranks, from the top of the file."""

NOTE = "  # à vérifier : Sofia-FMO ne le dit pas"
PLAIN = re.compile(r"[\w(][\w .()/’'–+-]*")
"""Texts that need no quotes anywhere in YAML."""

CODE = re.compile(r"0\d+|\d{4,}")
"""Digits that other programs would take for a number: « 00750 », « 75003 »."""


class Guess(str):
    """A text that nobody gave: a comment says so on its line."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Put:
    """Another text in the place of one. `known`: the former was a guess, this one is not."""

    place: Place
    text: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class Add:
    """A key that the mapping at `place` does not have."""

    place: Place
    key: str
    value: Plain


@dataclass(frozen=True, slots=True)
class Extend:
    """Items after those of the list at `place`."""

    place: Place
    values: tuple[Plain, ...]


Change = Put | Add | Extend


class NotEditableError(Exception):
    """The text is laid out in a way that we do not change."""


def applied(tree: Plain, changes: Sequence[Change]) -> Plain:
    """Return a copy of `tree` with `changes`."""
    result = deepcopy(tree)
    for change in changes:
        match change:
            case Put(place, text):
                _set(at(result, place[:-1]), place[-1], text)
            case Add(place, key, value):
                _set(at(result, place), key, deepcopy(value))
            case Extend(place, values):
                target = at(result, place)
                assert isinstance(target, list)
                target.extend(deepcopy(list(values)))
            case _:
                assert_never(change)
    return result


def at(tree: Plain, place: Place) -> Plain:
    """Return what is at `place`. Raises KeyError if `tree` is not so made."""
    for step in place:
        match tree, step:
            case dict(), str():
                tree = tree[step]
            case list(), int():
                tree = tree[step]
            case _:
                raise KeyError(step)
    return tree


def _set(target: Plain, step: int | str, value: Plain) -> None:
    match target, step:
        case dict(), str():
            target[step] = value
        case list(), int():
            target[step] = value
        case _:
            raise KeyError(step)


def edited(text: str, changes: Sequence[Change]) -> str:
    r"""Return `text`, whose lines end with `\\n`, with `changes`.

    Raises:
        NotEditableError: if a list in brackets should receive what needs lines of its own.
    """
    editor = _Editor(text if text.endswith("\n") else f"{text}\n")
    for change in changes:
        match change:
            case Put():
                editor.put(change)
            case Add():
                editor.add(change)
            case Extend():
                editor.extend(change)
            case _:
                assert_never(change)
    return editor.text()


def rewritten(path: PurePosixPath, old: bytes, changes: Sequence[Change]) -> bytes:
    """Return the bytes of the file at `path` with `changes`, read again to be sure.

    Its line ends stay, and its mark if it has one.

    Raises:
        NotEditableError: if it would not say what is expected.
    """
    source, _ = decode(old, path)
    if source is None:
        raise NotEditableError
    text = edited(source.text, changes)
    if tree(SourceFile(path, text)) != applied(tree(source), changes):
        raise NotEditableError
    return as_encoded(old, text)


def as_encoded(old: bytes, text: str) -> bytes:
    """Return the bytes of `text` with the line ends of `old`, and its mark if it has one."""
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode()


def tree(source: SourceFile | None) -> Plain:
    """Return what a YAML text says, without places; nothing of one that cannot be read."""
    node = read_yaml(source)[0] if source else None
    return plain(node) if node else {}


class _Editor:
    """A text, its nodes, and the pieces that take the place of some of its parts."""

    def __init__(self, text: str) -> None:
        self.before = text
        self.root = yaml.compose(text, Loader=yaml.CSafeLoader)
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.pieces: list[tuple[int, int, int, str]] = []

    def text(self) -> str:
        """Return the text with its pieces, of which those of one place stay in their order.

        Where lists end together, the lines of the inner one come first: pieces have their indent.
        """
        done, result = 0, ""
        ordered = sorted(dict.fromkeys(self.pieces), key=lambda each: (each[:2], -each[2]))
        for start, end, _, piece in ordered:
            if start < done:
                raise NotEditableError
            result += self.before[done:start] + piece
            done = end
        return result + self.before[done:]

    def put(self, change: Put) -> None:
        node = self._node(change.place)
        if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">"):
            raise NotEditableError
        end = self._offset(node.end_mark)
        self._piece(self._offset(node.start_mark), end, scalar(change.text))
        line_end = self.before.index("\n", end)
        if change.known and self.before[end:line_end].endswith(NOTE):
            self._piece(line_end - len(NOTE), line_end, "")

    def add(self, change: Add) -> None:
        node = self._node(change.place)
        if not isinstance(node, yaml.MappingNode) or not node.value:
            raise NotEditableError
        if node.flow_style:
            end = self._offset(node.value[-1][1].end_mark)
            self._piece(end, end, f", {change.key}: {flow(change.value)}")
            return
        lines = block({change.key: change.value}, node.start_mark.column)
        self._insert(node, lines)

    def extend(self, change: Extend) -> None:
        node = self._node(change.place)
        if not isinstance(node, yaml.SequenceNode):
            raise NotEditableError
        if not node.flow_style:
            self._insert(node, items(change.values, node.start_mark.column))
        elif not node.value:
            self._unfold(change, node)
        elif all(isinstance(value, str) or is_flow(value) for value in change.values):
            end = self._offset(node.value[-1].end_mark)
            self._piece(end, end, "".join(f", {flow(v)}" for v in change.values))
        else:
            raise NotEditableError

    def _unfold(self, change: Extend, node: yaml.SequenceNode) -> None:
        """Put lines in the place of `[]`."""
        start, end = self._offset(node.start_mark), self._offset(node.end_mark)
        line = self.before[self.starts[node.start_mark.line] : start]
        key = re.fullmatch(r"((?:- +| )*)[\w-]+: *", line)
        if not key:
            raise NotEditableError
        start -= len(line) - len(line.rstrip())
        lines = "\n".join(items(change.values, len(key[1]) + 2))
        self._piece(start, end, f"\n{lines}")

    def _insert(self, node: yaml.Node, lines: Iterator[str]) -> None:
        """Put lines after the last one of `node`."""
        start = self.starts[last_line(node) + 1]
        indent = node.start_mark.column
        self._piece(start, start, "".join(f"{each}\n" for each in lines), indent)

    def _piece(self, start: int, end: int, text: str, indent: int = 0) -> None:
        self.pieces.append((start, end, indent, text))

    def _node(self, place: Place) -> yaml.Node:
        node = self.root
        for step in place:
            if isinstance(node, yaml.MappingNode):
                node = next(value for key, value in node.value if key.value == step)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
        assert node is not None
        return node

    def _offset(self, mark: yaml.Mark) -> int:
        return self.starts[mark.line] + mark.column


def last_line(node: yaml.Node) -> int:
    """Return the last line, from 0, on which something of `node` is written."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return last_line(last[1] if isinstance(last, tuple) else last)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return int(node.end_mark.line) - 1
    return int(node.end_mark.line)


def block(value: dict[str, Plain], indent: int) -> Iterator[str]:
    """Yield the lines of a mapping, `indent` blanks before each."""
    for key, item in value.items():
        start = f"{' ' * indent}{key}:"
        if isinstance(item, list) and any(not isinstance(each, str) for each in item):
            yield start
            yield from items(item, indent + 2)
        else:
            yield f"{start} {flow(item)}{_note(item)}"


def items(values: Sequence[Plain], indent: int) -> Iterator[str]:
    """Yield the lines of the items of a list, `indent` blanks before each dash."""
    for value in values:
        if isinstance(value, dict) and not is_flow(value):
            first, *rest = block(value, indent + 2)
            yield f"{' ' * indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{' ' * indent}- {flow(value)}{_note(value)}"


def is_flow(value: Plain) -> bool:
    """Return whether `value` holds on one line, between braces."""
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def flow(value: Plain) -> str:
    """Return `value` on one line."""
    match value:
        case str():
            return scalar(value)
        case list():
            return f"[{', '.join(flow(item) for item in value)}]"
        case dict():
            return f"{{{', '.join(f'{key}: {flow(item)}' for key, item in value.items())}}}"


def scalar(text: str) -> str:
    """Return `text` as YAML, in quotes when it needs some."""
    if PLAIN.fullmatch(text) and text == text.strip() and not CODE.fullmatch(text):
        return str(text)
    return json.dumps(text, ensure_ascii=False)


def _note(value: Plain) -> str:
    parts = list(value.values()) if isinstance(value, dict) else value
    guessed = isinstance(value, Guess) or any(isinstance(part, Guess) for part in parts)
    return NOTE if guessed else ""
