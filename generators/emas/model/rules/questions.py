"""Checks about questions, objectives and assessments."""

import re
from collections.abc import Iterable, Iterator

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import suggestion
from emas.model.catalogue import Catalogue
from emas.model.module import Assessment, Module, Objective
from emas.model.question import Question
from emas.model.task import Kind, Ticking

PAGE = re.compile(r"[a-z][a-z0-9-]{0,29}")
"""What the page of an assessment may be called."""


def no_right_answer(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each question to tick that nobody can answer."""
    for question, task in _to_tick(catalogue):
        if task.answers and not any(answer.right for answer in task.answers):
            yield Diagnostic(Code.QUIZ003, question.span, {"question": _name(question)})


def too_many_right_answers(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each question that takes one answer and has several right ones."""
    for question, task in _to_tick(catalogue):
        right = sum(answer.right for answer in task.answers)
        if task.kind is not Kind.MULTIPLE and right > 1:
            values = {
                "question": _name(question),
                "genre": task.kind,
                "nombre": str(right),
            }
            yield Diagnostic(Code.QUIZ004, question.span, values)


def unknown_objectives(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each question whose objective the module does not declare.

    A module that the reader left without objectives has texts that could not be read.
    """
    for module in catalogue.modules:
        known = [objective.id for objective in module.objectives]
        for question in module.all_questions():
            if known and question.objective and question.objective not in known:
                yield unknown_objective(question.objective, question.objective_span, known)


def unknown_objective(name: str, span: Span, known: Iterable[str]) -> Diagnostic:
    """Return the diagnostic of an objective that is not among `known`."""
    names = list(known)
    values = {
        "objectif": name,
        "suggestion": suggestion(name, names),
        "possibles": ", ".join(names),
    }
    return Diagnostic(Code.QUIZ006, span, values)


def unassessed_objectives(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each objective that no question assesses."""
    for module in catalogue.modules:
        assessed = {question.objective for question in module.all_questions()}
        for objective in module.objectives:
            if objective.id not in assessed:
                yield Diagnostic(Code.QUIZ007, objective.span, {"objectif": objective.id})


def graded_without_objective(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each scored question of a bank that names no objective."""
    for module in catalogue.modules:
        for question in module.bank:
            if question.scored and not question.objective:
                yield Diagnostic(Code.QUIZ010, question.span, {"question": _name(question)})


def assessments_that_cannot_be_held(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each unknown question of an assessment, and each draw too big."""
    for module in catalogue.modules:
        for assessment in module.assessments:
            yield from _unknown_questions(module, assessment)
            scored = sum(question.scored for question in module.bank)
            if assessment.draw is not None and assessment.draw > scored:
                values = {
                    "evaluation": assessment.id,
                    "tirage": str(assessment.draw),
                    "nombre": str(scored),
                }
                yield Diagnostic(Code.QUIZ013, assessment.span, values)


def assessments_without_page(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each assessment that cannot have a page of its name."""
    for module in catalogue.modules:
        taken = {"index", *(step.id for step in module.steps)}
        for assessment in module.assessments:
            cause = "une autre page du module porte ce nom" if assessment.id in taken else ""
            if not PAGE.fullmatch(assessment.id):
                cause = "un nom de page s’écrit en minuscules sans accent, chiffres et tirets"
            if cause:
                values = {"evaluation": assessment.id, "cause": cause}
                yield Diagnostic(Code.QUIZ021, assessment.span, values)


def unscored_in_graded(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each question without a score in an assessment that is graded."""
    for module in catalogue.modules:
        known = {question.id: question for question in module.all_questions()}
        for assessment in module.assessments:
            for name in assessment.questions if assessment.graded else ():
                if name in known and not known[name].scored:
                    values = {
                        "evaluation": assessment.id,
                        "question": name,
                        "genre": known[name].kind.value,
                    }
                    yield Diagnostic(Code.QUIZ018, assessment.span, values)


def scored_in_survey(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each question of a survey that has a right answer."""
    for survey in catalogue.surveys:
        for question in survey.questions:
            if question.scored:
                values = {"question": _name(question), "genre": question.kind.value}
                yield Diagnostic(Code.QUIZ022, question.span, values)


def _unknown_questions(module: Module, assessment: Assessment) -> Iterator[Diagnostic]:
    known = [question.id for question in module.all_questions()]
    for identifier in assessment.questions:
        if identifier not in known:
            values = {
                "evaluation": assessment.id,
                "question": identifier,
                "suggestion": suggestion(identifier, known),
            }
            yield Diagnostic(Code.QUIZ011, assessment.span, values)


def duplicate_question_ids(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each question whose id another one of the project has."""
    seen: dict[str, Question] = {}
    for question in _questions(catalogue):
        if not question.written_id:
            continue
        first = seen.setdefault(question.id, question)
        if first is not question:
            elsewhere = f"{first.span.path}, ligne {first.span.line}"
            values = {"identifiant": question.id, "ailleurs": elsewhere}
            yield Diagnostic(Code.IDE001, question.span, values)


def duplicate_objective_ids(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each objective whose id another one of its module has."""
    for module in catalogue.modules:
        first: dict[str, Objective] = {}
        for objective in module.objectives:
            if first.setdefault(objective.id, objective) is not objective:
                elsewhere = f"ligne {first[objective.id].span.line}"
                values = {"identifiant": objective.id, "ailleurs": elsewhere}
                yield Diagnostic(Code.IDE001, objective.span, values)


def _to_tick(catalogue: Catalogue) -> Iterator[tuple[Question, Ticking]]:
    for question in _questions(catalogue):
        if isinstance(question.task, Ticking):
            yield question, question.task


def _questions(catalogue: Catalogue) -> Iterator[Question]:
    for module in catalogue.modules:
        yield from module.all_questions()
    for survey in catalogue.surveys:
        yield from survey.questions


def _name(question: Question) -> str:
    return f"« {question.id} »" if question.written_id else "écrite ici"
