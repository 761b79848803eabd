"""French typography, applied once to prose, before any writer runs.

Authors write ordinary spaces, straight apostrophes and quotes; code, addresses and expected
answers are never touched, since only `Text` nodes and titles come here.

Source: Imprimerie nationale, *Lexique des règles typographiques en usage*, « Ponctuation »,
« Nombres », « Abréviations »; the team's charter, part 5.
"""

import re
from dataclasses import fields, replace
from typing import Any, TypeVar

from emas.document import Blocks, Image, Link, Node, Text, rewrite

NBSP = "\u00a0"
NARROW = "\u202f"
SPACES = f"[ {NBSP}{NARROW}]"

UNITS = "%|€|h|min|s|km|m|cm|mm|kg|g|pt|ans?|mois|jours?|semaines?|Mo|Ko"
SHORT = r"n°|art\.|p\.|fig\.|M\.|MM\.|Mme|Mmes|Dr|L\.|R\.|D\."

RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<=\w)'"), "’"),
    (re.compile(r'"([^"\n]*)"'), r"«\1»"),
    (re.compile(f"«{SPACES}*"), f"«{NBSP}"),
    (re.compile(f"{SPACES}*»"), f"{NBSP}»"),
    (re.compile(f"{SPACES}+([;!?])"), rf"{NARROW}\1"),
    (re.compile(rf"(?<=[\w»”)’])([;!?]+)(?=\s|$|{NBSP}»|\))"), rf"{NARROW}\1"),
    (re.compile(rf"{SPACES}+:(?=\s|$)"), f"{NBSP}:"),
    (re.compile(r"(?<=[\w»”)]):(?=\s|$)"), f"{NBSP}:"),
    (re.compile(rf"(?<=\d){SPACES}(?=\d\d\d(?!\d))"), NARROW),
    (re.compile(rf"(?<=\d){SPACES}(?=(?:{UNITS})(?!\w))"), NBSP),
    (re.compile(rf"(?<=\d{NBSP}h){SPACES}(?=\d)"), NBSP),
    (re.compile(rf"\b(\d+(?:er|re|nd|nde|e)){SPACES}(?=\w)"), rf"\1{NBSP}"),
    (re.compile(rf"(?<!\w)({SHORT}){SPACES}(?=\S)"), rf"\1{NBSP}"),
)


def space(text: str) -> str:
    """Return `text` with the spaces, quotes and apostrophes of French typography.

    U+202F before ``; ! ?`` and between thousands, U+00A0 before ``:``, inside « », between a
    number and its unit and after abbreviations. Idempotent. The words do not change.
    """
    for pattern, replacement in RULES:
        text = pattern.sub(replacement, text)
    return text


def _spaced(node: Node) -> tuple[Node, ...]:
    match node:
        case Text():
            return (replace(node, text=space(node.text)),)
        case Image():
            return (replace(node, alt=space(node.alt), caption=space(node.caption)),)
        case Link() if node.title:
            return (replace(node, title=space(node.title)),)
        case _:
            return (node,)


def space_blocks(blocks: Blocks) -> Blocks:
    """Return `blocks` with all their prose spaced."""
    return rewrite(blocks, _spaced)


V = TypeVar("V")


def space_fields(value: V, *names: str) -> V:
    """Return a dataclass with its text fields `names` spaced; tuples of texts too."""
    known = {field.name for field in fields(value)}  # type: ignore[arg-type]  # a dataclass
    if not set(names) <= known:
        raise ValueError(f"{type(value).__name__}: {set(names) - known}")
    changed: dict[str, Any] = {name: _change(getattr(value, name)) for name in names}
    return replace(value, **changed)  # type: ignore[type-var]  # a dataclass


def _change(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return space(value) if isinstance(value, str) else tuple(space(item) for item in value)
