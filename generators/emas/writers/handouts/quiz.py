"""A quiz to fill in with a pen: what it asks, and where to answer; nothing of what is right."""

from collections.abc import Iterable
from typing import assert_never

from emas.document import Blocks, Citation, Footnote, Gap, Node, Text, plain_text, rewrite, walk
from emas.model import (
    BEFORE,
    Gaps,
    Kind,
    Matching,
    Number,
    Open,
    Ordering,
    Position,
    Question,
    Quiz,
    Scale,
    Sorting,
    Ticking,
    shown_entries,
    shown_rights,
    title_of,
)
from emas.transforms.exercises import NO_NAME, exercise
from emas.writers.handouts.content import PADDING, blocks, least_width, longest_word
from emas.writers.handouts.context import LINE, Context, Data
from emas.writers.handouts.cover import cover
from emas.writers.handouts.references import credit_lines, notes, sources

GAP = "…" * 14
"""Where to write the words of a gap, the same for all: its length tells nothing."""

OPEN_LINES = 6
"""Lines to write on, for an open question."""

MOST_COLUMNS = 5
"""Categories, or points of a scale, that may stand side by side."""

LABEL_LINES = 3
"""Lines that the label of a point may take under its box."""

NO_RIGHT_ANSWER = "Il n’y a pas de bonne réponse."
TOLD = {
    Kind.SINGLE: "Cochez une seule case.",
    Kind.MULTIPLE: "Cochez toutes les bonnes réponses\u00a0: il y en a une ou plusieurs.",
    Kind.TRUE_FALSE: "Cochez «\u00a0Vrai\u00a0» ou «\u00a0Faux\u00a0».",
    Kind.ORDER: "Écrivez 1 dans la case de ce qui vient en premier, 2 dans la suivante, "
    "et ainsi de suite.",
    Kind.MATCHING: "Dans chaque case, écrivez la lettre qui va avec.",
    Kind.CATEGORIES: "Dans chaque case, écrivez le numéro de la catégorie.",
    Kind.GAPS: "Complétez sur les pointillés.",
    Kind.NUMBER: "Écrivez un nombre.",
    Kind.SCALE: f"Cochez la case qui vous correspond. {NO_RIGHT_ANSWER}",
    Kind.POSITION: "Cochez une case avant la formation, puis une après. " + NO_RIGHT_ANSWER,
    Kind.OPEN: f"Répondez avec vos mots. {NO_NAME}",
}
"""How to answer with a pen."""


def kind_of_copy(quiz: Quiz) -> str:
    """Return what readers call the copy to fill in: « Quiz « Faire le point » »."""
    if quiz.survey:
        return "Questionnaire"
    return f"Quiz «\u00a0{title_of(quiz.assessment.id)}\u00a0»"


def copy(
    quiz: Quiz,
    look: str = "",
    line: int = LINE,
    reserved_cm: float | None = None,
    note: str = "",
) -> Data:
    """Return all that the template `quiz.typ` prints, in printing order.

    `look` is what readers call this look; a line of its pages holds `line` signs. There is a line
    to write a code on, unless one is printed later in the upper margin of each page: then
    `reserved_cm` is the side of the square left for its picture on the first page, 0 for none.
    `note` says when to fill it in, if not now.
    """
    context = asked_in(quiz, line)
    shown = [_asked(question) for question in quiz.questions]
    cited = {node.number for node in walk(_all(shown)) if isinstance(node, Citation)}
    return {
        **cover(quiz.edition, kind_of_copy(quiz), look, line),
        "before": quiz.assessment.id == BEFORE,
        "survey": quiz.survey,
        "note": note,
        "reserved-cm": reserved_cm,
        "questions": [
            item(question, number, context) for number, question in enumerate(quiz.questions, 1)
        ],
        "notes": notes([context]),
        "sources": sources(quiz.edition, cited),
        "credits": credit_lines(shown, quiz.edition.module),
    }


