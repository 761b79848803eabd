"""The results of a session as tables: the same words and numbers as its page, one row a count."""

from collections.abc import Iterable, Iterator
from datetime import date

from emas.writers.reports.report import Answered, Compared, Part, Report
from emas.writers.tables import as_csv
from emas.writers.workbooks import Row, Sheet, as_workbook

QUESTIONS = (
    "Moment", "Numéro", "Question", "Réponse", "Bonne réponse", "Nombre", "Part",
    "Réponses en tout", "Points", "Remarques",
)  # fmt: skip
OBJECTIVES = ("Objectif", "Qui", "Points avant", "Points après", "Points possibles", "Remarques")
WIDTHS = (24, 9, 60, 50, 14, 10, 10, 16, 24, 60)
"""Of the columns of the sheet of answers, in signs."""


def answers_csv(report: Report) -> bytes:
    """Return one row for each answer that was counted; a hidden question has one that says so."""
    return as_csv([QUESTIONS, *_questions(report.parts)])


def objectives_csv(report: Report) -> bytes:
    """Return one row for each objective, before and after."""
    return as_csv([OBJECTIVES, *map(_objective, report.progress)])


def workbook(report: Report, dated: date) -> bytes:
    """Return the same tables in one workbook, with what is known of the session."""
    objectives = (OBJECTIVES, *map(_objective, report.progress))
    sheets = (
        Sheet("Session", (40, 60), _facts(report), titles_above=False),
        Sheet("Réponses", WIDTHS, (QUESTIONS, *_questions(report.parts))),
        Sheet("Objectifs", (60, 26, 14, 14, 16, 30), objectives),
    )
    return as_workbook(f"Résultats {report.session}", sheets, dated)


def _facts(report: Report) -> Iterator[Row]:
    yield "Titre", report.title
    yield from report.facts
    yield from report.attendance
    yield from ((part.title, part.sheets) for part in report.parts)
    yield from (("Pour bien lire", told) for told in report.reading)


def _questions(parts: Iterable[Part]) -> Iterator[Row]:
    for part in parts:
        for question in part.questions:
            yield from _question(part, question)


def _question(part: Part, question: Answered) -> Iterator[Row]:
    begun = (part.title, question.number, question.statement)
    told = " ".join(filter(None, (question.hidden, question.outdated, *question.remarks)))
    every = "" if question.answers is None else question.answers
    ended = (every, question.points, told)
    for line in question.lines:
        yield (*begun, line.label, "oui" if line.right else "", line.count, line.share, *ended)
    for text in question.texts:
        yield (*begun, text, "", "", "", *ended)
    if not question.lines and not question.texts:
        yield (*begun, "", "", "", "", *ended)


def _objective(line: Compared) -> Row:
    if line.hidden:
        return (line.objective, "", "", "", "", line.hidden)
    before, after, most = line.points
    return (line.objective, line.learners, _rounded(before), _rounded(after), most, "")


def _rounded(points: float) -> int | float:
    """Return points as they are said: one decimal at most."""
    said = round(points, 1)
    return int(said) if said.is_integer() else said
