"""The content of a package: its questions one after the other, then what to see again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from emas.document import Image
from emas.model import Edition, Module, Question
from emas.model.assessments import ENOUGH
from emas.writers.lms.h5p import french
from emas.writers.lms.h5p.details import note
from emas.writers.lms.h5p.images import Picture, picture, seen, without
from emas.writers.lms.h5p.kinds import made
from emas.writers.lms.h5p.licences import licence
from emas.writers.lms.h5p.texts import Texts, escaped
from emas.writers.lms.h5p.types import IMAGE, ContentType, Json
from emas.writers.lms.losses import Losses
from emas.writers.lms.texts import shelves, title
from emas.writers.site.module_pages import about

NAMESPACE = uuid5(NAMESPACE_URL, "urn:emas:h5p")
"""What our ids are made from: the same question keeps the same id, and so its results."""

EVERYTHING = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A question in the set, with what it needs."""

    sub_content: Json
    types: tuple[ContentType, ...]
    picture: Picture | None


def pieces(edition: Edition, fonts: Path, losses: Losses) -> Iterator[Piece]:
    """Yield the questions that a Question Set can hold: those of the steps, then of the bank."""
    texts = Texts({source.id: source for source in edition.citations})
    for _, questions in shelves(edition.module):
        for question in questions:
            if piece := _piece(question, edition, fonts, texts, losses):
                yield piece


def _piece(
    question: Question, edition: Edition, fonts: Path, texts: Texts, losses: Losses
) -> Piece | None:
    identifier = _identifier(edition.module.id, question.id)
    shown = _picture(question, edition.module, fonts)
    image, drawn = shown if shown else (None, None)
    asked = replace(question, statement=without(image, question.statement)) if image else question
    found = made(asked, texts, losses)
    if found is None:
        return None
    note(question, image, losses)
    media: Json = {"type": drawn.sub_content} if drawn else {}
    sub_content: Json = {
        "library": found.type.library,
        "params": {"media": {**media, "disableImageZooming": False}, **found.params},
        "subContentId": identifier,
        "metadata": {
            "contentType": found.type.title,
            "title": title(question),
            **licence(edition.module.licence),
        },
    }
    return Piece(sub_content, (found.type, IMAGE) if drawn else (found.type,), drawn)


def _picture(question: Question, module: Module, fonts: Path) -> tuple[Image, Picture] | None:
    """Return the first picture of what is asked, and its file, if sites can show it."""
    for image in seen(question.statement)[:1]:
        if drawn := picture(image, _identifier(module.id, question.id, "image"), module, fonts):
            return image, drawn
    return None


def _identifier(*parts: str) -> str:
    return str(uuid5(NAMESPACE, "/".join(parts)))


def question_set(edition: Edition, held: Sequence[Piece]) -> Json:
    """Return the parameters of the set, in the order of its questions."""
    mark = max(1, round(EVERYTHING * _mark(edition)))
    return {
        "introPage": _opening(edition),
        "progressType": "dots",
        "passPercentage": mark,
        "questions": [piece.sub_content for piece in held],
        "texts": french.SET,
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "endGame": {
            "showResultPage": True,
            "showSolutionButton": True,
            "showRetryButton": True,
            "overallFeedback": [
                {"from": 0, "to": mark - 1, "feedback": french.BELOW},
                {"from": mark, "to": EVERYTHING, "feedback": french.ENOUGH},
            ],
            **french.END,
            "showAnimations": False,
            "skippable": False,
        },
        "override": {"checkButton": True},
    }


def _opening(edition: Edition) -> Json:
    """Return the page before the questions: what it is, from whom, under which licence."""
    module = edition.module
    said = (
        module.summary,
        french.NO_MARK,
        "".join(about(edition).itertext()),
        f"{edition.team.name}.",
    )
    return {
        "showIntroPage": True,
        "title": escaped(module.title),
        "introduction": "".join(f"<p>{escaped(line)}</p>" for line in said),
        "startButtonText": french.START,
    }


def _mark(edition: Edition) -> float:
    """Return the share of the points from which nothing needs a second look.

    It is that of the assessment after the training, or the usual one.
    """
    set_marks = [item.threshold for item in edition.module.assessments if item.threshold]
    return max(set_marks, default=ENOUGH)
