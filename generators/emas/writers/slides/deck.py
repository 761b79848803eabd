"""A deck as data: what each slide says, where, for how long; no bytes, no file format."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from emas.diagnostics import Diagnostic
from emas.document import Align
from emas.theme import Colour
from emas.writers.slides.layouts import Box, Layout, Spec


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation inside a run: the number of its source, the place in it, and its state."""

    number: int
    locator: str
    state: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look the same. `accent` takes the colour of the slot's kind of content.

    `colour` is one of its own, for words that also say it. A link leads to an address (`href`)
    or to the slide of this deck that has that anchor (`to`).
    """

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    accent: bool = False
    colour: Colour | None = None
    href: str = ""
    to: str = ""
    cite: Cite | None = None
    term: str = ""


class Marker(StrEnum):
    """What stands before a line."""

    NONE = ""
    BULLET = "•"
    NUMBER = "1."
    LETTER = "A"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a slide or of its notes.

    `level` counts from 0; `number` is the rank of a numbered item. The runs of a `LETTER` begin
    with the letter and a tab. `kept` lines stay with the next one on a page.
    """

    runs: tuple[Run, ...]
    level: int = 0
    marker: Marker = Marker.NONE
    number: int = 1
    kept: bool = False

    @property
    def text(self) -> str:
        """The words, without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class TextFill:
    """Lines in a slot; `box` when it is not at the layout's place.

    `to` is the anchor of the slide that a click anywhere on it leads to.
    """

    slot: int
    lines: tuple[Line, ...]
    box: Box | None = None
    to: str = ""


@dataclass(frozen=True, slots=True)
class PictureFill:
    """A picture of the module, by its name, and what it shows in words."""

    slot: int
    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class TableFill:
    """A table, its header row first; each cell is lines. Widths and heights are in points.

    The first column names the rows if `named`.
    """

    slot: int
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    aligns: tuple[Align, ...]
    widths_pt: tuple[float, ...]
    heights_pt: tuple[float, ...]
    size_pt: float
    alt: str
    named: bool = False


Fill = TextFill | PictureFill | TableFill


@dataclass(frozen=True, slots=True)
class Timing:
    """When a slide is shown, from the start of the session, and for how long; 0 is less than 1."""

    start_min: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide. `fills` are in reading order; `path` says where we are, outermost first.

    `crumb` is what is shown of `path`. Links lead to `anchor`, unique in the deck when there is
    one. `sequence` is what it takes the time of, as the ids of a step and of a sequence in it; its
    `timing` is None when that is not known, and the first line of `notes` says it.
    """

    layout: Layout
    title: str
    fills: tuple[Fill, ...] = ()
    notes: tuple[Line, ...] = ()
    path: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    crumb: str = ""
    anchor: str = ""
    sequence: tuple[str, str] | None = None
    timing: Timing | None = None

    def lines(self) -> tuple[Line, ...]:
        """Return all the lines it shows."""
        shown: list[Line] = []
        for fill in self.fills:
            match fill:
                case TextFill():
                    shown += fill.lines
                case TableFill():
                    shown += (line for row in fill.rows for cell in row for line in cell)
                case PictureFill():
                    pass
        return tuple(shown)


@dataclass(frozen=True, slots=True)
class Part:
    """A group of slides: the opening, a step, the closing."""

    name: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole deck. `specs` are the layouts it was measured with, `created` its date."""

    title: str
    subject: str
    author: str
    footer: str
    created: date
    specs: Mapping[Layout, Spec]
    parts: tuple[Part, ...]

    def slides(self) -> tuple[Slide, ...]:
        """Return the slides in their order."""
        return tuple(slide for part in self.parts for slide in part.slides)

    def anchors(self) -> Mapping[str, int]:
        """Return the rank, from 0, of each slide that links may lead to."""
        return {slide.anchor: rank for rank, slide in enumerate(self.slides()) if slide.anchor}
