"""What a question asks to do: one class per way of answering, a closed union.

What is shown to tick, order or pair up is numbered from 0 in the order of the source: answers
given, keys and scores all speak of these numbers.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from emas.diagnostics import Span
from emas.document import Blocks


class Kind(StrEnum):
    """The kinds of questions; the value is the author's word."""

    SINGLE = "unique"
    MULTIPLE = "multiple"
    TRUE_FALSE = "vrai-faux"
    ORDER = "ordre"
    MATCHING = "association"
    CATEGORIES = "categories"
    GAPS = "trous"
    NUMBER = "numerique"
    SCALE = "echelle"
    POSITION = "position"
    OPEN = "ouverte"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to tick, and what is said of it afterwards (may be empty)."""

    right: bool
    label: Blocks
    feedback: Blocks
    span: Span


@dataclass(frozen=True, slots=True)
class Ticking:
    """Tick one answer (`SINGLE`, `TRUE_FALSE`) or several (`MULTIPLE`)."""

    kind: Kind
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to put in its place, and what is said of it afterwards (may be empty)."""

    label: Blocks
    feedback: Blocks
    span: Span


@dataclass(frozen=True, slots=True)
class Ordering:
    """Put `items` in order; they are written in the right one."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that go together."""

    left: Blocks
    right: Blocks
    span: Span


@dataclass(frozen=True, slots=True)
class Matching:
    """Find what goes with the left of each pair; the titles are those of the two columns."""

    left_title: Blocks
    right_title: Blocks
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to sort; `category` is the number of its category."""

    label: Blocks
    category: int
    span: Span


@dataclass(frozen=True, slots=True)
class Sorting:
    """Put each entry in its category; the titles are those of the two columns."""

    entry_title: Blocks
    category_title: Blocks
    categories: tuple[Blocks, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Fill the `Gap`s of the statement; `strict` asks for the very letters of an answer."""

    strict: bool


@dataclass(frozen=True, slots=True)
class Number:
    """Give a number within `tolerance` of `value`, both in `unit` (may be empty)."""

    value: Decimal
    tolerance: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Choose a point; the label of a point between two named ones may be empty."""

    labels: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Say how far one agrees with the statement, on `POSITIONS`, before and after."""


@dataclass(frozen=True, slots=True)
class Open:
    """Write freely. `model` is an example of an answer; sessions collect it if `collected`."""

    model: Blocks
    collected: bool


Task = Ticking | Ordering | Matching | Sorting | Gaps | Number | Scale | Position | Open

POSITIONS = (
    "Pas du tout d’accord",
    "Plutôt pas d’accord",
    "Ni pour ni contre",
    "Plutôt d’accord",
    "Tout à fait d’accord",
)

KINDS: dict[type[Task], Kind] = {
    Ordering: Kind.ORDER,
    Matching: Kind.MATCHING,
    Sorting: Kind.CATEGORIES,
    Gaps: Kind.GAPS,
    Number: Kind.NUMBER,
    Scale: Kind.SCALE,
    Position: Kind.POSITION,
    Open: Kind.OPEN,
}
UNSCORED = {Kind.SCALE, Kind.POSITION, Kind.OPEN}
"""Kinds without a right answer: no score, never a success or a failure."""


def kind_of(task: Task) -> Kind:
    """Return the kind of question that asks for `task`."""
    return task.kind if isinstance(task, Ticking) else KINDS[type(task)]
