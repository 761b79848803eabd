"""Checks about the sessions of the academic plan."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from emas.diagnostics import Code, Diagnostic
from emas.diagnostics.suggest import suggestion
from emas.model.catalogue import Catalogue
from emas.model.durations import in_words
from emas.model.plan import Modality, Session

MARGIN = 0.1
"""How far the hours of a session may be from what its training announces."""


def duplicate_session_ids(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each id that another session has already; case does not count."""
    seen: dict[str, Session] = {}
    for plan in catalogue.plans:
        for _, _, session in plan.sessions():
            first = seen.setdefault(session.id.casefold(), session)
            if first is not session:
                values = {"session": session.id, "ailleurs": str(first.span)}
                yield Diagnostic(Code.PLAN004, session.span, values)


def unknown_assessments(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each assessment of a session that its modules do not have.

    A training one of whose modules cannot be read is left alone.
    """
    known = {module.id: [item.id for item in module.assessments] for module in catalogue.modules}
    surveys = [survey.id for survey in catalogue.surveys]
    for plan in catalogue.plans:
        for _, training, session in plan.sessions():
            if not known.keys() >= set(training.modules):
                continue
            names = [*(name for module in training.modules for name in known[module]), *surveys]
            for name in session.assessments:
                if name not in names:
                    near = suggestion(name, names)
                    values = {"session": session.id, "evaluation": name, "suggestion": near}
                    yield Diagnostic(Code.PLAN006, session.span, values)


def odd_days(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for hours that differ from what is announced, and for odd days."""
    for plan in catalogue.plans:
        first, last = school_year(plan.year)
        for _, training, session in plan.sessions():
            named = {"session": session.id}
            if (total := _differs(session, training.duration_min)) is not None:
                values = {"somme": in_words(total), "duree": in_words(training.duration_min)}
                yield Diagnostic(Code.PLAN007, session.span, {**named, **values})
            if not all(first <= day <= last for day in session.days or ()):
                yield Diagnostic(Code.PLAN008, session.span, {**named, "annee": plan.year})
            for one, other in pairwise(session.half_days):
                if one.day == other.day and other.start < one.end:
                    yield Diagnostic(Code.PLAN009, other.span, named)


def _differs(session: Session, announced_min: int) -> int | None:
    """Return the minutes of the half-days if they are not what is announced, else None.

    Part of a hybrid session may be worked alone: only too long a time is odd.
    """
    total = sum(half.minutes for half in session.half_days if half.minutes > 0)
    short = session.modality is not Modality.HYBRID and total < (1 - MARGIN) * announced_min
    long = total > (1 + MARGIN) * announced_min
    return total if total and (short or long) else None


def school_year(year: str) -> tuple[date, date]:
    """Return the first and the last day of « 2026-2027 »: September 1st, August 31st."""
    first, last = (int(part) for part in year.split("-"))
    return date(first, 9, 1), date(last, 8, 31)
