"""What is said after the questions and the situations, at the end of the booklet."""

from emas.document import Decision, Vignette
from emas.writers.handouts.boxes import answers, opinions
from emas.writers.handouts.content import blocks
from emas.writers.handouts.context import Context, Data, decisions
from emas.writers.handouts.inlines import inlines
from emas.writers.handouts.room import lines_of


def case(node: Vignette | Decision, context: Context) -> Data:
    """Return what we think of each choice of a situation."""
    inner = decisions(node)
    alone = isinstance(node, Decision)
    numbers = {} if alone else {decision.id: rank for rank, decision in enumerate(inner, 1)}
    inside = context.in_case(numbers)
    return {
        "kind": "decision" if alone else "situation",
        "number": context.cases[node.id],
        "title": inlines(node.title, context),
        "label": f"situation-{node.id}",
        "answers": f"pistes-{node.id}",
        "decisions": [_decision(decision, inside) for decision in inner],
    }


def _decision(node: Decision, context: Context) -> Data:
    choices = opinions(node, context, blocks)
    return {
        "number": context.decisions.get(node.id),
        "title": inlines(node.title, context) if context.decisions else [],
        "choices": choices,
        "room": lines_of(choices, context.line),
    }


def answer(identifier: str, context: Context) -> Data:
    """Return the right answers of a question, and where it is asked."""
    said = answers(context.question(identifier), context, blocks)
    return {
        "number": context.questions[identifier],
        "label": f"question-{identifier}",
        "answers": f"reponse-{identifier}",
        "room": lines_of(said["choices"], context.line),
        **said,
    }
