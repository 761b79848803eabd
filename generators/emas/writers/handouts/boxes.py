"""Our own blocks become data for the templates."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, assert_never

from emas.document import (
    Activity,
    Adaptation,
    Axis,
    Block,
    Box,
    BulletList,
    Callout,
    Columns,
    Conditional,
    Decision,
    Draft,
    Medium,
    Misconception,
    Node,
    OrderedList,
    PlainTwin,
    QuestionRef,
    SlideOverride,
    TrainerNote,
    Video,
    Vignette,
    WritingLines,
    children,
    walk,
)
from emas.model import Open, Question, Ticking, shown_answers
from emas.transforms.exercises import answered, exercise
from emas.writers.handouts.codes import WEB, code_name
from emas.writers.handouts.context import ELSEWHERE, Context, Data, decisions, lasting
from emas.writers.handouts.inlines import inlines, shown_address, words

Render: TypeAlias = Callable[[Iterable[Block], Context], list[Data]]
"""`content.blocks`, given to these functions because boxes hold blocks which hold boxes."""

NOTES_LINES = 4
"""Lines to write on in an activity whose author asked for none."""

INDENT, NARROW = 4, 12
"""Signs that a list takes at the left of a column, and those that its words need."""

Lists = BulletList | OrderedList

LENGTHS = {"longue": "Séance longue", "courte": "Séance courte"}
MEDIA = {"site": "sur le site", "diapo": "au diaporama", "papier": "sur papier"}


def box(node: Box, context: Context, render: Render) -> list[Data]:
    """Return `node` as data; what is not for participants gives nothing."""
    match node:
        case Callout():
            return [_callout(node, context, render)]
        case Misconception():
            return [_misconception(node, context, render)]
        case Decision():
            return [_decision(node, context, render)]
        case Vignette():
            return [_vignette(node, context, render)]
        case Activity():
            return [_activity(node, context, render)]
        case Adaptation():
            return [_adaptation(node, context, render)]
        case QuestionRef():
            return [_question(node, context, render)]
        case Columns():
            return [_columns(node, context, render)]
        case Conditional():
            return _conditional(node, context, render)
        case WritingLines():
            return [{"type": "lines", "count": node.count}]
        case Video():
            return [_video(node, context, render)]
        case TrainerNote() | SlideOverride():
            return _for_trainer(node, context, render)
        case PlainTwin() | Draft():
            return []
        case _:
            assert_never(node)


def _callout(node: Callout, context: Context, render: Render) -> Data:
    """Return a box; one whose text is printed elsewhere is a pointer to that place."""
    if node.kind in ELSEWHERE and not node.blocks:
        title = inlines(node.title, context)
        return {"type": "pointer", "kind": str(node.kind), "title": title}
    return {
        "type": "part" if context.bare else "callout",
        "kind": str(node.kind),
        "title": inlines(node.title, context),
        "blocks": render(node.blocks, context),
    }


def _misconception(node: Misconception, context: Context, render: Render) -> Data:
    return {
        "type": "misconception",
        "title": inlines(node.title, context),
        "known": render(node.known, context),
        "heard": render(node.heard, context),
    }


def _for_trainer(node: TrainerNote | SlideOverride, context: Context, render: Render) -> list[Data]:
    """Return what only the trainer reads, in the trainer's guide."""
    if not context.trainer:
        return []
    kind = "animation" if isinstance(node, TrainerNote) else "slide"
    title = inlines(node.title, context)
    return [{"type": kind, "title": title, "blocks": render(node.blocks, context)}]


def _vignette(node: Vignette, context: Context, render: Render) -> Data:
    """Return a case with its decisions numbered from 1.

    The line that closes it stays with its last decision.
    """
    numbers = {decision.id: number for number, decision in enumerate(decisions(node), 1)}
    blocks = render(node.blocks, context.in_case(numbers))
    if [item["type"] for item in blocks[-2:]] == ["decision", "paragraph"]:
        blocks[-2]["keep"] = True
    return {
        "type": "vignette",
        "number": context.cases.get(node.id),
        "title": inlines(node.title, context),
        "levels": names(context.edition.vocabulary.levels, node.levels),
        "time": context.time(node.id),
        "blocks": blocks,
        "label": f"situation-{node.id}",
        "answers": "" if context.trainer else f"pistes-{node.id}",
    }


def _decision(node: Decision, context: Context, render: Render) -> Data:
    """Return a decision; its feedback is printed at the end of the booklet, for trainers here."""
    alone = node.id not in context.decisions
    return {
        "type": "decision",
        "keep": False,
        "number": context.decisions.get(node.id),
        "title": inlines(node.title, context),
        "blocks": render(node.blocks, context),
        "choices": [render(choice.label, context.inside()) for choice in node.choices],
        "key": opinions(node, context, render) if context.trainer else [],
        "label": f"situation-{node.id}" if alone else "",
        "answers": f"pistes-{node.id}" if alone and not context.trainer else "",
    }


def opinions(node: Decision, context: Context, render: Render) -> list[Data]:
    """Return what we think of each choice of a decision."""
    return [
        {
            "verdict": str(choice.verdict),
            "label": render(choice.label, context.inside()),
            "feedback": render(choice.feedback, context.inside()),
            "next": context.decisions.get(choice.goto) if choice.goto else None,
        }
        for choice in node.choices
    ]


