"""Lines of text as Markdown: what is read again is what was written.

Emphasis is written `_…_`, strong `**…**`: neither ever touches its own kind. Where CommonMark would
not see a mark (« left- and right-flanking »), the letter beside it is written as an entity.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from emas.document import (
    Citation,
    Emphasis,
    FootnoteRef,
    Gap,
    Image,
    Inline,
    InlineCode,
    InlineComment,
    LineBreak,
    Link,
    Strike,
    Strong,
    TermUse,
    Text,
)

PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
SPECIAL = re.compile(r"[\\`*\[<&]|_+|~+")
LINE_START = re.compile(
    r"(?:\#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|:{3}|[-:|=][-:|=\s]*$|\|)|(?P<rank>\d{1,9})(?=[.)](?:\s|$))"
)
"""What opens a block at the start of a line, or makes a table or a title of the line before."""

MARKS = {Strong: "**", Emphasis: "_", Strike: "~~"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line is written: in a `cell` of a table, between the brackets of a `link`."""

    cell: bool = False
    link: bool = False


def line_source(nodes: Iterable[Inline], place: Place = Place()) -> str:  # frozen
    """Return `nodes` as Markdown, with a line end at each break."""
    return "\n".join(_guarded(line) for line in _joined(nodes, place).split("\n"))


def _guarded(line: str) -> str:
    """Return a line that opens no block, and keeps the blank that it starts with."""
    if line[:1].isspace():
        return _entity(line[0]) + line[1:]
    if found := LINE_START.match(line):
        end = found.end("rank") if found["rank"] else 0
        return f"{line[:end]}\\{line[end:]}"
    return line


def _joined(nodes: Iterable[Inline], place: Place) -> str:
    pieces: list[str] = []
    merged = _merged(nodes)
    for rank, node in enumerate(merged):
        piece = _piece(node, place)
        before = pieces[-1] if pieces else ""
        if isinstance(node, (Strong, Emphasis, Strike)):
            following = merged[rank + 1] if rank + 1 < len(merged) else None
            pieces[-1:] = [_loose_end(before)] if pieces else []
            piece = _inner_edges(MARKS[type(node)], piece)
            if isinstance(following, Text) and following.text and _clings(following.text[0]):
                merged[rank + 1] = Text(following.text[1:], following.span)
                piece += _entity(following.text[0])
        elif isinstance(node, (Link, Image)) and before.endswith("!"):
            pieces[-1] = f"{before[:-1]}\\!"
        elif isinstance(node, Text) and before.endswith("]]") and piece.startswith("("):
            piece = _entity("(") + piece[1:]
        pieces.append(piece)
    return "".join(pieces)


def _merged(nodes: Iterable[Inline]) -> list[Inline]:
    """Return `nodes` with neighbouring texts, and neighbouring codes, as one."""
    found: list[Inline] = []
    for kind, same in groupby(nodes, key=type):
        run = list(same)
        if kind in (Text, InlineCode) and len(run) > 1:
            text = "".join(node.text for node in run if isinstance(node, (Text, InlineCode)))
            run = [Text(text, run[0].span) if kind is Text else InlineCode(text, run[0].span)]
        found += run
    return found


def _clings(letter: str) -> bool:
    """Return whether `letter`, beside a mark, might hide it."""
    return not letter.isspace() and letter not in PUNCTUATION


def _loose_end(before: str) -> str:
    """Return what stands before a mark, its last letter as an entity if it clings to it."""
    return _last_as_entity(before) if before and _clings(before[-1]) else before


def _last_as_entity(text: str) -> str:
    kept = text[:-1]
    alone = (len(kept) - len(kept.rstrip("\\"))) % 2  # a backslash would escape the entity
    return kept + "\\" * alone + _entity(text[-1])


def _inner_edges(sign: str, piece: str) -> str:
    """Return a mark whose text starts and ends with what is no blank."""
    inner = piece[len(sign) : -len(sign)]
    if inner[:1].isspace():
        inner = _entity(inner[0]) + inner[1:]
    if inner[-1:].isspace():
        inner = _last_as_entity(inner)
    return f"{sign}{inner}{sign}" if inner else ""


def _entity(letter: str) -> str:
    return f"&#{ord(letter)};"


def _piece(node: Inline, place: Place) -> str:
    match node:
        case Text():
            return _escaped(node.text.replace("\n", " "), place)
        case Strong() | Emphasis() | Strike():
            sign = MARKS[type(node)]
            return f"{sign}{_joined(node.children, place)}{sign}"
        case InlineCode():
            return _code(node.text, place)
        case LineBreak():
            return " " if place.cell else "\\\n"
        case Link():
            words = _joined(node.children, replace(place, link=True))
            return f"[{words}]({_target(node.href, node.title)})"
        case Image():
            alt = _escaped(node.alt, replace(place, link=True))
            shown = f"![{alt}]({_target(node.source, node.caption)})"
            return shown + ("{.decoratif}" if node.decorative else "")
        case Citation():
            rest = [node.locator, "à confirmer" if node.unconfirmed else ""]
            return f"[@{', '.join(part for part in (node.source, *rest) if part)}]"
        case FootnoteRef():
            return f"[^{node.label}]"
        case TermUse():
            return _joined(node.children, place)
        case Gap():
            return _in_cell(f"[[{' / '.join(node.accepted)}]]", place)
        case InlineComment():
            return f"<!--{node.text}-->"
        case _:
            assert_never(node)


def _in_cell(text: str, place: Place) -> str:
    return text.replace("|", "\\|") if place.cell else text


def _escaped(text: str, place: Place = Place()) -> str:  # frozen
    """Return prose without anything that Markdown, or our dialect, would interpret."""
    safe = SPECIAL.sub(_backslashed, text)
    return _in_cell(safe.replace("]", "\\]") if place.link else safe, place)


def _backslashed(found: re.Match[str]) -> str:
    sign, text = found[0], found.string
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    match sign[0]:
        case "\\":
            return "\\\\" if not after or after in PUNCTUATION else sign
        case "_":
            apart = before.isspace() and after.isspace()
            inside = before.isalnum() and after.isalnum()
            return sign if apart or inside else "\\_" * len(sign)
        case "*":
            return sign if before.isspace() and after.isspace() else "\\*"
        case "~":
            inside = len(sign) == 1 and before != "" != after
            return sign if inside else "\\~" * len(sign)
        case "<":
            return "\\<" if not after or after in "!/?" or after.isalpha() else sign
        case "&":
            return "\\&" if not after or after == "#" or after.isalpha() else sign
        case _:
            return f"\\{sign}"


def _code(text: str, place: Place) -> str:
    text = " ".join(text.split("\n"))
    runs = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(size for size in range(1, len(text) + 2) if size not in runs)
    space = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return _in_cell(f"{fence}{space}{text}{space}{fence}", place)


def _target(address: str, title: str) -> str:
    """Return what stands between the parentheses of a link."""
    bare = re.sub(r"[\s<>\\]", lambda sign: f"%{ord(sign[0]):02X}", address)
    bare = re.sub(r"&(?=#|\w+;)", "&amp;", bare)
    target = f"<{bare}>" if not bare or "(" in bare or ")" in bare else bare
    quoted = _escaped(title).replace('"', '\\"')
    return f'{target} "{quoted}"' if title else target
