"""A question where nothing is clicked, on a slide or on paper: what is asked, and its solution.

Whatever the kind, things told apart by letters are ticked or given a number, so that a room can
answer aloud and a sheet be filled in with a pencil.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from emas.diagnostics import Span
from emas.document import (
    Block,
    Blocks,
    BulletList,
    Gap,
    Inlines,
    ListItem,
    Node,
    OrderedList,
    Paragraph,
    Strong,
    Text,
    WritingLines,
    plain_text,
    rewrite,
)
from emas.model import (
    POSITIONS,
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
    shown_answers,
    shown_entries,
    shown_items,
    shown_rights,
)

NO_NAME = "Ne nommez aucun élève."
"""Said beside every open question."""

NBSP = "\N{NO-BREAK SPACE}"
LINE_SIGNS = 60
"""As many signs of categories as hold on one line of a slide with their numbers."""

ROOM_LINES = 4
"""Lines to write on, for an open question."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """`told` says how to answer; `statement` is followed by `options`, each with its letter.

    `room` is where to write, on paper. `solution` is empty for what is ticked, since each option
    has its own remark, and for what has no right answer.
    """

    told: str
    statement: Blocks
    options: tuple[Blocks, ...]
    solution: Blocks = ()
    room: Blocks = ()


TICKED = {
    Kind.SINGLE: "Une seule bonne réponse",
    Kind.MULTIPLE: "Plusieurs réponses possibles",
    Kind.TRUE_FALSE: "Vrai ou faux",
}


def exercise(question: Question) -> Exercise:
    """Return what is asked by `question`, and its solution."""
    statement, span = question.statement, question.span
    match question.task:
        case Ticking(kind=kind) as task:
            labels = tuple(answer.label for _, answer in shown_answers(task, question.id))
            return Exercise(TICKED[kind], statement, labels)
        case Ordering() as task:
            return _ordering(task, question)
        case Matching() as task:
            return _matching(task, question)
        case Sorting() as task:
            return _sorting(task, question)
        case Gaps():
            return Exercise("Complétez", statement, (), filled(statement))
        case Number() as task:
            room = _said(f"Réponse{NBSP}: …………{NBSP}{task.unit}".rstrip(), span)
            shown = (_strong(number_in_words(task), span),)
            return Exercise("Un nombre", statement, (), shown, (room,))
        case Scale(labels=labels):
            return Exercise("Cochez un point", statement, _points(labels, span))
        case Position():
            told = "Pour vous seulement. Cochez un point"
            points = tuple((_said(label, span),) for label in POSITIONS)
            return Exercise(told, statement, points)
        case Open(model=model):
            told = f"Avec vos mots. {NO_NAME}"
            return Exercise(told, statement, (), model, (WritingLines(ROOM_LINES, "", span),))
        case _:
            assert_never(question.task)


def answered(question: Question) -> bool:
    """Return whether something is said of a question once it has been asked."""
    ticked = isinstance(question.task, Ticking)
    return ticked or bool(exercise(question).solution or question.feedback)


def _ordering(task: Ordering, question: Question) -> Exercise:
    labels = tuple(item.label for _, item in shown_items(task, question.id))
    ordered = [(*item.label, *item.feedback) for item in task.items]
    solution = (_numbered(ordered, question.span),)
    return Exercise("Numérotez dans l’ordre", question.statement, labels, solution)


def _matching(task: Matching, question: Question) -> Exercise:
    rights = tuple(pair.right for _, pair in shown_rights(task, question.id))
    lefts = _numbered([pair.left for pair in task.pairs], question.span)
    solution = (BulletList(tuple(_pairs(task)), question.span),)
    told = "À chaque lettre, le numéro qui va avec"
    columns = _columns(task.left_title, task.right_title, question.span)
    return Exercise(told, (*question.statement, columns, lefts), rights, solution)


def _sorting(task: Sorting, question: Question) -> Exercise:
    labels = tuple(entry.label for _, entry in shown_entries(task, question.id))
    named = _named(task.categories, question.span)
    solution = tuple(_by_category(task, question.span))
    told = "À chaque lettre, le numéro de sa catégorie"
    columns = _columns(task.category_title, task.entry_title, question.span)
    return Exercise(told, (*question.statement, columns, named), labels, solution)


def _named(categories: tuple[Blocks, ...], span: Span) -> Block:
    """Return the categories and their numbers: on one line if they are short, else as a list."""
    if sum(len(plain_text(name)) for name in categories) > LINE_SIGNS:
        return _numbered(categories, span)
    said: Inlines = ()
    for number, name in enumerate(categories, 1):
        apart = " · " if said else ""
        said = (*said, Text(f"{apart}{number}.{NBSP}", span), *_words(name))
    return Paragraph(said, span)


def _columns(numbered: Blocks, lettered: Blocks, span: Span) -> Paragraph:
    """Return what the numbers and the letters are, which the titles of the table say."""
    numbers, letters = (Text(f"{word}{NBSP}: ", span) for word in ("Numéros", "Lettres"))
    apart = Text(" · ", span)
    return Paragraph((numbers, *_words(numbered), apart, letters, *_words(lettered)), span)


def number_in_words(task: Number) -> str:
    """Return the number expected, and between which others any is right: « 25 % (de 23 à 27) »."""
    unit = f"{NBSP}{task.unit}" if task.unit else ""
    shown = f"{_decimal(task.value)}{unit}"
    if not task.tolerance:
        return shown
    low, high = task.value - task.tolerance, task.value + task.tolerance
    return f"{shown} (accepté de {_decimal(low)} à {_decimal(high)})"


def filled(statement: Blocks) -> Blocks:
    """Return a statement with the first accepted answer in each gap."""

    def visit(node: Node) -> tuple[Node, ...]:
        if isinstance(node, Gap):
            return (Strong((Text(node.accepted[0], node.span),), node.span),)
        return (node,)

    return rewrite(statement, visit)


def _decimal(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


def _points(labels: tuple[Blocks, ...], span: Span) -> tuple[Blocks, ...]:
    """Return the points of a scale; one without a name says its rank: « 2 sur 5 »."""
    return tuple(
        label or (_said(f"{rank} sur {len(labels)}", span),) for rank, label in enumerate(labels, 1)
    )


def _by_category(task: Sorting, span: Span) -> Iterator[Block]:
    """Yield each category and what goes there."""
    for number, name in enumerate(task.categories):
        yield Paragraph((Strong(_words(name), span), Text(f"{NBSP}:", span)), span)
        inside = (entry for entry in task.entries if entry.category == number)
        items = (ListItem(entry.label, None, entry.span) for entry in inside)
        yield BulletList(tuple(items), span)


def _pairs(task: Matching) -> Iterator[ListItem]:
    """Yield what goes together: « **left** : right »."""
    for pair in task.pairs:
        left = Strong(_words(pair.left), pair.span)
        said = (left, Text(f"{NBSP}: ", pair.span), *_words(pair.right))
        yield ListItem((Paragraph(said, pair.span),), None, pair.span)


def _words(blocks: Blocks) -> Inlines:
    """Return the words of a cell, which is one paragraph."""
    return tuple(
        node for block in blocks if isinstance(block, Paragraph) for node in block.children
    )


def _numbered(items: Iterable[Blocks], span: Span) -> OrderedList:
    return OrderedList(tuple(ListItem(blocks, None, span) for blocks in items), 1, span)


def _said(text: str, span: Span) -> Paragraph:
    return Paragraph((Text(text, span),), span)


def _strong(text: str, span: Span) -> Paragraph:
    return Paragraph((Strong((Text(text, span),), span),), span)
