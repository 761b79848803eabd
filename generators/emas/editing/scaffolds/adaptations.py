"""A new adaptation for all modules: a file of its own."""

from dataclasses import dataclass

from emas.editing.scaffolds.drafts import Draft, filled
from emas.editing.scaffolds.identifiers import free_identifier
from emas.editing.yaml_text import flow, scalar
from emas.readers.adaptations import FOLDER
from emas.readers.sources import Sources


@dataclass(frozen=True, slots=True)
class NewAdaptation:
    """What was answered; `identifier` is empty when it is to be made of the title.

    Domain, levels and audiences are ids of the vocabulary.
    """

    title: str
    need: str
    domain: str
    levels: tuple[str, ...]
    audiences: tuple[str, ...]
    identifier: str = ""


def new_adaptation(sources: Sources, asked: NewAdaptation) -> Draft:
    """Return an adaptation that can be built as it is.

    Raises:
        RefusedError: if its id is taken, or cannot be one.
    """
    taken = {path.stem for path in sources.paths() if path.parent == FOLDER}
    name = free_identifier(asked.title, asked.identifier, taken)
    text = filled(
        "amenagement.md",
        nom=name,
        titre=scalar(asked.title),
        besoin=scalar(asked.need),
        domaine=scalar(asked.domain),
        niveaux=flow(list(asked.levels)),
        publics=flow(list(asked.audiences)),
    )
    path = FOLDER / f"{name}.md"
    return Draft({path: text.encode()}, path)
