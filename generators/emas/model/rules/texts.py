"""What the checks look at: each text of a project, with the page it is on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.document import Blocks
from emas.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class PageText:
    """The blocks written in one file, those of its questions included."""

    path: PurePosixPath
    blocks: Blocks


def texts(catalogue: Catalogue) -> Iterator[PageText]:
    """Yield each text of `catalogue`."""
    for page in catalogue.pages:
        yield PageText(page.span.path, page.blocks)
    for module in catalogue.modules:
        for step in module.steps:
            blocks = [block for question in step.questions for block in question.texts()]
            yield PageText(step.span.path, (*step.blocks, *blocks))
        for question in module.bank:
            yield PageText(question.span.path, question.texts())
    for survey in catalogue.surveys:
        blocks = [block for question in survey.questions for block in question.texts()]
        yield PageText(survey.span.path, tuple(blocks))
    for shared in catalogue.adaptations:
        yield PageText(shared.span.path, shared.texts())
