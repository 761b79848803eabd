"""A question as another program wrote it: its words and numbers, before any of them is judged."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum

from emas.diagnostics import Span

HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a statement for a gap to fill; readers take it away from what people wrote."""

PICTURE = re.compile(r"data:image/[\w+.-]{1,20};base64,[A-Za-z0-9+/=\s]*")

FULL = Decimal(100)
"""What a right answer is worth, in per cent."""


class Format(StrEnum):
    """How a text is to be read; the value is the word of GIFT."""

    MOODLE = "moodle"
    HTML = "html"
    PLAIN = "plain"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Rich:
    """A text, with the files that it may show, by name."""

    text: str
    format: Format
    span: Span
    files: Mapping[str, bytes] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def letters(self) -> int:
        """Return how long the text is, without the pictures that it carries."""
        return len(PICTURE.sub("", self.text) if "base64," in self.text else self.text)


@dataclass(frozen=True, slots=True)
class Option:
    """An answer, what it is `worth` in per cent (may be below 0), what is said of it."""

    text: Rich
    worth: Decimal
    feedback: Rich
    span: Span


@dataclass(frozen=True, slots=True)
class Choices:
    """Choose one option (`single`), or several."""

    single: bool
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """Say whether the statement is true; what is said to who answers true, and false."""

    right: bool
    when_true: Rich
    when_false: Rich


@dataclass(frozen=True, slots=True)
class Typed:
    """Type words: in the place of the `HOLE` of the statement if it has one, else below it."""

    strict: bool
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number within `tolerance` of `value`; without a value, any other answer."""

    value: Decimal | None
    tolerance: Decimal
    worth: Decimal
    feedback: Rich
    span: Span


@dataclass(frozen=True, slots=True)
class Numeric:
    """Give a number, in `unit` (may be empty)."""

    figures: tuple[Figure, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Couple:
    """Two things that go together; the left is empty for a right that goes with nothing."""

    left: Rich
    right: str
    span: Span


@dataclass(frozen=True, slots=True)
class Matches:
    """Find what goes with each left."""

    couples: tuple[Couple, ...]


@dataclass(frozen=True, slots=True)
class Cloze:
    """Fill the `HOLE`s of the statement, in order; `others` are the types of those we have not."""

    gaps: tuple[Typed, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sorted:
    """Put items in order; they are in the right one."""

    items: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class Essay:
    """Write freely; `model` is what graders look for."""

    model: Rich


@dataclass(frozen=True, slots=True)
class Description:
    """A text between questions: nothing to answer."""


Body = Choices | TrueFalse | Typed | Numeric | Matches | Cloze | Sorted | Essay | Description


@dataclass(frozen=True, slots=True)
class Draft:
    """A question of a file: its `id` and `category` may be empty, `span` is where it starts."""

    title: str
    id: str
    tags: tuple[str, ...]
    category: str
    statement: Rich
    body: Body
    feedback: Rich
    hints: tuple[Rich, ...]
    span: Span

    def weight(self) -> int:
        """Return how long its texts take to read, in letters; a text or a tag costs its own too."""
        return sum(20 + rich.letters() + 20 * rich.text.count("<") for rich in self.texts())

    def texts(self) -> Iterator[Rich]:
        """Yield every text, empty or not."""
        return _texts(self)


def _texts(value: object) -> Iterator[Rich]:
    """Yield every text in a draft, or in a part of one."""
    if isinstance(value, Rich):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, Span):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))
