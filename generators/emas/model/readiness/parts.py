"""What a course for Magistère holds, and what its platform asks."""

from collections.abc import Iterator

from emas.document import Activity, Callout, CalloutKind, Link, TrainerNote, Video, walk
from emas.model.assessments import AFTER, BEFORE
from emas.model.module import Step
from emas.model.readiness.point import Case, Finding, Line, State, Topic


def _unworked_objectives(case: Case) -> Iterator[Finding]:
    worked = {name for step in case.module.steps for name in step.objectives}
    for objective in case.module.objectives:
        if objective.id not in worked:
            yield Finding(f"« {objective.id} » n’est dans aucune étape", objective.span)


def _without(case: Case, assessment: str) -> Iterator[Finding]:
    if assessment not in {item.id for item in case.module.assessments}:
        yield Finding(f"ajoutez « {assessment} » à « evaluations »", case.module.span)


def _unled_steps(case: Case) -> Iterator[Finding]:
    for step in case.module.steps:
        led = any(isinstance(node, TrainerNote | Activity) for node in walk(step.blocks))
        if step.durations.session_min and not led:
            yield Finding(f"« {step.title} » n’a ni « animation » ni « activite »", step.span)


def _without_callout(case: Case, kind: CalloutKind) -> Iterator[Finding]:
    nodes = (node for step in case.module.steps for node in walk(step.blocks))
    if not any(isinstance(node, Callout) and node.kind is kind for node in nodes):
        yield Finding(f"aucun bloc « {kind} » dans les étapes", case.module.span)


def _elsewhere(case: Case) -> Iterator[Finding]:
    for step in case.module.steps:
        for address in sorted(set(_addresses(step))):
            yield Finding(address, step.span)


def _addresses(step: Step) -> Iterator[str]:
    for node in walk(step.blocks):
        address = ""
        if isinstance(node, Link):
            address = node.href
        elif isinstance(node, Video):
            address = node.source
        if address.lower().startswith(("http://", "https://")):
            yield address


def _always(case: Case) -> Iterator[Finding]:
    yield Finding(f"emas build {case.module.id} --cible lms")


PARTS = (
    Line(
        "objectifs-travailles", Topic.PARTS,
        "Chaque objectif est travaillé dans une étape", _unworked_objectives,
    ),
    Line(
        "positionnement", Topic.PARTS,
        "Un positionnement vient avant", lambda case: _without(case, BEFORE),
    ),
    Line("acquis", Topic.PARTS, "Un point vient après", lambda case: _without(case, AFTER)),
    Line(
        "animation", Topic.PARTS,
        "Chaque étape de la séance dit comment l’animer", _unled_steps,
    ),
    Line(
        "demain", Topic.PARTS, "Chacun sait quoi essayer demain",
        lambda case: _without_callout(case, CalloutKind.TOMORROW),
    ),
    Line(
        "a-qui-en-parler", Topic.PARTS, "Chacun sait à qui en parler",
        lambda case: _without_callout(case, CalloutKind.WHOM_TO_TELL),
    ),
    Line(
        "sans-compte", Topic.PARTS,
        "Aucune adresse ne demande d’ouvrir un compte", _elsewhere,
        State.PERSON,
    ),
    Line(
        "essai-plateforme", Topic.PARTS,
        "Le paquet « scorm12.zip » a été déposé et parcouru sur la plateforme", _always,
        State.PERSON,
    ),
)  # fmt: skip
