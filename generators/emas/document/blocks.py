"""What a page is made of: the blocks that CommonMark has."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from emas.diagnostics import Span
from emas.document.inlines import Image, Inlines

if TYPE_CHECKING:
    from emas.document.boxes import Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: Inlines
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6. `id` is the one the author gave, else made of its words."""

    level: int
    children: Inlines
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; a task list's item is ticked or not."""

    blocks: "Blocks"
    ticked: bool | None
    span: Span


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without order."""

    items: tuple[ListItem, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list; `start` is its first number."""

    items: tuple[ListItem, ...]
    start: int
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: "Blocks"
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Text kept line by line; `language` may be empty."""

    text: str
    language: str
    span: Span


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A rule between two parts."""

    span: Span


class Align(StrEnum):
    """How a column of a table is aligned."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    children: Inlines
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """One row; as many cells as `Table.aligns`."""

    cells: tuple[Cell, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header row."""

    header: Row
    rows: tuple[Row, ...]
    aligns: tuple[Align, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands alone."""

    image: Image
    span: Span


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a note, where the author wrote it."""

    label: str
    blocks: "Blocks"
    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment: kept, published nowhere."""

    text: str
    span: Span


Plain = (
    Paragraph
    | Heading
    | BulletList
    | OrderedList
    | Quote
    | CodeBlock
    | ThematicBreak
    | Table
    | Figure
    | Footnote
    | Comment
)
Block = "Plain | Box"
Blocks = tuple["Plain | Box", ...]
