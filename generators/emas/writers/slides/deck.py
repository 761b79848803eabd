"""A deck as data: what each slide says, where, at which page; no bytes, no file format."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from emas.diagnostics import Diagnostic
from emas.document import Align
from emas.writers.slides.layouts import Box, Layout


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation inside a run: the number of its source, the place in it, and its state."""

    number: int
    locator: str
    state: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look the same. `accent` takes the colour of the slot's kind of content."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    accent: bool = False
    href: str = ""
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
    """Lines in a slot; `box` when it is not at the layout's place."""

    slot: int
    lines: tuple[Line, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PictureFill:
    """A picture of the module, by its name, and what it shows in words."""

    slot: int
    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class TableFill:
    """A table, its header row first; each cell is lines. Widths and heights are in points."""

    slot: int
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    aligns: tuple[Align, ...]
    widths_pt: tuple[float, ...]
    heights_pt: tuple[float, ...]
    size_pt: float
    alt: str


Fill = TextFill | PictureFill | TableFill


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide. `fills` are in reading order; `path` says where we are, outermost first.

    `crumb` is what is shown of `path`; the title is drawn at `title_scale` times its usual size.
    """

    layout: Layout
    title: str
    fills: tuple[Fill, ...] = ()
    notes: tuple[Line, ...] = ()
    path: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    crumb: str = ""
    title_scale: float = 1.0

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
    """A group of slides, as PowerPoint shows them in its panel."""

    name: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole deck. `created` is the date written in its properties."""

    title: str
    subject: str
    author: str
    footer: str
    created: date
    parts: tuple[Part, ...]

    def slides(self) -> tuple[Slide, ...]:
        """Return the slides in their order."""
        return tuple(slide for part in self.parts for slide in part.slides)
