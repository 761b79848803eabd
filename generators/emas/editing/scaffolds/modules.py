"""A new module: its description, a first step, a first question."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.diagnostics.suggest import fold
from emas.editing.naming import next_question_id
from emas.editing.scaffolds.drafts import TO_COMPLETE, Draft, filled
from emas.editing.scaffolds.identifiers import free_identifier, identifier_of
from emas.editing.yaml_text import flow, scalar
from emas.readers.module import BANK, MODULES, module_folders
from emas.readers.sources import Sources

FIRST_STEP = "01-pour-commencer.md"


@dataclass(frozen=True, slots=True)
class NewModule:
    """What was answered; `identifier` is empty when it is to be made of the title.

    Family, audiences and levels are ids of the vocabulary.
    """

    title: str
    family: str
    audiences: tuple[str, ...]
    levels: tuple[str, ...]
    objective: str
    identifier: str = ""


def new_module(sources: Sources, asked: NewModule) -> Draft:
    """Return a module that can be built as it is.

    Raises:
        RefusedError: if its id is taken, or cannot be one.
    """
    taken = {folder.name for folder in module_folders(sources)}
    name = free_identifier(asked.title, asked.identifier, taken)
    folder = MODULES / name
    question = next_question_id(sources, name)
    objective = "objectif-1"
    if fold(TO_COMPLETE) not in fold(asked.objective):
        objective = identifier_of(asked.objective.split()[0]) or objective
    module = filled(
        "module.yml",
        titre=scalar(asked.title),
        famille=scalar(asked.family),
        publics=flow(list(asked.audiences)),
        niveaux=flow(list(asked.levels)),
        objectif=objective,
        enonce=scalar(asked.objective),
        question=question,
    )
    texts: dict[PurePosixPath, str] = {
        folder / FIRST_STEP: filled("etape.md", **_first_step(objective)),
        folder / BANK: filled("banque.md", question=question, objectif=objective),
        folder / "module.yml": module,
    }
    return Draft({path: text.encode() for path, text in texts.items()}, folder / "module.yml")


def _first_step(objective: str) -> dict[str, str]:
    return {
        "titre": "Pour commencer",
        "duree": "{en-ligne: 5 min, seance: 15 min}",
        "objectif": objective,
    }
