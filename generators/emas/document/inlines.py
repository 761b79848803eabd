"""What a line of text is made of."""

from dataclasses import dataclass
from enum import StrEnum

from emas.diagnostics import Span


class FactState(StrEnum):
    """How far a fact is proved, from best to worst."""

    VERIFIED = "vérifié"
    SECONDARY = "source secondaire"
    UNCONFIRMED = "à confirmer"


@dataclass(frozen=True, slots=True)
class Text:
    """Prose. Typography applies to it, and to nothing else."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class InlineCode:
    """Text shown as it is."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break the author asked for."""

    span: Span


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised text."""

    children: "Inlines"
    span: Span


@dataclass(frozen=True, slots=True)
class Strong:
    """Strongly emphasised text."""

    children: "Inlines"
    span: Span


@dataclass(frozen=True, slots=True)
class Strike:
    """Text that no longer holds."""

    children: "Inlines"
    span: Span


ELSEWHERE = ("https://", "http://", "mailto:", "tel:", "sms:")
"""How an address begins that leads out of the project."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link. `href` is checked: one of `ELSEWHERE`, `#anchor` or a file of the project."""

    href: str
    children: "Inlines"
    span: Span
    title: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture inside a line. `source` is relative to its file; `alt` is empty if decorative."""

    source: str
    alt: str
    caption: str
    decorative: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to `sources.yml`; `state` and `number` (from 1) are set by the transforms."""

    source: str
    locator: str
    unconfirmed: bool
    span: Span
    state: FactState | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """A call to the footnote of that label."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class TermUse:
    """The first use of a glossary term on a page; made by the transforms."""

    term: str
    children: "Inlines"
    span: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to fill in the statement of a question; `number` counts from 1."""

    number: int
    accepted: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class InlineComment:
    """An HTML comment: kept, published nowhere."""

    text: str
    span: Span


Inline = (
    Text
    | InlineCode
    | LineBreak
    | Emphasis
    | Strong
    | Strike
    | Link
    | Image
    | Citation
    | FootnoteRef
    | TermUse
    | Gap
    | InlineComment
)
Inlines = tuple[Inline, ...]
