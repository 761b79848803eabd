"""What a module comes to: minutes and words of each step, and where its blocks are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from emas import pipeline
from emas.coverage import Output, Place, coverage, html_text, pdf_text, steps_text
from emas.coverage.words import tokens
from emas.document import Medium, plain_text
from emas.model import Catalogue, Module, Step, Variant
from emas.theme import Theme
from emas.writers import handouts


@dataclass(frozen=True, slots=True)
class StepFigures:
    """A step: its minutes, None where its author gave none, and the words of its texts."""

    title: str
    online_min: int | None
    session_min: int | None
    words: int
    questions: int


def steps(module: Module) -> tuple[StepFigures, ...]:
    """Return the figures of each step, in their order."""
    return tuple(
        StepFigures(
            step.title,
            step.durations.online_min,
            step.durations.session_min,
            _words(step),
            len(step.questions),
        )
        for step in module.steps
    )


def _words(step: Step) -> int:
    texts = [step.blocks, *(question.texts() for question in step.questions)]
    return sum(len(tokens(plain_text(text))) for text in texts)


@dataclass(frozen=True, slots=True)
class Covered:
    """How many blocks should be in an output, and those that are not there."""

    expected: int
    missing: tuple[Place, ...]


def covered(
    catalogue: Catalogue, module: str, look: Theme, pages: Iterable[bytes], deck: bytes
) -> Mapping[Output, Covered]:
    """Return what there is of a module on its `pages`, in its `deck` and in its booklet.

    It takes some seconds: the booklet is made, then read back.
    """
    edition = pipeline.prepare(pipeline.around(catalogue, module), module, Medium.PAPER, Variant())
    made = handouts.write(edition, look)
    texts = {
        Medium.SITE: (steps_text(page.decode() for page in pages),),
        Medium.SLIDES: (html_text(deck.decode()),),
        Medium.PAPER: tuple(pdf_text(BytesIO(data)) for data in made.files.values()),
    }
    places = list(coverage(catalogue.module(module), texts))
    counts = Counter(place.medium for place in places if not place.reason)
    return {
        medium: Covered(
            counts[medium],
            tuple(place for place in places if place.medium is medium and place.missing),
        )
        for medium in texts
    }
