r"""GIFT: questions in a text file, as Moodle reads them.

A blank line parts questions. Inside one: `// a comment`, `::title::`, the statement, the answers
between braces; `~ = # { } :` are escaped by a backslash, `\n` is a line end.

Source: docs.moodle.org, « GIFT format », and question/format/gift/format.php (Moodle 4.5).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, Span
from emas.readers.exchange.draft import (
    FULL,
    HOLE,
    Body,
    Choices,
    Couple,
    Description,
    Draft,
    Essay,
    Figure,
    Format,
    Matches,
    Numeric,
    Option,
    Rich,
    TrueFalse,
    Typed,
)
from emas.readers.exchange.words import NotUnderstoodError, named, number
from emas.readers.source import SourceFile

ESCAPED = re.compile(r"\\([\\~=#{}:n])")
MASK = "\0\0"
"""Stands for an escape where marks are looked for; no file that we read holds it."""

LABEL = re.compile(r"\[(id|tag):((?:\\\]|[^\[\]\\]|\\(?!\])){1,255})\]")
FORMAT = re.compile(r"\[(moodle|html|plain|markdown)\]")
WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{0,9})?)%")
WRAPPED = re.compile(r"[ \t]*\n[ \t]*")
CATEGORY = "$CATEGORY:"
MOST_ANSWERS = 500
"""Answers of one question; we show twenty."""

TRUE, FALSE = ("T", "TRUE"), ("F", "FALSE")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block, by its two ends."""

    start: int
    end: int


class Block:
    """The lines of one question. Places are counted in `text`, marks looked for in `masked`."""

    def __init__(self, path: PurePosixPath, lines: list[tuple[int, str]]) -> None:
        said = [(place, line) for place, line in lines if not _is_comment(line)]
        self.path = path
        self.notes = " ".join(line for _, line in lines if _is_comment(line))
        self.numbers = [place for place, _ in said]
        self.text = "\n".join(line for _, line in said)
        self.masked = ESCAPED.sub(MASK, self.text)
        self.starts = [0]
        for _, line in said:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def span(self, part: Part) -> Span:
        """Return where a part is in the file, on its first line."""
        index = min(bisect_right(self.starts, part.start), len(self.numbers)) - 1
        column = part.start - self.starts[index] + 1
        last = min(part.end, self.starts[index + 1] - 1) - self.starts[index] + 1
        line = self.numbers[index]
        return Span(self.path, line, column, line, max(last, column + 1))

    def trimmed(self, start: int, end: int) -> Part:
        """Return a part without the blanks around it."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return Part(start, max(start, start + len(words.strip())))

    def find(self, mark: str, part: Part) -> int:
        """Return where `mark` first stands in `part`, unescaped, or -1."""
        return self.masked.find(mark, part.start, part.end)

    def words(self, part: Part) -> str:
        """Return what is written in `part`, its escapes read."""
        return ESCAPED.sub(_unescaped, self.text[part.start : part.end])

    def rich(self, part: Part, usual: Format) -> Rich:
        """Return a text, in the format that it names, else in the `usual` one."""
        part = self.trimmed(part.start, part.end)
        named = FORMAT.match(self.masked, part.start, part.end)
        form = Format(named[1]) if named else usual
        if named:
            part = self.trimmed(named.end(), part.end)
        return Rich(self._laid(part, form), form, self.span(part))

    def _laid(self, part: Part, form: Format) -> str:
        """Return the words of `part`: a line of Moodle's own format goes on below it."""
        written = self.text[part.start : part.end]
        if form in (Format.MOODLE, Format.PLAIN):
            written = WRAPPED.sub(" ", written)
        return ESCAPED.sub(_unescaped, written).strip()


