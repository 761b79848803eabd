"""What is said after the questions and the situations, at the end of the booklet."""

from emas.document import Choice, Decision, Vignette
from emas.model import Question, Ticking, shown_answers
from emas.transforms.exercises import exercise
from emas.writers.handouts.content import blocks
from emas.writers.handouts.context import Context, Data, decisions
from emas.writers.handouts.inlines import inlines


def case(node: Vignette | Decision, context: Context) -> Data:
    """Return what we think of each choice of a situation."""
    inner = decisions(node)
    alone = isinstance(node, Decision)
    numbers = {} if alone else {decision.id: rank for rank, decision in enumerate(inner, 1)}
    return {
        "kind": "decision" if alone else "situation",
        "number": context.cases[node.id],
        "title": inlines(node.title, context),
        "label": f"situation-{node.id}",
        "answers": f"pistes-{node.id}",
        "decisions": [_decision(decision, numbers, context) for decision in inner],
    }


def _decision(node: Decision, numbers: dict[str, int], context: Context) -> Data:
    return {
        "number": numbers.get(node.id),
        "title": inlines(node.title, context) if numbers else [],
        "choices": [_choice(choice, numbers, context) for choice in node.choices],
    }


def _choice(choice: Choice, numbers: dict[str, int], context: Context) -> Data:
    inner = context.inside()
    return {
        "verdict": str(choice.verdict),
        "label": blocks(choice.label, inner),
        "feedback": blocks(choice.feedback, inner),
        "next": numbers.get(choice.goto) if choice.goto else None,
    }


def answer(identifier: str, context: Context) -> Data:
    """Return the right answers of a question and all that is said of them."""
    question, inner = context.question(identifier), context.inside()
    solution = exercise(question).solution
    return {
        "number": context.questions[identifier],
        "label": f"question-{identifier}",
        "answers": f"reponse-{identifier}",
        "choices": _answers(question, inner),
        "feedback": blocks((*solution, *question.feedback), inner),
        "source": context.cited(question.source) or 0,
    }


def _answers(question: Question, context: Context) -> list[Data]:
    """Return what is said of each answer to tick; nothing for the other kinds."""
    if not isinstance(question.task, Ticking):
        return []
    return [
        {
            "right": item.right,
            "label": blocks(item.label, context),
            "feedback": blocks(item.feedback, context),
        }
        for _, item in shown_answers(question.task, question.id)
    ]
