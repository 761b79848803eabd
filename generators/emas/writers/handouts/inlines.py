"""What a line of a handout holds: inline nodes become data for the templates."""

import re
from collections.abc import Iterable
from typing import assert_never

from emas.document import (
    ELSEWHERE,
    Citation,
    Emphasis,
    FactState,
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
    plain_text,
)
from emas.writers.handouts.context import Context, Data

LONG_WORD = 24
"""A word of more signs than this may be broken, else it could leave its column."""

BREAK = "\u200b"


def inlines(nodes: Iterable[Inline], context: Context) -> list[Data]:
    """Return `nodes` as data; comments are left out."""
    return [item for node in nodes for item in _inline(node, context)]


def words(text: str) -> list[Data]:
    """Return a plain string as the content of a line."""
    return [{"type": "text", "text": breakable(text)}] if text else []


def breakable(text: str) -> str:
    """Return `text` on one line, with places where a very long word may be broken."""
    return re.sub(
        rf"\S{{{LONG_WORD + 1},}}",
        lambda word: re.sub(
            rf"([/._?&=@-]+|[^/._?&=@-]{{{LONG_WORD // 2}}})(?=.)", rf"\1{BREAK}", word[0]
        ),
        text.replace("\n", " ").replace("\t", " "),
    )


def _inline(node: Inline, context: Context) -> list[Data]:
    match node:
        case Text():
            return words(node.text)
        case InlineCode():
            return [{"type": "code", "text": breakable(node.text)}]
        case LineBreak():
            return [{"type": "break"}]
        case Emphasis() | Strong() | Strike():
            kind = type(node).__name__.lower()
            return [{"type": kind, "children": inlines(node.children, context)}]
        case Link():
            return [_link(node, context)]
        case Image():
            return _image(node, context)
        case Citation():
            return [_citation(node, context)]
        case FootnoteRef():
            return [_note(node, context)]
        case TermUse():
            return _term(node, context)
        case Gap():
            return words("……………………")
        case InlineComment():
            return []
        case _:
            assert_never(node)


def _link(node: Link, context: Context) -> Data:
    """Return a link whose address is printed, unless its words already say it."""
    children = inlines(node.children, context)
    anchor = node.href.removeprefix("#")
    if node.href.startswith("#") and anchor in context.anchors and not context.repeated:
        return {"type": "reference", "label": context.label(anchor), "children": children}
    if not node.href.startswith(ELSEWHERE):
        return {"type": "address", "shown": "", "children": children}
    address = shown_address(node.href)
    told = address in plain_text(node.children)
    shown = "" if told else breakable(address)
    if context.repeated:
        return {"type": "address", "shown": shown, "children": children}
    return {"type": "link", "href": node.href, "shown": shown, "children": children}


def shown_address(href: str) -> str:
    """Return what somebody types to follow `href`."""
    for scheme in ELSEWHERE:
        href = href.removeprefix(scheme)
    return href.rstrip("/")


def _image(node: Image, context: Context) -> list[Data]:
    file = context.picture(node.source)
    if file is None:
        return words(node.alt)
    return [{"type": "image", "file": file, "alt": node.alt, "decorative": node.decorative}]


def _citation(node: Citation, context: Context) -> Data:
    state = FactState.UNCONFIRMED if node.unconfirmed else node.state or FactState.VERIFIED
    return {
        "type": "citation",
        "number": node.number,
        "locator": node.locator,
        "state": "" if state is FactState.VERIFIED else str(state).replace(" ", "\u00a0"),
        "linked": not context.repeated,
    }


def _note(node: FootnoteRef, context: Context) -> Data:
    if node.label in context.marks:
        return {"type": "text", "text": f"\u00a0({context.marks[node.label]})"}
    if node.label in context.notes:
        return {"type": "note", "note": context.label(node.label)}
    return {"type": "text", "text": f"\u00a0[{node.label}]"}


def _term(node: TermUse, context: Context) -> list[Data]:
    children = inlines(node.children, context)
    explained = any(term.id == node.term for term in context.edition.terms)
    if context.repeated or not explained:
        return children
    return [{"type": "term", "label": f"terme-{node.term}", "children": children}]
