"""GIFT: questions as a text that people can read, and that Moodle and others import.

Source: docs.moodle.org, « GIFT format », and question/format/gift/format.php (Moodle 4.1).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import assert_never

from emas.document import Blocks, Image, walk
from emas.model import (
    Edition,
    Gaps,
    Kind,
    Matching,
    Number,
    Open,
    Ordering,
    Position,
    Question,
    Scale,
    Sorting,
    Ticking,
    gaps,
)
from emas.writers.lms.html import Place, html, in_words
from emas.writers.lms.losses import Losses
from emas.writers.lms.pairs import Pairs, pairs
from emas.writers.lms.spellings import all_spellings
from emas.writers.lms.texts import (
    decimal,
    feedback,
    is_true,
    per_cent,
    private,
    shelves,
    statement,
    tags,
    title,
)
from emas.writers.written import Written

FILE = PurePosixPath("questions.gift")
RESERVED = "\\~=#{}:"
GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
"""The place of a gap, while the rest of the text is escaped."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the texts of a file refer to, and what is lost on the way."""

    place: Place
    losses: Losses

    def text(self, blocks: Blocks) -> str:
        """Return `blocks` as HTML on one line, escaped."""
        return escaped(html(blocks, self.place))


def write(edition: Edition) -> Written:
    """Return `questions.gift`: the questions of the module, by step then those of its bank."""
    sources = {source.id: source for source in edition.citations}
    sheet = Sheet(Place(sources, in_words, lambda _: GAP), Losses("questions.gift"))
    parts = [f"// {edition.module.title}. {edition.team.name}, {edition.module.licence}."]
    for name, questions in shelves(edition.module):
        path = "/".join(part.replace("/", "//") for part in (edition.module.title, name))
        parts.append(f"$CATEGORY: $course$/top/{path}")
        parts += filter(None, (_question(question, sheet) for question in questions))
    text = "\n\n".join(parts) + "\n"
    return Written({FILE: text.encode()}, tuple(sheet.losses.diagnostics()))


def escaped(text: str) -> str:
    """Return `text` with a backslash before each letter that means something, on one line."""
    marked = "".join(f"\\{letter}" if letter in RESERVED else letter for letter in text)
    return marked.replace("\n", "\\n")


def _question(question: Question, sheet: Sheet) -> str:
    """Return a question with its name and tags, or nothing if GIFT cannot hold it."""
    answers = _answers(question, sheet)
    if answers is None:
        return ""
    if any(isinstance(node, Image) and not node.decorative for node in walk(question.texts())):
        sheet.losses.dropped("les images, dont elle garde la description", question)
    if question.hint:
        sheet.losses.dropped("les indices", question)
    marks = "".join(f" [tag:{name}]" for name in tags(question))
    text = sheet.text(statement(question))
    said = feedback(question, sheet.place.sources)
    general = f"\t####{sheet.text(said)}\n" if said else ""
    body = f"{{\n{answers}{general}}}" if answers or general else "{}"
    if private(question):  # a text to read has no answers at all, not even empty ones
        body = ""
        text += sheet.text(said)
    before, gap, after = text.partition(GAP)
    asked = f"{before}{body}{after}" if gap else f"{text}{body}"
    return f"// [id:{question.id}]{marks}\n::{escaped(title(question))}::[html]{asked}"


def _answers(question: Question, sheet: Sheet) -> str | None:
    """Return what stands between the braces, a line each, or None if GIFT has no such question."""
    losses = sheet.losses
    lines: Iterable[str]
    match question.task:
        case Ticking(kind=Kind.TRUE_FALSE) as task:
            lines = [_true_false(task, sheet)]
        case Ticking() as task:
            lines = _choice(task, sheet)
        case Ordering() | Matching() | Sorting() as task:
            lines = _pairs(pairs(task, question, losses), sheet)
        case Gaps():
            return _only_gap(question, sheet)
        case Number() as task:
            if task.unit:
                losses.dropped("l’unité d’un nombre, que l’on peut écrire dans l’énoncé", question)
            lines = [f"#{decimal(task.value)}:{decimal(task.tolerance)}"]
        case Scale():
            losses.left_out("une échelle", question)
            return None
        case Open() | Position():
            if private(question):
                losses.reshaped("ce que l’on garde pour soi devient un texte à lire", question)
            lines = []
        case _:
            assert_never(question.task)
    return "".join(f"\t{line}\n" for line in lines)


def _true_false(task: Ticking, sheet: Sheet) -> str:
    """Return « TRUE#said of the wrong answer#said of the right one »."""
    (right,) = (answer for answer in task.answers if answer.right)
    (wrong,) = (answer for answer in task.answers if not answer.right)
    word = "TRUE" if is_true(right) else "FALSE"
    remarks = sheet.text(wrong.feedback), sheet.text(right.feedback)
    return "#".join((word, *remarks)) if any(remarks) else word


def _choice(task: Ticking, sheet: Sheet) -> Iterator[str]:
    count = sum(answer.right for answer in task.answers)
    for answer in task.answers:
        sign = "=" if answer.right else "~"
        if task.kind is Kind.MULTIPLE and count:
            share = per_cent(100 / count)
            sign = f"~%{share}%" if answer.right else f"~%-{share}%"
        remark = f"#{sheet.text(answer.feedback)}" if answer.feedback else ""
        yield f"{sign}{sheet.text(answer.label)}{remark}"


def _pairs(found: Pairs, sheet: Sheet) -> Iterator[str]:
    for left, right in found:
        yield f"={sheet.text(left)} -> {escaped(right)}"


def _only_gap(question: Question, sheet: Sheet) -> str | None:
    """Return the answers to a text with one gap; GIFT has no text with several."""
    found = gaps(question)
    if len(found) != 1:
        sheet.losses.left_out("un texte qui a plusieurs trous", question)
        return None
    strict = isinstance(question.task, Gaps) and question.task.strict
    if strict:
        sheet.losses.dropped("l’exigence d’une réponse à la lettre près", question)
    ways = all_spellings(found[0].accepted, strict=strict)
    return "".join(f"\t=%100%{escaped(way)}\n" for way in ways)
