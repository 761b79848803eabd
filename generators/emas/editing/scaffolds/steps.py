"""A new step after the others of its module, whose announced durations grow by as much."""

from collections.abc import Iterator
from dataclasses import dataclass

from emas.editing.scaffolds.drafts import Draft, RefusedError, filled
from emas.editing.scaffolds.identifiers import free_identifier
from emas.editing.scaffolds.written import steps_of
from emas.editing.yaml_text import Change, NotEditableError, Put, rewritten, scalar
from emas.model import Module
from emas.model.durations import Mode, in_words
from emas.readers.module import MODULES
from emas.readers.sources import Sources

MOST = 99
KEYS = {Mode.ONLINE: "en-ligne", Mode.SESSION: "seance"}
"""The durations of a new step; it is no part of the short version until its author says so."""


@dataclass(frozen=True, slots=True)
class NewStep:
    """What was answered; `identifier` is empty when it is to be made of the title."""

    module: Module
    title: str
    online_min: int
    session_min: int
    objective: str
    identifier: str = ""


def new_step(sources: Sources, asked: NewStep) -> Draft:
    """Return a step that can be built as it is, and the module with its minutes.

    Raises:
        RefusedError: if its id is taken or cannot be one, or if the module cannot receive it.
    """
    folder, module = MODULES / asked.module.id, asked.module
    steps = steps_of(sources, module.id)
    taken = {*steps, *(item.id for item in module.assessments), "index"}
    name = free_identifier(asked.title, asked.identifier, taken)
    number = max((int(path.name[:2]) for path in steps.values()), default=0) + 1
    if number > MOST:
        raise RefusedError(f"le module « {module.id} » a déjà une étape {MOST}.")
    path = folder / f"{number:02}-{name}.md"
    minutes = {Mode.ONLINE: asked.online_min, Mode.SESSION: asked.session_min}
    announced = {mode: each for mode, each in minutes.items() if module.durations.of(mode)}
    text = filled(
        "etape.md",
        titre=scalar(asked.title),
        duree="{"
        + ", ".join(f"{KEYS[mode]}: {each} min" for mode, each in announced.items())
        + "}",
        objectif=asked.objective,
    )
    description = folder / "module.yml"
    try:
        longer = rewritten(
            description, sources.files[description], list(_longer(module, announced))
        )
    except NotEditableError as error:
        raise RefusedError(
            f"« {description} » ne laisse pas changer ses durées : écrivez-les sur une ligne,"
            " « durees: {en-ligne: 5 min, seance: 15 min} »."
        ) from error
    return Draft({path: text.encode(), description: longer}, path)


def _longer(module: Module, added: dict[Mode, int]) -> Iterator[Change]:
    for mode, minutes in added.items():
        total = (module.durations.of(mode) or 0) + minutes
        yield Put(("durees", KEYS[mode]), in_words(total))
