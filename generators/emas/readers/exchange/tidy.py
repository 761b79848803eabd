"""Lines of text as Markdown can hold them: one space between words, none at the edges of a mark."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from emas.diagnostics import Span
from emas.document import (
    Emphasis,
    Figure,
    Image,
    Inline,
    InlineCode,
    Inlines,
    LineBreak,
    Link,
    Paragraph,
    Strike,
    Strong,
    Text,
)

Mark = Strong | Emphasis | Strike
DOUBLED = re.compile(r" {2,}")
MARKS = (Strong, Emphasis, Strike)


def paragraphs(nodes: Iterable[Inline], span: Span) -> Iterator[Paragraph | Figure]:
    """Yield `nodes` as paragraphs, parted where two breaks follow each other."""
    line: list[Inline] = []
    broken = False
    for node in _joined(nodes, frozenset()):
        if isinstance(node, LineBreak):
            if broken:
                yield from _paragraph(line, span)
                line = []
            broken = True
        elif isinstance(node, Text) and not node.text.strip() and (broken or not line):
            continue  # blanks between two breaks
        else:
            if broken and line:
                line.append(LineBreak(span))
            broken = False
            line.append(node)
    yield from _paragraph(line, span)


def _paragraph(line: list[Inline], span: Span) -> Iterator[Paragraph | Figure]:
    match tidied(line):
        case ():
            return
        case (Image() as image,):
            yield Figure(image, span)
        case children:
            yield Paragraph(children, span)


def tidied(nodes: Iterable[Inline]) -> Inlines:
    """Return `nodes` without blanks at the edges, nor around breaks; neighbours alike are one."""
    kept: list[Inline] = []
    for node in _joined(nodes, frozenset()):
        after_break = not kept or isinstance(kept[-1], LineBreak)
        if isinstance(node, Text) and after_break:
            node = replace(node, text=node.text.lstrip())
        if isinstance(node, LineBreak):
            _strip_end(kept)
            if not kept:
                continue
        if not isinstance(node, Text) or node.text:
            kept.append(node)
    while kept and isinstance(kept[-1], LineBreak):
        kept.pop()
    _strip_end(kept)
    while kept and isinstance(kept[-1], LineBreak):
        kept.pop()
    return tuple(kept)


def _strip_end(kept: list[Inline]) -> None:
    if kept and isinstance(last := kept[-1], Text):
        kept.pop()
        if text := last.text.rstrip():
            kept.append(replace(last, text=text))


def _joined(nodes: Iterable[Inline], inside: frozenset[type[Inline]]) -> list[Inline]:
    """Return `nodes`, each mark once at a place, its outer blanks out of it; neighbours as one."""
    parts = (part for node in nodes for part in _parts(node, inside))
    kept = (part for part in parts if not isinstance(part, Text) or part.text)
    found: list[Inline] = []
    for kind, same in groupby(kept, key=type):
        run = list(same)
        if kind is Text:
            text = "".join(node.text for node in run if isinstance(node, Text))
            found.append(Text(DOUBLED.sub(" ", text), run[0].span))
        elif kind is InlineCode:
            code = "".join(node.text for node in run if isinstance(node, InlineCode))
            found.append(InlineCode(code, run[0].span))
        elif kind in MARKS and len(run) > 1:
            inner = [child for node in run if isinstance(node, MARKS) for child in node.children]
            found += _parts(kind(tuple(inner), run[0].span), inside)
        else:
            found += run
    return found


def _parts(node: Inline, inside: frozenset[type[Inline]]) -> list[Inline]:
    if not isinstance(node, (*MARKS, Link)):
        return [node]
    if type(node) in inside:
        return _joined(node.children, inside)
    children = _joined(node.children, inside | {type(node)})
    start = next((rank for rank, child in enumerate(children) if not _blank(child)), len(children))
    end = len(children)
    while end > start and _blank(children[end - 1]):
        end -= 1
    before, core, after = children[:start], children[start:end], children[end:]
    if not core:
        return children
    if isinstance(first := core[0], Text):
        bare = first.text.lstrip()
        before.append(replace(first, text=first.text[: len(first.text) - len(bare)]))
        core[0] = replace(first, text=bare)
    if isinstance(last := core[-1], Text):
        bare = last.text.rstrip()
        after.insert(0, replace(last, text=last.text[len(bare) :]))
        core[-1] = replace(last, text=bare)
    return [*before, replace(node, children=tuple(core)), *after]


def _blank(node: Inline) -> bool:
    return isinstance(node, LineBreak) or (isinstance(node, Text) and not node.text.strip())
