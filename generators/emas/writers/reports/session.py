"""The two files of the results of a session."""

from dataclasses import asdict
from datetime import date
from pathlib import PurePosixPath

from emas.diagnostics import Span
from emas.theme import Theme
from emas.writers.handouts.compile import Document, as_json, typeset
from emas.writers.handouts.look import settings, standard
from emas.writers.reports.page import page
from emas.writers.reports.report import Report
from emas.writers.written import Written


def write(report: Report, team: str, dated: date, span: Span, theme: Theme) -> Written:
    """Return `resultats.html` and `resultats.pdf` of a session, or what prevents them.

    `span` is where the session is written, for what there is to say.
    """
    made = write_pdf(report, team, dated, span, theme)
    pages = {PurePosixPath(report.session) / "resultats.html": page(report, theme)}
    return Written({**pages, **made.files}, made.diagnostics)


def write_pdf(report: Report, team: str, dated: date, span: Span, theme: Theme) -> Written:
    """Return `resultats.pdf` of a session, or what prevents it; `team` is the name of the team."""
    data = {
        **asdict(report),
        "named": f"{report.title} – résultats",
        "summary": report.lead,
        "team": team,
        "date": [dated.year, dated.month, dated.day],
        "footer": [report.title, f"Session {report.session}"],
    }
    look = standard(theme)
    files = {"donnees.json": as_json(data), "reglages.json": as_json(settings(theme, look))}
    path = PurePosixPath(report.session) / "resultats.pdf"
    document = Document(path, "resultats.typ", files, dated)
    return typeset(document, theme, lambda message: (span, message))
