"""Each kind of question as a content type, with what it loses on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil, floor
from typing import assert_never

from emas.document import Blocks, Emphasis, Gap, Paragraph, Text, plain_text
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
    gaps,
    shown_answers,
    shown_entries,
    shown_items,
    shown_rights,
)
from emas.writers.lms.h5p import french
from emas.writers.lms.h5p.labels import Labelled, labelled
from emas.writers.lms.h5p.texts import STAR, Texts, in_gap
from emas.writers.lms.h5p.types import (
    BLANKS,
    DRAG_TEXT,
    MULTI_CHOICE,
    TRUE_FALSE,
    ContentType,
    Json,
)
from emas.writers.lms.losses import Losses
from emas.writers.lms.spellings import bare
from emas.writers.lms.texts import decimal, feedback, statement

NBSP = "\N{NO-BREAK SPACE}"
LONGEST_REMARK = 2048
"""Signs of a remark on « Vrai » or « Faux »: sites cut what follows."""

MOST_NUMBERS = 21
"""Numbers that a gap lists to accept a range of them."""

TO_ITS_PLACE = "Faites glisser chaque étiquette à sa place."
ALONE = Labelled(())
"""Labels that need no legend."""

BEHAVIOUR: Json = {
    "enableRetry": True,
    "enableSolutionsButton": True,
    "enableCheckButton": True,
}
DIALOGS: Json = {"confirmCheckDialog": False, "confirmRetryDialog": False, "autoCheck": False}


@dataclass(frozen=True, slots=True)
class Made:
    """A question as its content type has it."""

    type: ContentType
    params: Json


def made(question: Question, texts: Texts, losses: Losses) -> Made | None:
    """Return `question` for a Question Set, or None if no content type there can hold it."""
    match question.task:
        case Ticking(kind=Kind.TRUE_FALSE) as task:
            return Made(TRUE_FALSE, _true_false(question, task, texts, losses))
        case Ticking() as task:
            return Made(MULTI_CHOICE, _choice(question, task, texts))
        case Ordering() as task:
            losses.reshaped("l’ordre devient un rang à glisser devant chaque ligne", question)
            return Made(DRAG_TEXT, _ranks(question, task, texts))
        case Matching() as task:
            losses.reshaped("une association devient des étiquettes à glisser", question)
            return Made(DRAG_TEXT, _pairs(question, task, texts))
        case Sorting() as task:
            losses.reshaped("les catégories deviennent des étiquettes à glisser", question)
            return Made(DRAG_TEXT, _sorted(question, task, texts))
        case Gaps() as task:
            return Made(BLANKS, _gaps(question, task, texts, losses))
        case Number() as task:
            losses.reshaped("un nombre devient un trou à remplir", question)
            return Made(BLANKS, _number(question, task, texts, losses))
        case Scale() | Position() | Open():
            losses.left_out("ce qui n’a pas de bonne réponse", question)
            return None
        case _:
            assert_never(question.task)


def _choice(question: Question, task: Ticking, texts: Texts) -> Json:
    """Return a choice. Each wrong answer ticked takes back a right one, as in our own score."""
    answers = [
        {
            "text": texts.inside(answer.label),
            "correct": answer.right,
            "tipsAndFeedback": {
                "tip": "",
                "chosenFeedback": texts.inside(answer.feedback),
                "notChosenFeedback": "",
            },
        }
        for _, answer in shown_answers(task, question.id)
    ]
    return {
        "question": texts.paragraphs((*question.statement, *_hint(question))),
        "answers": answers,
        **_said_after(question, texts),
        "UI": french.MULTI_CHOICE,
        "behaviour": {
            **BEHAVIOUR,
            **DIALOGS,
            "type": "multi" if task.kind is Kind.MULTIPLE else "single",
            "singlePoint": False,
            "randomAnswers": False,
            "showSolutionsRequiresInput": True,
            "passPercentage": 100,
            "showScorePoints": True,
        },
        **french.CONFIRM,
    }


def _true_false(question: Question, task: Ticking, texts: Texts, losses: Losses) -> Json:
    remarks: dict[bool, str] = {}
    for answer in task.answers:
        said = texts.words((*answer.feedback, *feedback(question, texts.sources)))
        if len(said) > LONGEST_REMARK:
            losses.dropped("la fin d’une explication de plus de 2 048 signes", question)
            said = said[: LONGEST_REMARK - 1].rsplit(maxsplit=1)[0] + "…"
        remarks[answer.right] = said
    right = next((plain_text(answer.label) for answer in task.answers if answer.right), "")
    return {
        "question": texts.paragraphs((*question.statement, *_hint(question))),
        "correct": "true" if right.casefold().startswith("vrai") else "false",
        "l10n": french.TRUE_FALSE,
        "behaviour": {
            **BEHAVIOUR,
            **DIALOGS,
            "feedbackOnCorrect": remarks.get(True, ""),
            "feedbackOnWrong": remarks.get(False, ""),
        },
        **french.CONFIRM,
    }


def _hint(question: Question) -> Blocks:
    """Return the hint as it stands under what is asked, where nothing else can keep it."""
    if not question.hint:
        return ()
    words = Text(f"Indice{NBSP}: {plain_text(question.hint)}", question.span)
    return (Paragraph((Emphasis((words,), question.span),), question.span),)


def _said_after(question: Question, texts: Texts) -> Json:
    """Return what is said once one has answered, whatever the points."""
    said = texts.words(feedback(question, texts.sources))
    return {"overallFeedback": [{"from": 0, "to": 100, "feedback": said}]}


def _ranks(question: Question, task: Ordering, texts: Texts) -> Json:
    """Return items in a drawn order, each with its rank to drag before it."""
    lines = [
        f"*{number + 1}*{NBSP}: {_fixed(item.label, texts)}"
        for number, item in shown_items(task, question.id)
    ]
    return _dragged(question, "Faites glisser chaque rang devant sa ligne.", lines, texts)


def _pairs(question: Question, task: Matching, texts: Texts) -> Json:
    """Return pairs, of which the right side is dragged, or the left one if only it is short."""
    lefts = [texts.words(pair.left) for pair in task.pairs]
    rights = [texts.words(pair.right) for pair in task.pairs]
    order = [place for place, _ in shown_rights(task, question.id)]
    right, left = labelled(rights, order), labelled(lefts, order)
    if right.legend and not left.legend:
        told = [_fixed(pair.right, texts) for pair in task.pairs]
        lines = [_line(f"*{label}*", said) for label, said in zip(left.labels, told, strict=True)]
        return _dragged(question, TO_ITS_PLACE, lines, texts)
    told = [_fixed(pair.left, texts) for pair in task.pairs]
    lines = [_line(said, f"*{label}*") for said, label in zip(told, right.labels, strict=True)]
    return _dragged(question, TO_ITS_PLACE, lines, texts, right)


def _sorted(question: Question, task: Sorting, texts: Texts) -> Json:
    """Return entries with the label of their category to drag; each category has some."""
    moved = labelled([texts.words(name) for name in task.categories], range(len(task.categories)))
    lines = [
        _line(_fixed(entry.label, texts), f"*{moved.labels[entry.category]}*")
        for _, entry in shown_entries(task, question.id)
    ]
    told = "Faites glisser une étiquette au bout de chaque ligne."
    return _dragged(question, told, lines, texts, moved)


def _line(*parts: str) -> str:
    """Return a line of what goes together: « before → *label* »."""
    return f"{NBSP}→ ".join(parts)


def _fixed(words: Blocks, texts: Texts) -> str:
    """Return what stays in its place on a line, where no star may open a label."""
    return texts.words(words).replace("*", STAR)


def _dragged(
    question: Question,
    told: str,
    lines: Iterable[str],
    texts: Texts,
    moved: Labelled = ALONE,
) -> Json:
    """Return lines to complete with labels, which `moved` may explain."""
    legend = "".join(f"<p><strong>{number}.</strong> {said}</p>" for number, said in moved.legend)
    asked = (*statement(question), *_hint(question))
    return {
        "taskDescription": f"{texts.paragraphs(asked)}<p>{told}</p>{legend}",
        "textField": "\n".join(lines),
        **_said_after(question, texts),
        **french.DRAG_TEXT,
        "behaviour": {**BEHAVIOUR, "instantFeedback": False},
    }


def _gaps(question: Question, task: Gaps, texts: Texts, losses: Losses) -> Json:
    ways: dict[int, Iterable[str]] = {}
    for gap in gaps(question):
        ways[gap.number] = gap.accepted if task.strict else _forgiving(gap.accepted)
    if not task.strict:
        losses.dropped("toutes les fautes de frappe que le site pardonne", question)
    return _filled(question, question.statement, ways, texts, strict=task.strict)


def _forgiving(accepted: Iterable[str]) -> list[str]:
    """Return the answers, then the same without accents.

    Sites show them all as the solution: the plurals that our own page forgives are not there.
    """
    return list(dict.fromkeys([*accepted, *map(bare, accepted)]))


def _number(question: Question, task: Number, texts: Texts, losses: Losses) -> Json:
    """Return a gap after the statement, before the unit."""
    span = question.span
    if task.tolerance:
        losses.dropped("la tolérance exacte d’un nombre", question)
    unit = (Text(f"{NBSP}{task.unit}", span),) if task.unit else ()
    line = (Text(f"Réponse{NBSP}: ", span), Gap(1, (), span), *unit)
    ways = {1: [way for value in _near(task) for way in _typed(value)]}
    blocks = (*question.statement, Paragraph(line, span))
    return _filled(question, blocks, ways, texts, strict=False)


def _near(task: Number) -> list[Decimal]:
    """Return the number, then the whole ones within its tolerance if they are few."""
    first, last = ceil(task.value - task.tolerance), floor(task.value + task.tolerance)
    near = range(first, last + 1) if last - first < MOST_NUMBERS else ()
    return [task.value, *(Decimal(number) for number in near if number != task.value)]


def _typed(value: Decimal) -> list[str]:
    """Return the ways to type a number: with a comma, with a point."""
    said = decimal(value)
    return list(dict.fromkeys([said.replace(".", ","), said]))


def _filled(
    question: Question,
    asked: Blocks,
    ways: Mapping[int, Iterable[str]],
    texts: Texts,
    *,
    strict: bool,
) -> Json:
    """Return a text whose gaps take any of their `ways`; the hint is that of the only gap."""
    only = len(ways) == 1 and bool(question.hint)
    tip = f":{texts.words(question.hint).replace('*', STAR)}" if only else ""
    inside = {number: "/".join(map(in_gap, found)) + tip for number, found in ways.items()}
    told = Paragraph((Text("Complétez.", question.span),), question.span)
    return {
        "text": texts.paragraphs((told, *(() if only else _hint(question)))),
        "questions": [replace(texts, gaps=inside).paragraphs(asked)],
        **_said_after(question, texts),
        **french.BLANKS,
        "behaviour": {
            **BEHAVIOUR,
            **DIALOGS,
            "caseSensitive": strict,
            "showSolutionsRequiresInput": True,
            "separateLines": False,
            "acceptSpellingErrors": False,
        },
        **french.CONFIRM,
    }
