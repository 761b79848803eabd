"""Files of other platforms, read as `emas import` reads them."""

from pathlib import Path, PurePosixPath

from emas.diagnostics import Diagnostic
from emas.model import Question
from emas.readers.exchange import Draft, read_exchange
from emas.readers.exchange.questions import Imported, questions_of
from emas.writers.source import question_source

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "gift"
"""Files that no one here wrote, with the parse of another program; nothing of them is ours."""

MOODLE = Path(__file__).parent / "fixtures" / "echange" / "moodle.xml"


def drafts_of(text: str | bytes) -> tuple[list[Draft], list[Diagnostic]]:
    """Return the drafts in the text of a file, and what was not understood."""
    data = text.encode() if isinstance(text, str) else text
    return read_exchange(data, PurePosixPath("essai.gift"))


def draft_of(text: str) -> Draft:
    """Return the only draft in a text where nothing is wrong."""
    (draft,), found = drafts_of(text)
    assert found == []
    return draft


def imported(text: str | bytes) -> Imported:
    """Return the questions of a file, with all that was said of it."""
    drafts, found = drafts_of(text)
    result = questions_of(drafts)
    result.diagnostics[:0] = found
    return result


def question_of(text: str) -> Question:
    """Return the only question of a text."""
    (question,) = imported(text).questions
    return question


def sources_of(text: str | bytes) -> list[str]:
    """Return the questions of a file in our Markdown."""
    return [question_source(question) for question in imported(text).questions]


def told(text: str | bytes) -> list[tuple[str, int, int]]:
    """Return the code, line and column of each thing said of a file."""
    found = imported(text).diagnostics
    return [(str(item.code), item.span.line, item.span.column) for item in found]


def quiz(*questions: str) -> str:
    """Return a file of Moodle XML that holds `questions`."""
    return f"<?xml version='1.0'?>\n<quiz>{''.join(questions)}</quiz>"


def one(kind: str, inside: str, statement: str = "Pourquoi ?") -> str:
    """Return a question of that type of Moodle, its statement as HTML."""
    text = statement.replace("&", "&amp;").replace("<", "&lt;")
    return quiz(
        f'<question type="{kind}"><questiontext format="html"><text>{text}</text>'
        f"</questiontext>{inside}</question>"
    )
