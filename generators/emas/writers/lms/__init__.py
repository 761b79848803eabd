"""What learning platforms import: questions in their formats, and the whole module."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from emas.diagnostics import Diagnostic
from emas.document import Vignette, walk
from emas.model import Edition
from emas.theme import Theme
from emas.writers.lms import gift, h5p, moodle, readme, scorm
from emas.writers.lms.h5p import checked
from emas.writers.lms.losses import Losses
from emas.writers.written import Written

__all__ = ["checked", "write"]

FORMATS: tuple[Callable[[Edition], Written], ...] = (moodle.write, gift.write)


def write(edition: Edition, theme: Theme, pages: Mapping[PurePosixPath, bytes]) -> Written:
    """Return the files of each format, in the folder of the module, and what they cannot hold.

    `pages` are those of the SCORM package, which a module that asks nothing has alone.
    """
    formats = [scorm.write(edition, pages, theme)]
    told: list[Diagnostic] = []
    if edition.module.all_questions():
        formats += [*(write_format(edition) for write_format in FORMATS), h5p.write(edition, theme)]
        told += _situations(edition)
    files: dict[PurePosixPath, bytes] = {}
    folder = PurePosixPath(edition.module.id)
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