def read_gift(source: SourceFile) -> tuple[list[Draft], list[Diagnostic]]:
    """Return the questions of a file, and those that could not be read."""
    drafts: list[Draft] = []
    found: list[Diagnostic] = []
    category = ""
    for block in _blocks(source.text.replace(HOLE, " "), source.path):
        first = block.trimmed(0, len(block.text))
        if block.text.startswith(CATEGORY, first.start):
            end = block.text.find("\n", first.start)
            end = end if end >= 0 else first.end
            category = block.text[first.start + len(CATEGORY) : end].strip()
            first = block.trimmed(end, first.end)
        if first.start >= first.end:
            continue
        try:
            drafts.append(_draft(block, first, category))
        except NotUnderstoodError as error:
            span = block.span(Part(error.place or first.start, first.end))
            values = {"question": named(block.words(first)), "cause": error.cause}
            found.append(Diagnostic(Code.IMP002, span, values))
    return drafts, found


def _blocks(text: str, path: PurePosixPath) -> Iterator[Block]:
    lines: list[tuple[int, str]] = []
    for place, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            lines.append((place, line))
        elif lines:
            block = Block(path, lines)
            lines = []
            if block.text:
                yield block


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("//")


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] == "n" else match[1]


def _draft(block: Block, whole: Part, category: str) -> Draft:
    title, rest = _title(block, whole)
    opening, closing = block.find("{", rest), block.find("}", rest)
    labels = [(kind, text.replace("\\]", "]").strip()) for kind, text in LABEL.findall(block.notes)]
    if opening < 0 and closing < 0:
        statement, answers = block.rich(rest, Format.MOODLE), None
    else:
        if not 0 <= opening < closing:
            raise NotUnderstoodError(
                "il y manque une accolade, ou une ligne vide la coupe en deux",
                max(opening, closing),
            )
        after = block.trimmed(closing + 1, rest.end)
        if (extra := block.find("{", after)) >= 0:
            raise NotUnderstoodError("elle a plusieurs zones de réponses", extra)
        statement = _around(block, rest, opening, closing)
        answers = block.trimmed(opening + 1, closing)
    feedback = Rich("", statement.format, statement.span)
    body: Body = Description()
    if answers is not None:
        general = block.masked.rfind("####", answers.start, answers.end)
        if general >= 0:
            feedback = block.rich(Part(general + 4, answers.end), statement.format)
            answers = block.trimmed(answers.start, general)
        body = _body(block, answers, statement.format)
    return Draft(
        title=title,
        id=next((text for kind, text in labels if kind == "id"), ""),
        tags=tuple(text for kind, text in labels if kind == "tag"),
        category=category,
        statement=statement,
        body=body,
        feedback=feedback,
        hints=(),
        span=block.span(whole),
    )


def _title(block: Block, whole: Part) -> tuple[str, Part]:
    end = block.masked.find("::", whole.start + 2, whole.end)
    if not block.masked.startswith("::", whole.start) or end < 0:
        return "", whole
    title = " ".join(block.words(Part(whole.start + 2, end)).split())
    return title, block.trimmed(end + 2, whole.end)


def _around(block: Block, rest: Part, opening: int, closing: int) -> Rich:
    """Return the statement, with a `HOLE` where the answers stand if text comes after them."""
    before = block.rich(Part(rest.start, opening), Format.MOODLE)
    after = block.rich(Part(closing + 1, rest.end), before.format)
    if not after:
        return before
    glue = " " if block.text[opening - 1 : opening].isspace() else ""
    tail = " " if block.text[closing + 1 : closing + 2].isspace() else ""
    text = f"{before.text}{glue}{HOLE}{tail}{after.text}"
    return Rich(text.strip(), before.format, before.span)


def _body(block: Block, answers: Part, form: Format) -> Body:
    if answers.start >= answers.end:
        return Essay(Rich("", form, block.span(answers)))
    if block.masked.startswith("#", answers.start):
        return _numeric(block, Part(answers.start + 1, answers.end), form)
    if block.find("~", answers) >= 0:
        return _choices(block, answers, form)
    pieces = [part for _, part in _pieces(block, answers, "=")]
    if all(block.find("->", part) >= 0 for part in pieces) and block.find("=", answers) >= 0:
        return _matches(block, pieces, form)
    verdict, *told = _shared(block, answers)
    if block.words(verdict) in (*TRUE, *FALSE):
        return _true_false(block, block.words(verdict) in TRUE, told, form)
    return Typed(strict=False, options=tuple(_option(block, p, form, FULL) for p in pieces))


