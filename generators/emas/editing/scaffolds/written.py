"""What is there already, as far as it can be read: a new piece goes into what is unfinished too."""

from pathlib import PurePosixPath

from emas.editing.scaffolds.drafts import RefusedError
from emas.model import Module, Vocabulary
from emas.readers.content import read_content
from emas.readers.module import MODULES, module_folders, read_module
from emas.readers.sources import Sources


def readable_vocabulary(sources: Sources) -> Vocabulary:
    """Return the vocabulary of the project.

    Raises:
        RefusedError: if it cannot be read.
    """
    content, _ = read_content(sources)
    if content is None:
        raise RefusedError("content/vocabulaire.yml ne se lit pas : « emas check » dit pourquoi.")
    return content.vocabulary


def readable_modules(sources: Sources) -> dict[str, Module]:
    """Return the modules whose `module.yml` can be read, by id, whatever is wrong in the rest.

    Raises:
        RefusedError: as `readable_vocabulary`.
    """
    vocabulary = readable_vocabulary(sources)
    found = (read_module(sources, folder, vocabulary)[0] for folder in module_folders(sources))
    return {module.id: module for module in found if module is not None}


def steps_of(sources: Sources, module: str) -> dict[str, PurePosixPath]:
    """Return the files of the steps of a module by the id of the step, in order."""
    return {
        path.stem[3:]: path
        for path in sources.inside(MODULES / module)
        if path.suffix == ".md" and path.name[:2].isdigit() and path.name[2:3] == "-"
    }
