"""The trainer's key of a quiz: each answer and what is said of it, then what to see again."""

from collections.abc import Iterator

from emas.model import (
    BEFORE,
    Gaps,
    Matching,
    Module,
    Objective,
    Open,
    Ordering,
    Position,
    Question,
    Quiz,
    Scale,
    Sorting,
    enough,
)
from emas.transforms.exercises import exercise
from emas.writers.handouts.boxes import answers
from emas.writers.handouts.content import blocks
from emas.writers.handouts.context import LINE, Context, Data
from emas.writers.handouts.cover import cover
from emas.writers.handouts.inlines import breakable
from emas.writers.handouts.marking import accepted, expected, in_points, points
from emas.writers.handouts.quiz import asked_in, kind_of_copy
from emas.writers.handouts.references import credit_lines, notes, sources


def key(quiz: Quiz, line: int = LINE) -> Data:
    """Return all that the template `corrige.typ` prints, in printing order."""
    context, assessment = asked_in(quiz, line), quiz.assessment
    module, numbered = quiz.edition.module, list(enumerate(quiz.questions, 1))
    copy = kind_of_copy(quiz)
    return {
        **cover(quiz.edition, f"Corrigé du {copy[0].lower()}{copy[1:]}", line=line),
        "count": len(numbered),
        "points": in_points(sum(question.scored for question in quiz.questions)),
        "threshold": f"{round(100 * enough(assessment))}\u00a0%",
        "set": assessment.threshold is not None,
        "before": assessment.id == BEFORE,
        "delay": assessment.delay_months or 0,
        "objectives": list(_objectives(quiz)),
        "questions": [_question(question, number, context) for number, question in numbered],
        "notes": notes([context]),
        "sources": sources(quiz.edition),
        "credits": credit_lines((question.texts() for question in quiz.questions), module),
    }


def _objectives(quiz: Quiz) -> Iterator[Data]:
    """Yield each objective that scored questions assess, and where to go back to."""
    module, share = quiz.edition.module, enough(quiz.assessment)
    for objective in module.objectives:
        asked = [
            number
            for number, question in enumerate(quiz.questions, 1)
            if question.scored and question.objective == objective.id
        ]
        if asked:
            yield {
                "statement": breakable(objective.statement),
                "questions": _listed(asked),
                "points": in_points(len(asked)),
                "least": in_points(share * len(asked)),
                "steps": _steps(module, objective),
            }


def _listed(numbers: list[int]) -> str:
    """Return « 1 », « 1 et 2 », « 1, 2 et 3 »."""
    *first, last = map(str, numbers)
    return f"{', '.join(first)} et {last}" if first else last


def _steps(module: Module, objective: Objective) -> list[str]:
    return [
        f"Étape {rank}\u00a0: {breakable(step.title)}"
        for rank, step in enumerate(module.steps, 1)
        if objective.id in step.objectives
    ]


def _question(question: Question, number: int, context: Context) -> Data:
    module = context.edition.module
    statements = {objective.id: objective.statement for objective in module.objectives}
    return {
        "number": number,
        "statement": [] if isinstance(question.task, Gaps) else blocks(question.statement, context),
        "expected": breakable(expected(question)),
        "read": isinstance(question.task, (Ordering, Matching, Sorting)),
        "accepted": breakable(accepted(question)),
        "points": points(question),
        "objective": breakable(statements.get(question.objective, "")),
        "hint": blocks(question.hint, context),
        "free": [blocks(option, context) for option in exercise(question).options]
        if isinstance(question.task, (Scale, Position))
        else [],
        "open": isinstance(question.task, Open),
        **answers(question, context, blocks),
    }
