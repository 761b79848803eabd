"""A new learning path: all the steps of some modules, to be cut down."""

from dataclasses import dataclass

from emas.editing.scaffolds.drafts import Draft, filled
from emas.editing.scaffolds.identifiers import free_identifier
from emas.editing.yaml_text import flow, scalar
from emas.model import Module
from emas.readers.paths import FOLDER, INDEX
from emas.readers.sources import Sources


@dataclass(frozen=True, slots=True)
class NewPath:
    """What was answered; `identifier` is empty when it is to be made of the title."""

    title: str
    audiences: tuple[str, ...]
    modules: tuple[Module, ...]
    identifier: str = ""


def new_path(sources: Sources, asked: NewPath) -> Draft:
    """Return a path through all the steps of the modules.

    Raises:
        RefusedError: if its id is taken, or cannot be one.
    """
    taken = {INDEX, *(path.stem for path in sources.paths() if path.parent == FOLDER)}
    place = FOLDER / f"{free_identifier(asked.title, asked.identifier, taken)}.yml"
    text = filled(
        "parcours.yml",
        titre=scalar(asked.title),
        publics=flow(list(asked.audiences)),
        etapes="\n".join(_stage(module) for module in asked.modules),
    )
    return Draft({place: text.encode()}, place)


def _stage(module: Module) -> str:
    lines = [f"  - module: {module.id}"]
    if module.steps:
        lines.append(f"    etapes: {flow([step.id for step in module.steps])}")
    return "\n".join([*lines, "    pourquoi: À compléter."])
