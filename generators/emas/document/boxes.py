"""What a page is made of: our own `:::` blocks.

The id of a box is the one its author wrote, else `<step>/<word>-<n>`.
"""

from dataclasses import dataclass
from enum import StrEnum

from emas.diagnostics import Span
from emas.document.blocks import Blocks
from emas.document.inlines import Inlines


class CalloutKind(StrEnum):
    """The boxes that hold nothing but text; the value is the author's word."""

    KEY_MESSAGE = "retenir"
    TOMORROW = "demain"
    WHOM_TO_TELL = "a-qui-en-parler"
    DEFINITION = "definition"
    EXAMPLE = "exemple"
    ADVICE = "conseil"
    WARNING = "attention"


class Priority(StrEnum):
    """What is kept when time is short."""

    ESSENTIAL = "essentiel"
    USEFUL = "utile"
    IF_TIME = "si-temps"


class Verdict(StrEnum):
    """What we think of a choice; several may be defended."""

    ADVISED = "conseillé"
    POSSIBLE = "possible"
    AVOID = "à éviter"


class Medium(StrEnum):
    """Where something is published. Authors name the first three; the guide is paper too."""

    SITE = "site"
    SLIDES = "diapo"
    PAPER = "papier"
    GUIDE = "guide"


class Axis(StrEnum):
    """What the condition of a conditional block is about; the value is the author's word."""

    AUDIENCE = "public"
    NOT_AUDIENCE = "sauf-public"
    LEVEL = "niveau"
    MEDIUM = "support"
    LENGTH = "seance"


@dataclass(frozen=True, slots=True)
class Callout:
    """A box of text with one intent; `title` may be empty."""

    kind: CalloutKind
    title: Inlines
    blocks: Blocks
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Misconception:
    """What we know, then what is often heard."""

    title: Inlines
    known: Blocks
    heard: Blocks
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to decide, what we think of it, and where it leads (a `Decision` id, or None)."""

    verdict: Verdict
    label: Blocks
    feedback: Blocks
    goto: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Decision:
    """A point of a vignette where one decides; `title` is the question asked."""

    title: Inlines
    blocks: Blocks
    choices: tuple[Choice, ...]
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Vignette:
    """A case, told, with its `Decision`s among its blocks."""

    title: Inlines
    levels: tuple[str, ...]
    priority: Priority
    blocks: Blocks
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Activity:
    """Group work; `alone` says how to do it alone, and is empty if that makes no sense."""

    title: Inlines
    duration_min: int | None
    setting: Inlines
    material: Inlines
    alone: Inlines
    priority: Priority
    blocks: Blocks
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Adaptation:
    """Something to change for a learner: how, what to avoid, how to know that it works.

    `entry` is the id of the shared adaptation that it stands for, or nothing: its words are those
    of the entry, and the reader of a module leaves them empty.
    """

    title: Inlines
    need: Inlines
    domain: str
    levels: tuple[str, ...]
    how: Inlines
    avoid: Inlines
    measure: Inlines
    difficulties: tuple[str, ...]
    source: str
    blocks: Blocks
    id: str
    span: Span
    source_span: Span | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class QuestionRef:
    """A question of the module, asked here."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class TrainerNote:
    """For the trainer only."""

    title: Inlines
    blocks: Blocks
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class SlideOverride:
    """Replaces the automatic slide of its section; `layout` is empty for the usual one.

    `duration_min` is shown by the layout of an activity.
    """

    layout: str
    title: Inlines
    blocks: Blocks
    id: str
    span: Span
    duration_min: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of `Columns`."""

    title: Inlines
    blocks: Blocks
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side."""

    columns: tuple[Column, ...]
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Conditional:
    """Published only where `values` hold on `axis`; ids of the vocabulary, or words of it."""

    axis: Axis
    values: tuple[str, ...]
    blocks: Blocks
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class PlainTwin:
    """The plain-language twin of the box, or else of the section, that holds it."""

    blocks: Blocks
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines to write on."""

    count: int
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Video:
    """A film: an https address or a file of the module, with its transcript as blocks."""

    title: Inlines
    source: str
    blocks: Blocks
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Not published anywhere."""

    blocks: Blocks
    id: str
    span: Span


Box = (
    Callout
    | Misconception
    | Decision
    | Vignette
    | Activity
    | Adaptation
    | QuestionRef
    | TrainerNote
    | SlideOverride
    | Columns
    | Conditional
    | PlainTwin
    | WritingLines
    | Video
    | Draft
)
