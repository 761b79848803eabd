"""What the charter looks at: each line of prose of a page, with where it stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import PurePosixPath
from typing import get_args

from emas.diagnostics import Applicability, Edit, Span
from emas.document import (
    Activity,
    Adaptation,
    BulletList,
    Choice,
    Citation,
    CodeBlock,
    Comment,
    Decision,
    Draft,
    Gap,
    Heading,
    Image,
    Inline,
    InlineCode,
    LineBreak,
    Misconception,
    Node,
    OrderedList,
    Paragraph,
    PlainTwin,
    QuestionRef,
    Quote,
    Row,
    Table,
    Text,
    TrainerNote,
    Verdict,
    Vignette,
    plain_text,
    walk,
)
from emas.document.tree import FIELDS
from emas.model.catalogue import Catalogue
from emas.model.question import Question
from emas.model.task import Ticking


class Within(Enum):
    """What a passage is inside of."""

    TITLE = auto()
    PICTURE = auto()
    PLAIN = auto()
    HEARD = auto()
    QUOTE = auto()
    WRONG = auto()
    STORY = auto()
    INVENTED = auto()
    TRAINER = auto()
    ACTIVITY = auto()
    ADAPTATION = auto()


INSIDE: Mapping[type[Node], Within] = {
    Heading: Within.TITLE,
    PlainTwin: Within.PLAIN,
    Quote: Within.QUOTE,
    Vignette: Within.STORY,
    Decision: Within.STORY,
    Choice: Within.STORY,
    TrainerNote: Within.TRAINER,
    Activity: Within.ACTIVITY,
    Adaptation: Within.ADAPTATION,
}

INLINES = frozenset(get_args(Inline))

INVENTED = re.compile(r"\b(?:inventée?s?|fictif|fictive|fictifs|fictives)\b", re.IGNORECASE)
"""What marks names and figures that are made up."""

OTHER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in a passage for what is no prose: code, a gap to fill."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one paragraph, heading, cell or line of a box, in a row.

    `parts` say where each piece of `text` was written, `citations` where it names a source.
    `sources` are those that it names, or that is named by what holds it: its question, its row, the
    sentence that leads to its list.
    """

    text: str
    parts: tuple[tuple[int, Text], ...]
    within: frozenset[Within]
    sources: tuple[str, ...]
    citations: tuple[tuple[int, Citation], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return where the characters from `start` to `end` of `text` were written.

        The whole piece, if it runs over several lines of its file: soft breaks are spaces by now.
        """
        first, piece = self._part(start)
        start, span = max(start, first), piece.span
        end = max(end, start + 1)
        if span.line != span.end_line:
            return span
        # What comes before the words, as a box to tick, is in their span and not in their text.
        begins = max(span.column, span.end_column - len(piece.text)) + start - first
        return replace(span, column=begins, end_column=begins + end - start)

    def edit(self, start: int, end: int, replacement: str) -> Edit | None:
        """Return what to offer in place of these characters; nothing if their place is not sure.

        Escapes make a source longer than its text, and a text of several lines has lost them.
        """
        first, piece = self._part(start)
        span = piece.span
        sure = span.line == span.end_line and span.end_column - span.column >= len(piece.text)
        if not sure or not first <= start <= end <= first + len(piece.text):
            return None
        return Edit(self.span(start, end), replacement, Applicability.SUGGESTED)

    def _part(self, start: int) -> tuple[int, Text]:
        """Return the piece that holds a character: the next one, if code begins the passage."""
        before = (part for part in reversed(self.parts) if part[0] <= start)
        return next(before, self.parts[0])


@dataclass(frozen=True, slots=True)
class Page:
    """The passages of what is read in one go, in reading order."""

    path: PurePosixPath
    passages: tuple[Passage, ...]


Pages = tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds a passage, and the questions that may be asked there."""

    within: frozenset[Within] = frozenset()
    sources: tuple[str, ...] = ()
    questions: Mapping[str, Question] | None = None

    def inside(self, *more: Within, sources: Iterable[str] = ()) -> "_Around":
        named = (*self.sources, *(name for name in sources if name))
        return replace(self, within=self.within | {*more}, sources=named)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield what is read in one go: a page, a step, a question of a bank, an adaptation."""
    around = _Around()
    for page in catalogue.pages:
        yield Page(page.span.path, tuple(_read(page.blocks, around)))
    for module in catalogue.modules:
        for step in module.steps:
            asking = replace(around, questions={item.id: item for item in step.questions})
            yield Page(step.span.path, tuple(_read(step.blocks, asking)))
        for question in module.bank:
            yield Page(question.span.path, tuple(_question(question, around)))
    for survey in catalogue.surveys:
        for question in survey.questions:
            yield Page(survey.span.path, tuple(_question(question, around)))
    for shared in catalogue.adaptations:
        held = around.inside(Within.ADAPTATION, sources=[shared.source])
        parts = (
            *_read((*shared.intro, *shared.how), held),
            *_read(shared.avoid, held.inside(Within.WRONG)),
            *_read(shared.measure, held),
            *_read(shared.plain, held.inside(Within.PLAIN)),
        )
        yield Page(shared.span.path, parts)


def _question(question: Question, around: _Around) -> Iterator[Passage]:
    held = around.inside(sources=[question.source, *_cited(question.texts())])
    yield from _read(question.statement, held)
    if isinstance(question.task, Ticking):
        for answer in question.task.answers:
            wrong = held if answer.right else held.inside(Within.WRONG)
            yield from _read(answer.label, wrong)
            yield from _read(answer.feedback, held)
    else:
        task = replace(question, statement=(), hint=(), feedback=())
        yield from _read(task.texts(), held)
    yield from _read((*question.hint, *question.feedback), held)


def _read(nodes: Iterable[Node], around: _Around) -> Iterator[Passage]:
    """Yield the passages of `nodes`; the line that opens a list holds it."""
    line: list[Node] = []
    before = around
    for node in nodes:
        if type(node) in INLINES:
            line.append(node)
            continue
        held = before if isinstance(node, BulletList | OrderedList | Table) else around
        yield from _block(node, held)
        before = _after(node, around) if isinstance(node, Paragraph) else around
    if line:
        yield from _line(line, around)


def _after(node: Paragraph, around: _Around) -> _Around:
    """Return what holds the list or the table that follows a paragraph."""
    text = plain_text([node])
    invented = [Within.INVENTED] if INVENTED.search(text) else []
    return around.inside(*invented, sources=_cited([node]) if text.endswith(":") else ())


def _cited(nodes: Iterable[Node]) -> list[str]:
    return [node.source for node in walk(nodes) if isinstance(node, Citation)]


def _block(node: Node, around: _Around) -> Iterator[Passage]:
    if isinstance(node, Draft | Comment | CodeBlock):
        return
    if isinstance(node, QuestionRef):
        if around.questions and node.id in around.questions:
            yield from _question(around.questions[node.id], around)
        return
    inside = [INSIDE[type(node)]] if type(node) in INSIDE else []
    sources = [node.source] if isinstance(node, Adaptation) else []
    if isinstance(node, Row):
        sources = _cited([node])
    for name in FIELDS[type(node)]:
        value = getattr(node, name)
        if isinstance(value, tuple):
            if value and type(value[0]) in FIELDS:
                held = around.inside(*inside, *_of_field(node, name), sources=sources)
                yield from _read(value, held)
        elif type(value) in FIELDS:
            yield from _read((value,), around.inside(*inside, sources=sources))


def _of_field(node: Node, name: str) -> Iterator[Within]:
    """Yield what one field of a box is for, beside what the whole box is."""
    match node, name:
        case _, "title":
            yield Within.TITLE
        case Misconception(), "heard":
            yield Within.HEARD
        case Adaptation(), "avoid":
            yield Within.WRONG
        case Choice(verdict=Verdict.AVOID), "label":
            yield Within.WRONG


def _line(nodes: list[Node], around: _Around) -> Iterator[Passage]:
    """Yield the passage of a line, then those of its pictures."""
    text = ""
    parts: list[tuple[int, Text]] = []
    citations: list[tuple[int, Citation]] = []
    for node in walk(nodes):
        match node:
            case Text():
                parts.append((len(text), node))
                text += node.text
            case Citation():
                citations.append((len(text), node))
            case InlineCode() | Gap():
                text += OTHER
            case LineBreak():
                text += "\n"
            case Image() if node.alt:
                held = around.inside(Within.PICTURE)
                yield Passage(node.alt, ((0, _alternative(node)),), held.within, held.sources)
    if parts:
        invented = [Within.INVENTED] if INVENTED.search(text) else []
        held = around.inside(*invented, sources=_cited(nodes))
        yield Passage(text, tuple(parts), held.within, held.sources, tuple(citations))


def _alternative(image: Image) -> Text:
    """Return the words of a picture as a text, after their `![`."""
    begins = image.span.column + 2
    return Text(image.alt, replace(image.span, column=begins, end_column=begins + len(image.alt)))