def asked_in(quiz: Quiz, line: int) -> Context:
    """Return the context of all the questions of `quiz`, which is called by its id."""
    texts = _all(question.texts() for question in quiz.questions)
    called = {node.label: node for node in walk(texts) if isinstance(node, Footnote)}
    return Context(edition=quiz.edition, step=quiz.assessment.id, notes=called, line=line).inside()


def _all(texts: Iterable[Blocks]) -> Blocks:
    return tuple(block for text in texts for block in text)


def _asked(question: Question) -> Blocks:
    """Return what a participant reads of `question`."""
    asked = exercise(question)
    return (*asked.statement, *_all(asked.options))


def item(question: Question, number: int, context: Context) -> Data:
    """Return a question: its statement, how to answer, and where."""
    return {
        "number": number,
        "kept": question.kind is Kind.POSITION,
        "told": TOLD[question.kind],
        "statement": blocks(_with_room(question.statement), context),
        **_form(question, context),
    }


def _with_room(statement: Blocks) -> Blocks:
    """Return a statement whose gaps are dots to write on."""

    def visit(node: Node) -> tuple[Node, ...]:
        return (Text(GAP, node.span),) if isinstance(node, Gap) else (node,)

    return rewrite(statement, visit)


def _form(question: Question, context: Context) -> Data:
    """Return where to answer; `form` names how the template lays it out.

    The sheet on which somebody says what they think before is taken up again after.
    """
    options = [blocks(option, context) for option in exercise(question).options]
    match question.task:
        case Ticking():
            return {"form": "tick", "options": options}
        case Ordering():
            return {"form": "order", "options": options}
        case Matching() as task:
            return _matching(task, question, context)
        case Sorting() as task:
            return _sorting(task, question, context)
        case Gaps():
            return {"form": "gaps"}
        case Number() as task:
            return {"form": "number", "unit": task.unit}
        case Scale():
            return {"form": "points", "options": options, "across": _across(question, context)}
        case Position():
            if context.step == BEFORE:
                return {"form": "before-after", "options": options}
            return {"form": "points", "options": options, "across": False, "told": TOLD[Kind.SCALE]}
        case Open():
            return {"form": "lines", "count": OPEN_LINES}
        case _:
            assert_never(question.task)


def _matching(task: Matching, question: Question, context: Context) -> Data:
    return {
        "form": "match",
        "left_title": blocks(task.left_title, context),
        "right_title": blocks(task.right_title, context),
        "lefts": [blocks(pair.left, context) for pair in task.pairs],
        "rights": [blocks(pair.right, context) for _, pair in shown_rights(task, question.id)],
    }


def _sorting(task: Sorting, question: Question, context: Context) -> Data:
    """Return a table to tick, or a box for the number of a category where there is no room."""
    entries = [blocks(entry.label, context) for _, entry in shown_entries(task, question.id)]
    data = {
        "entry_title": blocks(task.entry_title, context),
        "category_title": blocks(task.category_title, context),
        "categories": [blocks(category, context) for category in task.categories],
        "entries": entries,
    }
    if fits(task, context.line):
        title = plain_text(task.category_title)
        told = f"Cochez une case par ligne ({title})." if title else "Cochez une case par ligne."
        return {"form": "sort", **data, "told": told}
    return {"form": "sort-by-number", **data}


def fits(task: Sorting, line: int) -> bool:
    """Return whether a column for each category leaves half of the line to the entries."""
    if len(task.categories) > MOST_COLUMNS:
        return False
    return len(task.categories) * least_width(map(plain_text, task.categories)) <= line / 2


def _across(question: Question, context: Context) -> bool:
    """Return whether the points of a scale fit on one row, each with its label under it."""
    labels = exercise(question).options
    room = context.line // len(labels) - PADDING
    return all(
        longest_word(label) <= room and len(label) <= LABEL_LINES * room
        for label in map(plain_text, labels)
    )
