"""A question as its author would have typed it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from emas.document import Align, Blocks, Cell, Inline, Inlines, Paragraph, Row, Text
from emas.model import (
    Answer,
    Gaps,
    Item,
    Matching,
    Number,
    Open,
    Ordering,
    Position,
    Question,
    Scale,
    Sorting,
    Task,
    Ticking,
)
from emas.writers.source.blocks import block_lines, item_lines, quoted, table_lines
from emas.writers.source.inlines import line_source

OPTION = re.compile(r"\s*[^\W\d_][^\s:]*[ \t]*:[ \t]")
"""What would be read as an option of the block that it comes first in."""


def question_source(question: Question) -> str:
    """Return the Markdown of `question`, without a line end; its kind reads it back as it was.

    Raises:
        TypeError: if one of our boxes is in its texts.
    """
    options = list(_options(question))
    statement = block_lines(question.statement)
    parts = [["", *statement] if options else _opening(statement), _answers(question)]
    if question.hint:
        parts.append(["::: indice", *_opening(block_lines(question.hint)), ":::"])
    if said := _said(question):
        parts.append(quoted(said))
    body = [line for part in parts if part for line in ("", *part)][1:]
    opening = f"::: question {question.kind} {{#{question.id}}}"
    return "\n".join([opening, *options, *body, ":::"])


def _opening(lines: list[str]) -> list[str]:
    """Return the first lines of a block, parted from its opening if they look like options."""
    return ["", *lines] if lines and OPTION.match(lines[0]) else lines


def _options(question: Question) -> Iterator[str]:
    if question.objective:
        yield f"objectif : {question.objective}"
    if question.source:
        yield f"source : {question.source}"
    match question.task:
        case Gaps(strict=True):
            yield "strict : oui"
        case Number() as task:
            yield f"reponse : {_number(task.value)}{' ' if task.unit else ''}{task.unit}"
            if task.tolerance:
                yield f"tolerance : {_number(task.tolerance)}"
        case Scale(labels=labels):
            yield f"echelle : {_labels(labels)}"
        case Open(collected=True):
            yield "collecte : oui"
        case _:
            pass


def _number(value: Decimal) -> str:
    """Return « 2,5 »: no zero that says nothing."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _labels(labels: tuple[Blocks, ...]) -> str:
    named = [line_source(_line(label)) for label in labels]
    if len(named) == 5 and not any(named[1:4]):
        return f"{named[0]} … {named[4]}"
    return " | ".join(named)


def _said(question: Question) -> Blocks:
    """Return what is quoted after the answers."""
    return question.task.model if isinstance(question.task, Open) else question.feedback


def _answers(question: Question) -> list[str]:
    task: Task = question.task
    match task:
        case Ticking(answers=answers):
            return [line for answer in answers for line in _answer(answer)]
        case Ordering(items=items):
            return [line for rank, item in enumerate(items) for line in _item(rank, item)]
        case Matching():
            rows = [(pair.left, pair.right) for pair in task.pairs]
            return _table([(task.left_title, task.right_title), *rows])
        case Sorting():
            rows = [(entry.label, task.categories[entry.category]) for entry in task.entries]
            return _table([(task.entry_title, task.category_title), *rows])
        case Gaps() | Number() | Scale() | Position() | Open():
            return []
        case _:
            assert_never(task)


def _answer(answer: Answer) -> list[str]:
    box = "[x] " if answer.right else "[ ] "
    lines = item_lines("- ", answer.label, box=box)
    return lines + [f"  {line}" for line in quoted(answer.feedback)]


def _item(rank: int, item: Item) -> list[str]:
    marker = f"{rank + 1}. "
    margin = " " * len(marker)
    return item_lines(marker, item.label) + [f"{margin}{line}" for line in quoted(item.feedback)]


def _table(rows: list[tuple[Blocks, Blocks]]) -> list[str]:
    made = (
        Row(tuple(Cell(_line(cell), cell[0].span) for cell in row), row[0][0].span) for row in rows
    )
    return table_lines(made, (Align.LEFT, Align.LEFT))


def _line(blocks: Blocks) -> Inlines:
    """Return the lines of `blocks` as one."""
    line: list[Inline] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            line += [Text(" ", block.span), *block.children] if line else block.children
    return tuple(line)
