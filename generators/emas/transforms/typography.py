"""French typography, applied once to prose, before any writer runs.

Authors write ordinary spaces, straight apostrophes and quotes; code, addresses and expected
answers are never touched. A line is spaced as a whole: « **Pourquoi** ? » and a quotation with
an emphasised word inside are read as a reader reads them, not piece by piece.

Source: Imprimerie nationale, *Lexique des règles typographiques en usage*, « Ponctuation »,
« Nombres », « Abréviations »; the team's charter, part 5.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, get_args

from emas.document import (
    Blocks,
    Citation,
    Emphasis,
    Figure,
    Image,
    Inline,
    InlineComment,
    Inlines,
    LineBreak,
    Link,
    Node,
    Strike,
    Strong,
    TermUse,
    Text,
    rewrite,
)
from emas.document.tree import FIELDS
from emas.transforms.quotes import quotes

NBSP = "\u00a0"
NARROW = "\u202f"
SPACE = f"[ \n{NBSP}{NARROW}]"

INLINES = frozenset(get_args(Inline))

OBJECT = "\ufffc"
"""Stands for what is not prose inside a line: code, a picture, a citation."""

BREAK = "\u2028"
"""Stands for a break that the author asked for."""

UNITS = (
    "h|min|s|ans?|mois|jours?|semaines?|heures?|minutes?|secondes?"
    "|km|m|cm|mm|kg|g|mg|L|l|cl|ml|dB|Hz|°C|pt|Mo|Ko|Go"
)
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
NUMBERED = r"pp?\.|fig\.|chap\.|vol\.|[aA]rt\.|[LRD]\."
"""Abbreviations that a number follows."""

TITLES = r"M\.|MM\.|Mme|Mmes|Mlle|Dr|Drs|Pr"

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s«»\"<>]*[^\s«»\"<>.,;:!?…)\]]")

END = r"(?=\s|$|[)\]»”\"’.,…])"
"""What may follow a sign that ends something; not a letter, as in an address or a time."""

Edit = tuple[int, int, str]
"""Start, end and what takes that place."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What to change in a line that has one of `signs`, where 0 stands for any digit.

    Most lines have few signs: to look for those first spares most of the work.
    """

    signs: frozenset[str]
    edits: Callable[[str], Iterable[Edit]]


def _rule(signs: str, pattern: str, replacement: str) -> Rule:
    """Return what puts `replacement` for `pattern`; `{}` in it is the first group."""
    compiled = re.compile(pattern)

    def edits(text: str) -> Iterator[Edit]:
        for match in compiled.finditer(text):
            group = match[1] if compiled.groups else ""
            yield match.start(), match.end(), replacement.replace("{}", group)

    return Rule(frozenset(signs), edits)


DIGIT = re.compile(r"\d")

THOUSANDS = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)")


def _thousands(text: str) -> Iterator[Edit]:
    for number in THOUSANDS.finditer(text):
        yield number.start(), number.end(), re.sub(SPACE, NARROW, number[0])


RULES: tuple[Rule, ...] = (
    _rule(".", r"\.\.\.", "…"),
    _rule("'", r"(?<=[^\W\d_])'", "’"),
    Rule(frozenset('"«»'), quotes),
    _rule("«", rf"«{SPACE}*", f"«{NBSP}"),
    _rule("»", rf"{SPACE}*»", f"{NBSP}»"),
    _rule(":", rf"{SPACE}+:{END}", f"{NBSP}:"),
    _rule(":", rf"(?<=[^\s:(\[«“]):{END}", f"{NBSP}:"),
    _rule(";!?", rf"{SPACE}+([;!?])", f"{NARROW}{{}}"),
    _rule(";!?", rf"(?<=[^\s:;!?(\[«“])([;!?]+){END}", f"{NARROW}{{}}"),
    Rule(frozenset("0"), _thousands),
    _rule("%‰€", rf"(?<=\d){SPACE}*(?=[%‰€](?!\w))", NBSP),
    _rule("0", rf"(?<=\d){SPACE}(?=(?:{UNITS})(?![\w'’]))", NBSP),
    _rule("0", rf"(?<=\d{NBSP}h){SPACE}(?=\d)", NBSP),
    _rule("0", rf"(?<=\d){SPACE}(?=(?:{MONTHS})(?!\w))", NBSP),
    _rule("0", rf"\b(\d+(?:ers?|res?|nds?|ndes?|es?)){SPACE}(?=\w)", f"{{}}{NBSP}"),
    _rule("°", rf"(?<!\w)([nN]°){SPACE}*(?=\w)", f"{{}}{NBSP}"),
    _rule("0", rf"(?<!\w)({NUMBERED}){SPACE}(?=\d)", f"{{}}{NBSP}"),
    _rule(".", rf"(?<!\w)([aA]rt\.){SPACE}(?=[A-Z]\.)", f"{{}}{NBSP}"),
    _rule("MDP", rf"(?<!\w)({TITLES}){SPACE}(?=[^\W\d_])", f"{{}}{NBSP}"),
)


def space(text: str) -> str:
    """Return `text` with the spaces, quotes and apostrophes of French typography.

    U+202F before ``; ! ?`` and between thousands, U+00A0 before ``:``, inside « », between a
    number and its unit and after abbreviations. Idempotent. The words do not change.
    """
    return space_runs((text,))[0]


def space_runs(runs: Sequence[str]) -> list[str]:
    """Return the parts of one line, spaced as if they were one text; each keeps its own signs."""
    text = "".join(runs)
    signs = {*text, "0"} if DIGIT.search(text) else set(text)
    # Of which run each sign is; one run alone needs no telling.
    owners = [rank for rank, run in enumerate(runs) for _ in run] if len(runs) > 1 else []
    for rule in RULES:
        edits = () if rule.signs.isdisjoint(signs) else tuple(rule.edits(text))
        if not edits:
            continue
        addresses = [match.span() for match in ADDRESS.finditer(text)]
        for edit in reversed(edits):
            start, end, new = _tight(text, edit)
            if any(first < end and start < last for first, last in addresses):
                continue
            if owners and end - start != len(new):
                added = start == end and edit[0] < start  # after the sign that asks for it
                owners[start:end] = [owners[start - added]] * len(new)
            text = text[:start] + new + text[end:]
            signs.update(new)
    if not owners:
        return [text] * len(runs)
    spaced = [""] * len(runs)
    for rank, sign in zip(owners, text, strict=True):
        spaced[rank] += sign
    return spaced


def _tight(text: str, edit: Edit) -> Edit:
    """Return `edit` without the signs that it would leave as they are."""
    start, end, new = edit
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new


def space_line(line: Inlines) -> Inlines:
    """Return the inlines of one line (a paragraph, a cell, a title) with their prose spaced."""
    new = iter(space_runs(list(_runs(line))))

    def visit(node: Node) -> tuple[Node, ...]:
        match node:
            case Text():
                text = next(new)
                return (node if text == node.text else Text(text, node.span),)
            case Image():
                next(new)
                return (_image(node),)
            case Link():
                return (replace(node, title=space(node.title)),)
            case Citation():
                next(new)
                return (replace(node, locator=space(node.locator)),)
            case Emphasis() | Strong() | Strike() | TermUse() | InlineComment():
                return (node,)
            case _:
                next(new)
                return (node,)

    return rewrite(line, visit)


def _runs(line: Iterable[Node]) -> Iterator[str]:
    """Yield the text of each leaf of a line, in the order in which `rewrite` visits them."""
    for node in line:
        match node:
            case Text():
                yield node.text
            case Emphasis() | Strong() | Strike() | Link() | TermUse():
                yield from _runs(node.children)
            case InlineComment():
                pass
            case LineBreak():
                yield BREAK
            case _:
                yield OBJECT


def _image(image: Image) -> Image:
    return replace(image, alt=space(image.alt), caption=space(image.caption))


def _lines(node: Node) -> tuple[Node, ...]:
    """Return a block with each of its lines spaced; an inline is left to the line it is in."""
    if type(node) in INLINES:
        return (node,)
    if isinstance(node, Figure):
        return (replace(node, image=_image(node.image)),)
    spaced: dict[str, Any] = {}
    for name in FIELDS[type(node)]:
        value = getattr(node, name)
        if type(value) is tuple and value and type(value[0]) in INLINES:
            line = space_line(value)
            if line is not value:
                spaced[name] = line
    return (replace(node, **spaced) if spaced else node,)


def space_blocks(blocks: Blocks) -> Blocks:
    """Return `blocks` with all their prose spaced."""
    return rewrite(blocks, _lines)


V = TypeVar("V")


def space_fields(value: V, *names: str) -> V:
    """Return a dataclass with its text fields `names` spaced; tuples of texts too."""
    changed: dict[str, Any] = {name: _change(getattr(value, name)) for name in names}
    return replace(value, **changed)  # type: ignore[type-var]  # a dataclass


def _change(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return space(value) if isinstance(value, str) else tuple(space(item) for item in value)
