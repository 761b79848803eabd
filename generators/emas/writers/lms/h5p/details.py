"""What the texts of a question lose: sites keep four tags, one picture, and words after that."""

from collections.abc import Iterable
from typing import assert_never

from emas.document import (
    Blocks,
    BulletList,
    CodeBlock,
    Emphasis,
    Image,
    InlineCode,
    Node,
    OrderedList,
    Strike,
    Strong,
    Table,
    walk,
)
from emas.model import (
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
)
from emas.writers.lms.h5p.images import seen
from emas.writers.lms.losses import Losses

LOST: tuple[tuple[tuple[type[Node], ...], str], ...] = (
    ((BulletList, OrderedList), "les listes, dont chaque point devient une ligne"),
    ((Table,), "les tableaux, dont chaque rangée devient une ligne"),
    ((Strike,), "le texte barré, qui se lit comme le reste"),
    ((CodeBlock, InlineCode), "la police du code"),
)
WEIGHED = {Kind.MULTIPLE, Kind.GAPS, Kind.ORDER, Kind.MATCHING, Kind.CATEGORIES}
"""Kinds whose questions may have several points."""


def note(question: Question, shown: Image | None, losses: Losses) -> None:
    """Note what `question` loses, whatever its content type; only `shown` remains a picture."""
    nodes = list(walk(question.texts()))
    for kinds, detail in LOST:
        if any(isinstance(node, kinds) for node in nodes):
            losses.dropped(detail, question)
    if any(isinstance(node, Strong | Emphasis) for node in walk(_bare(question))):
        losses.dropped("le gras ni l’italique des étiquettes et des explications", question)
    if any(image is not shown for image in seen(question.texts())):
        losses.dropped("les images, sauf la première de l’énoncé, mais il les décrit", question)
    if question.hint and question.kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE):
        losses.dropped("l’indice à demander, qui se lit sous l’énoncé", question)
    if question.kind in WEIGHED:
        losses.dropped("le point unique par question, chaque bonne réponse en valant un", question)


def _bare(question: Question) -> Blocks:
    """Return the texts that a content type keeps without any tag."""
    return (*question.feedback, *_of_task(question))


def _of_task(question: Question) -> Blocks:
    match question.task:
        case Ticking(kind=Kind.TRUE_FALSE, answers=answers):
            return _joined(answer.feedback for answer in answers)
        case Ordering(items=items):
            return _joined((*item.label, *item.feedback) for item in items)
        case Matching(pairs=pairs):
            return _joined((*pair.left, *pair.right) for pair in pairs)
        case Sorting(entries=entries, categories=categories):
            return _joined((*categories, *(entry.label for entry in entries)))
        case Ticking() | Gaps() | Number() | Scale() | Position() | Open():
            return ()
        case _:
            assert_never(question.task)


def _joined(texts: Iterable[Blocks]) -> Blocks:
    return tuple(block for text in texts for block in text)
