"""A new question: an example of its kind, right as it is, in the bank or in a step."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.editing.naming import next_question_id
from emas.editing.scaffolds.drafts import Draft, RefusedError, after, filled
from emas.editing.scaffolds.written import steps_of
from emas.editing.yaml_text import Extend, NotEditableError, rewritten
from emas.model import Assessment, Kind, Module
from emas.model.task import UNSCORED
from emas.readers.module import BANK, MODULES
from emas.readers.sources import Sources

KINDS: Mapping[Kind, str] = {
    Kind.SINGLE: "une seule bonne réponse",
    Kind.MULTIPLE: "plusieurs bonnes réponses",
    Kind.TRUE_FALSE: "une phrase, vraie ou fausse",
    Kind.ORDER: "des lignes à remettre dans l’ordre",
    Kind.MATCHING: "deux colonnes à relier",
    Kind.CATEGORIES: "des phrases à ranger dans des groupes",
    Kind.GAPS: "un texte à trous",
    Kind.NUMBER: "un nombre",
    Kind.SCALE: "une échelle, sans bonne réponse",
    Kind.POSITION: "une affirmation, avant et après, sans bonne réponse",
    Kind.OPEN: "un texte libre, avec une réponse possible",
}
"""What each kind is for, in the order in which they are proposed."""

STATEMENT = "À compléter : l’énoncé."
"""What a question asks until its author says so."""

ASKED = {True: "acquis", False: "positionnement"}
"""The assessment that asks a new question: one that has a right answer, or one that has none."""


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """What was answered; without `step`, the question goes to the bank of the assessments."""

    module: Module
    kind: Kind
    objective: str
    statement: str
    step: str = ""


def new_question(sources: Sources, asked: NewQuestion) -> Draft:
    """Return the question at the end of its file; the assessment that names its own names it too.

    Raises:
        RefusedError: if there is no such step.
    """
    name = next_question_id(sources, asked.module.id)
    path = _place(sources, asked)
    values = {"id": name, "objectif": asked.objective, "enonce": asked.statement}
    text = filled(f"questions/{asked.kind}.md", **values)
    changes = {path: after(sources.files.get(path, b""), text)}
    if asked.step:
        return Draft(
            changes, path, (f"« {name} » est au bout de l’étape : déplacez-la à sa place.",)
        )
    wanted = ASKED[asked.kind not in UNSCORED]
    assessment = next((item for item in asked.module.assessments if item.id == wanted), None)
    if assessment is None or not assessment.questions:
        drawn = assessment is not None and assessment.draw is not None
        return Draft(changes, path, () if drawn else (_asked_nowhere(name),))
    return Draft(_named(sources, asked.module, assessment, name) | changes, path)


def _place(sources: Sources, asked: NewQuestion) -> PurePosixPath:
    if not asked.step:
        return MODULES / asked.module.id / BANK
    steps = steps_of(sources, asked.module.id)
    if asked.step not in steps:
        raise RefusedError(f"l’étape « {asked.step} » n’existe pas. Étapes : {', '.join(steps)}.")
    return steps[asked.step]


def _asked_nowhere(name: str) -> str:
    return (
        f"Aucune évaluation ne demande encore « {name} » : ajoutez son nom aux « questions » de"
        " l’une d’elles, dans module.yml."
    )


def _named(
    sources: Sources, module: Module, assessment: Assessment, name: str
) -> dict[PurePosixPath, bytes]:
    """Return the module once `assessment` names one more question."""
    path = MODULES / module.id / "module.yml"
    change = Extend(("evaluations", assessment.id, "questions"), (name,))
    try:
        return {path: rewritten(path, sources.files[path], [change])}
    except NotEditableError as error:
        raise RefusedError(
            f"« {path} » ne laisse pas ajouter une question à « {assessment.id} » : écrivez ses"
            " questions entre crochets, « questions: [a, b] »."
        ) from error
