"""How long a module lasts, and how its objectives are assessed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from emas.diagnostics import Diagnostic
from emas.document import (
    Axis,
    Blocks,
    Comment,
    Conditional,
    Draft,
    Medium,
    Node,
    PlainTwin,
    SlideOverride,
    TrainerNote,
    plain_text,
    rewrite,
)
from emas.model.catalogue import Catalogue
from emas.model.module import Step
from emas.model.readiness.point import Case, Finding, Line, State, Topic
from emas.model.rules.durations import activities_longer_than_their_step, durations_that_differ
from emas.model.task import Ordering, Task, Ticking

WORDS_A_MINUTE = 200
"""How fast an adult reads to learn. Source: our charter, and the rule of our modules."""

ASSESSED = 2
"""Questions with a right answer that each objective has in the bank: one before, another after."""

VARIED = 4
"""Kinds of questions from which nobody answers by habit."""


def read_words(step: Step) -> int:
    """Return how many words a learner reads in a step online, before any answer."""
    asked = (question.statement for question in step.questions)
    return sum(len(plain_text(rewrite(text, _read)).split()) for text in (step.blocks, *asked))


def _read(node: Node) -> tuple[Node, ...]:
    """Return what is read online of `node`: nothing of what is for others, or for later."""
    match node:
        case TrainerNote() | SlideOverride() | PlainTwin() | Draft() | Comment():
            return ()
        case Conditional(axis=Axis.MEDIUM) if Medium.SITE.value not in node.values:
            return ()
        case _:
            return (node,)


def _too_long(case: Case) -> Iterator[Finding]:
    for step in case.module.steps:
        words, minutes = read_words(step), step.durations.online_min
        if minutes is not None and words > minutes * WORDS_A_MINUTE:
            needed = -(-words // WORDS_A_MINUTE)
            told = f"« {step.title} » : {words} mots, {needed} min de lecture pour {minutes} min"
            yield Finding(told, step.span)


def _of_rule(
    rule: Callable[[Catalogue], Iterable[Diagnostic]],
) -> Callable[[Case], Iterator[Finding]]:
    def find(case: Case) -> Iterator[Finding]:
        alone = replace(case.catalogue, modules=(case.module,))
        yield from (Finding(item.message, item.span) for item in rule(alone))

    return find


def _seldom_assessed(case: Case) -> Iterator[Finding]:
    counts = Counter(question.objective for question in case.module.bank if question.scored)
    for objective in case.module.objectives:
        if counts[objective.id] < ASSESSED:
            told = f"« {objective.id} » : {counts[objective.id]} question notée dans questions.md"
            yield Finding(told, objective.span)


def _little_varied(case: Case) -> Iterator[Finding]:
    kinds = {question.kind for question in case.module.all_questions()}
    if len(kinds) < VARIED:
        listed = ", ".join(sorted(kinds)) or "aucun"
        yield Finding(f"genres employés : {listed}", case.module.span)


def _unexplained(case: Case) -> Iterator[Finding]:
    for question in case.module.all_questions():
        if question.scored and not any((question.feedback, *_explained(question.task))):
            yield Finding(f"« {question.id} » n’explique rien", question.span)


def _explained(task: Task) -> Iterator[Blocks]:
    if isinstance(task, Ticking):
        yield from (answer.feedback for answer in task.answers)
    if isinstance(task, Ordering):
        yield from (item.feedback for item in task.items)


TEACHING = (
    Line(
        "somme-des-durees", Topic.DURATIONS,
        "Les durées des étapes font celle du module", _of_rule(durations_that_differ),
    ),
    Line(
        "activites", Topic.DURATIONS, "Les activités tiennent dans leur étape",
        _of_rule(activities_longer_than_their_step),
    ),
    Line(
        "lecture", Topic.DURATIONS,
        f"Chaque étape se lit dans le temps annoncé, à {WORDS_A_MINUTE} mots par minute", _too_long,
    ),
    Line(
        "objectifs-evalues", Topic.QUESTIONS,
        "Chaque objectif a deux questions notées au moins", _seldom_assessed,
    ),
    Line("retours", Topic.QUESTIONS, "Chaque question notée explique sa réponse", _unexplained),
    Line(
        "genres", Topic.QUESTIONS,
        f"Les questions sont de {VARIED} genres au moins, ou de moins pour une raison",
        _little_varied, State.PERSON,
    ),
)  # fmt: skip
