"""The results of a session, as page, tables and PDF say them: one report for all."""

from collections.abc import Iterator

from emas.model.items import Asked, items
from emas.model.results import results
from emas.records.sheets import kept_sheets
from emas.tracking.catalogue import Session
from emas.tracking.desk.desk import Desk
from emas.tracking.exchange.pouring import pour
from emas.tracking.rooms.gathering import sheets_of
from emas.writers.reports.items import remarks
from emas.writers.reports.report import Report, report


def report_of(desk: Desk, session: Session) -> Report:
    """Return what a session gave. It reads the answers of all sessions that ask the same.

    The sheets that were typed since are poured in first, so that paper counts as well.

    Raises:
        UnavailableError: if the database cannot be used now.
        RecordsError: if its headcounts or its sheets are damaged.
    """
    if desk.settings.project:
        sheets = kept_sheets(desk.settings.project, session.id)
        pour(desk.store, desk.plan, session.id, sheets)
    others = _asked_elsewhere(desk, session)
    own = (session.parts, sheets_of(desk.store, session.id, session.parts))
    told = remarks(items(session.parts, (own, *others)))
    attendance = desk.settings.attendance(session.id)
    return report(session.about, results(*own), attendance, desk.plan.audiences, told)


def _asked_elsewhere(desk: Desk, session: Session) -> Iterator[Asked]:
    """Yield the other sessions that ask one of the questions of `session`, and their sheets."""
    asked = _questions(session)
    for other in desk.plan.sessions.values():
        if other.id != session.id and asked & _questions(other):
            yield other.parts, sheets_of(desk.store, other.id, other.parts)


def _questions(session: Session) -> set[tuple[str, str]]:
    return {
        (part.moment, one.name)
        for part in session.parts
        if not part.survey
        for one in part.questions
        if one.scored
    }
