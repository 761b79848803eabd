"""What assessments ask, on their page, their copies and their key; situations played with cards."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from emas.coverage.places import Block, Output, Place, Sheet, blocks, placed, reason, words_drawn
from emas.coverage.words import Words
from emas.document import Blocks, Medium, Node, Vignette
from emas.model import (
    Assessment,
    Gaps,
    Matching,
    Module,
    Number,
    Open,
    Ordering,
    Position,
    Question,
    Scale,
    Sorting,
    Ticking,
    asked,
)
from emas.transforms.cards import is_played

Files = Mapping[str, Words]
"""The words of each file, by its name."""


def sheet_coverage(module: Module, texts: Mapping[str, str]) -> Iterator[Place]:
    """Yield the place of each block of assessments and cards, in each of their files in `texts`."""
    drawn = list(words_drawn(module))
    files = {name: Words(text, drawn) for name, text in texts.items()}
    for assessment in module.assessments:
        for output in (Medium.SITE, Sheet.QUIZ, Sheet.KEY):
            yield from _assessment(module, assessment, output, files)
    yield from _cards(module, files)


def _assessment(
    module: Module, assessment: Assessment, output: Output, files: Files
) -> Iterator[Place]:
    names = {
        Medium.SITE: (f"{assessment.id}.html",),
        Sheet.QUIZ: (f"quiz-{assessment.id}.pdf", f"quiz-{assessment.id}-gros-caracteres.pdf"),
        Sheet.KEY: (f"corrige-{assessment.id}.pdf",),
    }
    read = [files[name] for name in names[output] if name in files]
    medium = output if isinstance(output, Medium) else Medium.PAPER
    whole: list[Block] = []
    reasons: list[str] = []
    for question in asked(module, assessment, module.id) if read else ():
        of_question = list(blocks(question.texts(), module, f"{assessment.id}/{question.id}"))
        whole += of_question
        reasons += [
            reason(block, medium, frozenset()) or _elsewhere(block, question, output)
            for block in of_question
        ]
    yield from placed(whole, reasons, output, read)


def _elsewhere(block: Block, question: Question, output: Output) -> str:
    """Return which other sheet says a block of `question`, or nothing."""
    around = (block.node, *block.holders)
    if output is Sheet.QUIZ and _any(around, _afterwards(question)):
        return "dans le corrigé"
    if output is Sheet.KEY and _any(around, _titles(question)):
        return "sur la copie"
    return ""


def _any(nodes: tuple[Node, ...], texts: Blocks) -> bool:
    return any(node in texts for node in nodes)


def _afterwards(question: Question) -> Blocks:
    """Return what is only said once a question is answered, and its hint."""
    said = (*question.hint, *question.feedback)
    match question.task:
        case Ticking(answers=items) | Ordering(items=items):
            return (*said, *(block for item in items for block in item.feedback))
        case Open(model=model):
            return (*said, *model)
        case Matching() | Sorting() | Gaps() | Number() | Scale() | Position():
            return said
        case _:
            assert_never(question.task)


def _titles(question: Question) -> Blocks:
    """Return the titles of columns: answers stand without them."""
    match question.task:
        case Matching(left_title=left, right_title=right):
            return (*left, *right)
        case Sorting(entry_title=entry, category_title=category):
            return (*entry, *category)
        case _:
            return ()


def _cards(module: Module, files: Files) -> Iterator[Place]:
    """Yield the place of each block of the situations where one decides."""
    read = [files[name] for name in ("cartes.pdf",) if name in files]
    whole = [
        block
        for step in module.steps
        for block in blocks(step.blocks, module, step.id)
        if read
        and any(
            isinstance(node, Vignette) and is_played(node) for node in (block.node, *block.holders)
        )
    ]
    reasons = [reason(block, Medium.PAPER, frozenset()) for block in whole]
    yield from placed(whole, reasons, Sheet.CARDS, read)