def _activity(node: Activity, context: Context, render: Render) -> Data:
    lines = any(isinstance(inner, WritingLines) for inner in walk(node.blocks))
    return {
        "type": "activity",
        "title": inlines(node.title, context),
        "time": context.time(node.id),
        "duration": lasting(node.duration_min) if node.duration_min else "",
        "setting": inlines(node.setting, context),
        "material": inlines(node.material, context),
        "alone": inlines(node.alone, context),
        "blocks": render(node.blocks, context),
        "lines": 0 if lines or context.trainer else NOTES_LINES,
    }


def _adaptation(node: Adaptation, context: Context, render: Render) -> Data:
    vocabulary = context.edition.vocabulary
    return {
        "type": "adaptation",
        "title": inlines(node.title, context),
        "need": inlines(node.need, context),
        "domain": vocabulary.domains.get(node.domain, node.domain),
        "levels": names(vocabulary.levels, node.levels),
        "difficulties": names(vocabulary.families, node.difficulties),
        "how": inlines(node.how, context),
        "avoid": inlines(node.avoid, context),
        "measure": inlines(node.measure, context),
        "source": context.cited(node.source) or 0,
        "trial": not context.trainer,
        "blocks": render(node.blocks, context),
    }


def _question(node: QuestionRef, context: Context, render: Render) -> Data:
    question, inner = context.question(node.id), context.inside()
    asked = exercise(question)
    return {
        "type": "question",
        "number": context.questions.get(node.id),
        "statement": render(asked.statement, inner),
        "told": asked.told.removesuffix("."),
        "choices": [render(option, inner) for option in asked.options],
        "write": render(asked.room, inner),
        "hint": render(question.hint, inner),
        "key": answers(question, context, render) if context.trainer else None,
        "label": f"question-{node.id}",
        "answers": f"reponse-{node.id}" if answered(question) else "",
        "found": _found(question),
    }


def _found(question: Question) -> str:
    """Return what is found at the end of the booklet about `question`."""
    if question.scored:
        return "la réponse"
    return "un exemple" if isinstance(question.task, Open) and question.task.model else "nos pistes"


def answers(question: Question, context: Context, render: Render) -> Data:
    """Return the right answers of a question and all that is said of them."""
    inner = context.inside()
    return {
        "choices": _ticked(question, inner, render),
        "feedback": render((*exercise(question).solution, *question.feedback), inner),
        "source": context.cited(question.source) or 0,
    }


def _ticked(question: Question, context: Context, render: Render) -> list[Data]:
    """Return what is said of each answer to tick; nothing for the other kinds."""
    if not isinstance(question.task, Ticking):
        return []
    return [
        {
            "right": item.right,
            "label": render(item.label, context),
            "feedback": render(item.feedback, context),
        }
        for _, item in shown_answers(question.task, question.id)
    ]


def _columns(node: Columns, context: Context, render: Render) -> Data:
    """Return columns; they are one under another when lists in lists leave no room for words."""
    left = context.line // len(node.columns) - INDENT * _depth(node.columns)
    return {
        "type": "columns",
        "stacked": left < NARROW,
        "columns": [
            {"title": inlines(column.title, context), "blocks": render(column.blocks, context)}
            for column in node.columns
        ],
    }


def _depth(nodes: Iterable[Node]) -> int:
    """Return how many lists stand one in another, at most."""
    return max((isinstance(node, Lists) + _depth(children(node)) for node in nodes), default=0)


def _conditional(node: Conditional, context: Context, render: Render) -> list[Data]:
    inside = render(node.blocks, context)
    label = condition(node, context)
    if not label or not inside:
        return inside
    return [{"type": "conditional", "label": label, "blocks": inside}]


def condition(node: Conditional, context: Context) -> str:
    """Return whom a conditional part is for; nothing for a part that is simply for paper.

    Only the trainer's guide holds parts that are for another medium.
    """
    vocabulary = context.edition.vocabulary
    match node.axis:
        case Axis.AUDIENCE:
            return f"Pour\u00a0: {names(vocabulary.audiences, node.values)}"
        case Axis.NOT_AUDIENCE:
            return f"Pour tous, sauf\u00a0: {names(vocabulary.audiences, node.values)}"
        case Axis.LEVEL:
            return f"Niveau\u00a0: {names(vocabulary.levels, node.values)}"
        case Axis.LENGTH:
            return names(LENGTHS, node.values)
        case Axis.MEDIUM:
            elsewhere = context.trainer and Medium.PAPER not in node.values
            return f"Seulement {names(MEDIA, node.values)}" if elsewhere else ""
        case _:
            assert_never(node.axis)


def names(labels: Mapping[str, str], identifiers: Iterable[str]) -> str:
    """Return the labels of `identifiers`, parted by commas."""
    return ", ".join(labels.get(identifier, identifier) for identifier in identifiers)


def _video(node: Video, context: Context, render: Render) -> Data:
    """Return a film: its address can be typed, its transcript read."""
    web = node.source.startswith(WEB)
    shown = shown_address(node.source)
    link: Data = {"type": "link", "href": node.source, "shown": "", "children": words(shown)}
    return {
        "type": "video",
        "title": inlines(node.title, context),
        "address": [link] if web else words(shown),
        "code": {"file": code_name(node.source), "alt": f"Code QR de l’adresse {shown}"}
        if web
        else None,
        "blocks": render(node.blocks, context),
    }
