"""What every question format says of a question, as blocks: the same words in each file."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from textwrap import shorten

from emas.diagnostics import Span
from emas.document import (
    Blocks,
    BulletList,
    ListItem,
    Paragraph,
    Strong,
    Text,
    plain_text,
)
from emas.model import (
    Answer,
    Kind,
    Matching,
    Module,
    Open,
    Ordering,
    Question,
    Sorting,
    Source,
)
from emas.transforms.exercises import NO_NAME, exercise
from emas.writers.lms.html import said

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
LONGEST_TITLE = 90
"""Letters of a title: Moodle keeps 255, its lists show about a hundred."""

KEPT = f"{NO_NAME} La plateforme garde votre réponse."
ALONE = f"{NO_NAME} Répondez pour vous, sur une feuille{NBSP}: rien n’est envoyé."

OBVIOUS = {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.MATCHING, Kind.GAPS, Kind.NUMBER}
"""Kinds that platforms have; the others come under another form, and a tag tells which."""


def shelves(module: Module) -> Iterator[tuple[str, tuple[Question, ...]]]:
    """Yield the questions of `module`: those of each step under its title, then the bank."""
    for step in module.steps:
        if step.questions:
            yield step.title, step.questions
    if module.bank:
        yield "Questions des évaluations", module.bank


def title(question: Question) -> str:
    """Return what lists call a question: its id and its first words."""
    return (
        f"{question.id} · {shorten(plain_text(question.statement), LONGEST_TITLE, placeholder='…')}"
    )


def tags(question: Question) -> list[str]:
    """Return the objective of `question`, and its kind where the format has none like it."""
    objective = [f"objectif:{question.objective}"] if question.objective else []
    return objective + ([] if question.kind in OBVIOUS else [f"genre:{question.kind}"])


def private(question: Question) -> bool:
    """Return whether the answer is for the learner alone, so that no platform asks for it."""
    task = question.task
    return question.kind is Kind.POSITION or (isinstance(task, Open) and not task.collected)


def statement(question: Question) -> Blocks:
    """Return what is asked; what the two columns are; what becomes of the answer."""
    return (*question.statement, *_around(question))


def _around(question: Question) -> Iterator[Paragraph | BulletList]:
    task, span = question.task, question.span
    match task:
        case Matching():
            yield from _columns(task.left_title, task.right_title, span)
        case Sorting():
            yield from _columns(task.entry_title, task.category_title, span)
        case Open():
            yield _paragraph(ALONE if private(question) else KEPT, span)
        case _ if question.kind is Kind.POSITION:
            yield BulletList(
                tuple(ListItem(point, None, span) for point in exercise(question).options), span
            )
            yield _paragraph(f"Choisissez pour vous{NBSP}: rien n’est envoyé.", span)


def _columns(left: Blocks, right: Blocks, span: Span) -> Iterator[Paragraph]:
    words = plain_text(left), plain_text(right)
    if all(words):
        yield _paragraph(f"À gauche{NBSP}: {words[0]}{NARROW}; à droite{NBSP}: {words[1]}.", span)


def feedback(question: Question, sources: Mapping[str, Source]) -> Blocks:
    """Return all that is said once one has answered, whatever the answer."""
    found: list[Blocks] = [question.feedback]
    match question.task:
        case Ordering(items=items):
            told = tuple(
                ListItem((*item.label, *item.feedback), None, item.span)
                for item in items
                if item.feedback
            )
            found += [(BulletList(told, question.span),)] if told else []
        case Open(model=model) if model and private(question):
            strong = Strong((Text("Un exemple", question.span),), question.span)
            found = [(Paragraph((strong,), question.span),), model, *found]
    if source := sources.get(question.source):
        found.append((_paragraph(f"Source{NBSP}: {said(source, '', None)}.", question.span),))
    return tuple(block for blocks in found for block in blocks)


def decimal(value: Decimal) -> str:
    """Return a number as programs write it, without useless zeros: « 2.5 »."""
    return f"{value.normalize():f}"


def per_cent(share: float) -> str:
    """Return a share of 100 with the five decimals that Moodle knows: « 33.33333 », « 50 »."""
    return f"{share:.5f}".rstrip("0").rstrip(".")


def is_true(answer: Answer) -> bool:
    """Return whether `answer` is « Vrai » rather than « Faux »."""
    return plain_text(answer.label).casefold().startswith("vrai")


def is_plain(blocks: Blocks) -> bool:
    """Return whether `blocks` are words alone, that a menu can show as they are."""
    return all(
        isinstance(block, Paragraph) and all(isinstance(node, Text) for node in block.children)
        for block in blocks
    )


def _paragraph(text: str, span: Span) -> Paragraph:
    return Paragraph((Text(text, span),), span)
