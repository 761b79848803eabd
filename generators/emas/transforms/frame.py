"""The frames of an outline: what one slide is about, and what is said meanwhile."""

from dataclasses import dataclass

from emas.document import (
    Activity,
    Adaptation,
    Blocks,
    Callout,
    CalloutKind,
    Columns,
    Conditional,
    Decision,
    Figure,
    Heading,
    Inlines,
    Misconception,
    Paragraph,
    QuestionRef,
    SlideOverride,
    Table,
    Video,
)

CLOSING = (CalloutKind.TOMORROW, CalloutKind.WHOM_TO_TELL)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of level 2 and what follows it; the text before the first one has no heading."""

    heading: Heading | None
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Flow:
    """Text shown line by line: lists, what introduces them, short quotations."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Hook:
    """The first words of a section that has nothing to show (if any); they are in the notes too."""

    sentence: Paragraph | None


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture, with the text that goes beside it (maybe none)."""

    figure: Figure
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Story:
    """A part of what a vignette tells; `levels` are ids of the vocabulary."""

    blocks: Blocks
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """A decision to take, and all the decisions of its vignette, where its choices may lead."""

    decision: Decision
    others: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Adaptations:
    """Adaptations that follow one another: the rows of a table."""

    cards: tuple[Adaptation, ...]


Exercise = Choices | QuestionRef
Shown = (
    Flow
    | Hook
    | Illustration
    | Story
    | Adaptations
    | Table
    | Callout
    | Columns
    | Misconception
    | Activity
    | Video
)
Content = Shown | Exercise | SlideOverride
"""All that a frame may show."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One idea to show, and what is said meanwhile.

    `path` are the headings above it, `title` is the box's own and may be empty. `conditions` are
    the conditional blocks around it: whom it is for. `content` is None when all of it is said.
    `sequence` is what it takes the time of: the id of the activity or the vignette that it is part
    of, else that of the heading of its section, empty before the first one.
    """

    content: Content | None
    path: tuple[Inlines, ...] = ()
    title: Inlines = ()
    notes: Blocks = ()
    conditions: tuple[Conditional, ...] = ()
    sequence: str = ""

    @property
    def closing(self) -> bool:
        """Whether it is shown at the end of the deck."""
        return isinstance(self.content, Callout) and self.content.kind in CLOSING


def poster(video: Video) -> Figure | None:
    """Return the picture that stands for a film: the one that its text begins with, if any."""
    first = (*video.blocks, None)[0]
    return first if isinstance(first, Figure) else None
