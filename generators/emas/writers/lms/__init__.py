"""What learning platforms import: questions in their formats, and the whole module."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from emas.diagnostics import Diagnostic
from emas.document import Vignette, walk
from emas.model import Edition
from emas.theme import Theme
from emas.writers.lms import gift, h5p, moodle, readme
from emas.writers.lms.h5p import checked
from emas.writers.lms.losses import Losses
from emas.writers.written import Written

__all__ = ["checked", "write"]

FORMATS: tuple[Callable[[Edition], Written], ...] = (moodle.write, gift.write)


def write(edition: Edition, theme: Theme) -> Written:
    """Return the files of each format, in the folder of the module, and what they cannot hold.

    A module that asks nothing has none.
    """
    if not edition.module.all_questions():
        return Written({})
    files: dict[PurePosixPath, bytes] = {}
    told = list(_situations(edition))
    folder = PurePosixPath(edition.module.id)
    formats = [*(write_format(edition) for write_format in FORMATS), h5p.write(edition, theme)]
    for written in formats:
        files |= written.files
        told += written.diagnostics
    files[readme.FILE] = readme.readme(edition, files, told)
    return Written({folder / path: data for path, data in files.items()}, tuple(told))


def _situations(edition: Edition) -> Iterator[Diagnostic]:
    """Yield what is lost of the situations: a bank of questions has no such thing."""
    losses = Losses("un fichier de questions")
    for step in edition.module.steps:
        for node in walk(step.blocks):
            if isinstance(node, Vignette):
                losses.left_out("les situations", node)
    return losses.diagnostics()
