"""From what is kept of sessions to `build/resultats/`: no name is in either."""

from pathlib import PurePosixPath

from emas import install, pipeline, theme
from emas.diagnostics import Diagnostic
from emas.model import Catalogue, Planned, asking, planned
from emas.model.days import day_in_words
from emas.model.results import results, sound
from emas.model.yearly import listed, year_of
from emas.project import Project
from emas.records.attendance import kept_attendance
from emas.records.errors import RecordsError
from emas.records.sheets import kept_sheets
from emas.records.summary import NAME as SUMMARY
from emas.records.summary import RESULTS, erased_on, kept_counts
from emas.transforms.moments import asked_parts
from emas.transforms.spacing import spaced
from emas.writers.reports import session as writer
from emas.writers.reports import yearly
from emas.writers.reports.about import about
from emas.writers.reports.report import report


def write_results(
    project: Project, catalogue: Catalogue, item: Planned
) -> tuple[tuple[PurePosixPath, ...], tuple[Diagnostic, ...]]:
    """Write the results of a session; return the files from the root, and what prevents some.

    Raises:
        RecordsError: if what is kept of the session is damaged, or is no longer kept.
        OSError: if the disk refuses; the former results are still there.
        theme.ThemeError: if the theme of the project cannot be used.
    """
    if day := erased_on(project, item.session.id):
        raise RecordsError(
            f"les réponses de cette session ont été effacées le {day_in_words(day)}, à la fin de"
            f" leur conservation. Il en reste donnees/sessions/{item.session.id}/{SUMMARY}"
        )
    ready = pipeline.on_paper(catalogue)
    (shown,) = (one for one in planned(ready.plans) if one.session.id == item.session.id)
    parts = asked_parts(asking(ready, shown))
    sheets = [sound(sheet, parts) for sheet in kept_sheets(project, item.session.id)]
    counted = kept_attendance(project, item.session.id)
    names = ready.vocabulary.audiences
    said = report(about(shown), results(parts, sheets), counted, names)
    look = theme.read(project.theme)
    written = writer.write(
        said, ready.team.name, pipeline.as_of(catalogue), item.session.span, look
    )
    install.renew(project, RESULTS, written.files)
    places = (PurePosixPath("build") / RESULTS / path for path in written.files)
    return tuple(places), written.diagnostics


def write_year(
    project: Project, catalogue: Catalogue, year: str
) -> tuple[tuple[PurePosixPath, ...], tuple[tuple[str, str | int | float], ...]]:
    """Write the tables of a school year; return the files from the root, and its sums in words.

    Raises:
        RecordsError: if what is kept of a session is damaged.
        OSError: if the disk refuses; the former tables are still there.
    """
    items = [listed(item) for item in planned(spaced(catalogue).plans) if item.plan.year == year]
    names = [item.session for item in items]
    attendances = {name: kept_attendance(project, name) for name in names}
    sheets = {name: kept_counts(project, name) for name in names}
    found = year_of(year, items, attendances, sheets)
    audiences = catalogue.vocabulary.audiences
    files = yearly.write(found, audiences, pipeline.as_of(catalogue))
    install.renew(project, RESULTS, files)
    places = tuple(PurePosixPath("build") / RESULTS / path for path in files)
    return places, tuple(yearly.summary(found, audiences))
