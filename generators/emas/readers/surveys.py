"""`content/evaluations/`: the surveys that all modules share."""

from pathlib import PurePosixPath

from pydantic import Field

from emas.diagnostics import Diagnostic
from emas.model import Survey, Vocabulary
from emas.readers.file_names import unfit
from emas.readers.markdown import read_markdown
from emas.readers.module import only_questions
from emas.readers.schema import Schema, read_schema
from emas.readers.sources import Sources, divide
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
    source, found = files.text(path)
    if source is None:
        return None, found
    divided, problems = divide(source)
    found += problems
    if divided is None:
        return None, found
    header, problems = read_schema(SurveyHeader, divided.header)
    read = read_markdown(divided.body, vocabulary, prefix=path.stem, offset=divided.offset)
    found += [*problems, *read.diagnostics, *only_questions(read, path.name)]
    found += unfit(path.stem, path)
    if header is None:
        return None, found
    return Survey(path.stem, header.titre, read.questions, divided.header.span), found