def _pieces(block: Block, whole: Part, marks: str) -> list[tuple[str, Part]]:
    """Return what follows each of `marks`, and what stands before the first, with its mark."""
    places = [m.start() for m in re.finditer(f"[{marks}]", block.masked[whole.start : whole.end])]
    if len(places) > MOST_ANSWERS:
        raise NotUnderstoodError(f"elle a plus de {MOST_ANSWERS} réponses", whole.start)
    edges = [whole.start - 1, *(whole.start + place for place in places), whole.end]
    parts = [
        (block.masked[start] if start >= whole.start else "", block.trimmed(start + 1, end))
        for start, end in pairwise(edges)
    ]
    return [(mark, part) for mark, part in parts if part.start < part.end]


def _shared(block: Block, part: Part) -> list[Part]:
    """Return an answer, then each remark that follows it after a `#`."""
    places = [part.start - 1]
    while len(places) < 3 and (place := block.masked.find("#", places[-1] + 1, part.end)) >= 0:
        places.append(place)
    edges = [*places, part.end]
    return [block.trimmed(a + 1, b) for a, b in pairwise(edges)]


def _option(block: Block, part: Part, form: Format, usual: Decimal) -> Option:
    """Return an answer, worth `usual` unless it says otherwise: `%50%text#remark`."""
    span = block.span(part)
    worth = usual
    if weight := WEIGHT.match(block.masked, part.start, part.end):
        worth = Decimal(weight[1])
        part = block.trimmed(weight.end(), part.end)
    sign = block.find("#", part)
    end = sign if sign >= 0 else part.end
    remark = Part(end + 1, part.end) if sign >= 0 else Part(part.end, part.end)
    return Option(block.rich(Part(part.start, end), form), worth, block.rich(remark, form), span)


def _choices(block: Block, answers: Part, form: Format) -> Choices:
    options = tuple(
        _option(block, part, form, FULL if mark == "=" else Decimal(0))
        for mark, part in _pieces(block, answers, "~=")
    )
    return Choices(single=block.find("=", answers) >= 0, options=options)


def _true_false(block: Block, right: bool, told: list[Part], form: Format) -> TrueFalse:
    """Return a true-false question: its first remark is for the wrong answer."""
    empty = Rich("", form, block.span(Part(0, 0)))
    wrong, fine, *_ = (*(block.rich(part, form) for part in told), empty, empty)
    return TrueFalse(right, fine if right else wrong, wrong if right else fine)


def _matches(block: Block, pieces: list[Part], form: Format) -> Matches:
    couples: list[Couple] = []
    for part in pieces:
        arrow = block.find("->", part)
        right = block.rich(Part(arrow + 2, part.end), Format.MOODLE)
        left = block.rich(Part(part.start, arrow), form)
        couples.append(Couple(left, right.text, block.span(part)))
    return Matches(tuple(couples))


def _numeric(block: Block, answers: Part, form: Format) -> Numeric:
    pieces = _pieces(block, answers, "=~")
    if not pieces:
        raise NotUnderstoodError("aucun nombre n’y est attendu", answers.start)
    figures = tuple(_figure(block, mark, part, form) for mark, part in pieces)
    return Numeric(figures)


def _figure(block: Block, mark: str, part: Part, form: Format) -> Figure:
    option = _option(block, part, form, Decimal(0) if mark == "~" else FULL)
    text = option.text.text
    if mark == "~" or text == "*":
        return Figure(None, Decimal(0), Decimal(0), option.feedback, option.span)
    if ".." in text:
        low, high = (number(end) for end in text.split("..", 1))
        value, tolerance = (low + high) / 2, abs(high - low) / 2
    else:
        first, _, second = text.partition(":")
        value, tolerance = number(first), number(second or "0")
    return Figure(value, tolerance, option.worth, option.feedback, option.span)
