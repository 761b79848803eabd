"""`content/evaluations/`: the surveys that all modules share."""

from pathlib import PurePosixPath

from pydantic import Field

from emas.diagnostics import Diagnostic
from emas.model import Survey, Vocabulary
from emas.readers.file_names import unfit
from emas.readers.headed import read_headed
from emas.readers.module import only_questions
from emas.readers.schema import Schema
from emas.readers.sources import Sources
from emas.readers.values import Title

FOLDER = PurePosixPath("content/evaluations")


class SurveyHeader(Schema):
    """The front matter of a survey."""

    titre: Title = Field(description="Le titre du questionnaire.")


def read_surveys(files: Sources, vocabulary: Vocabulary) -> tuple[list[Survey], list[Diagnostic]]:
    """Return the surveys of `content/evaluations/` that could be read, and what is wrong."""
    surveys: list[Survey] = []
    found: list[Diagnostic] = []
    for path in files.inside(FOLDER):
        if path.suffix == ".md":
            survey, problems = _read(files, path, vocabulary)
            found += problems
            surveys += [survey] if survey else []
    return surveys, found


def _read(
    files: Sources, path: PurePosixPath, vocabulary: Vocabulary
) -> tuple[Survey | None, list[Diagnostic]]:
    text, found = read_headed(files, path, SurveyHeader, vocabulary, path.stem)
    if text is None:
        return None, found
    found += [*only_questions(text.read, path.name), *unfit(path.stem, path)]
    if text.header is None:
        return None, found
    return Survey(path.stem, text.header.titre, text.read.questions, text.node.span), found
