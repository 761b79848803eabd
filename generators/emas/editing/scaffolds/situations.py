"""A new situation at the end of a step: what happens, then two decisions."""

from dataclasses import dataclass

from emas.editing.scaffolds.drafts import Draft, RefusedError, after, filled
from emas.editing.scaffolds.written import steps_of
from emas.model import Module
from emas.readers.sources import Sources


@dataclass(frozen=True, slots=True)
class NewSituation:
    """What was answered; `level` is an id of the vocabulary."""

    module: Module
    step: str
    title: str
    level: str


def new_situation(sources: Sources, asked: NewSituation) -> Draft:
    """Return the step with one more situation.

    Raises:
        RefusedError: if there is no such step.
    """
    steps = steps_of(sources, asked.module.id)
    if asked.step not in steps:
        raise RefusedError(f"l’étape « {asked.step} » n’existe pas. Étapes : {', '.join(steps)}.")
    path = steps[asked.step]
    text = filled("situation.md", titre=asked.title, niveau=asked.level)
    return Draft({path: after(sources.files[path], text)}, path)
