"""`build/suivi/catalogue.json`: all that the tracking service knows of sessions and questions.

It holds the keys of the questions: it is read by the service, and never served. The format is in
`docs/formats/suivi.md`.
"""

import json
from collections.abc import Iterable
from pathlib import PurePosixPath

from emas.model import HalfDay, Planned, Status, Team, Vocabulary, awaited
from emas.model.asking import Asking
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.timetable import when, where
from emas.transforms.moments import asked_parts
from emas.writers.written import Written

FORMAT = "emas-catalogue-1"
PATH = PurePosixPath("catalogue.json")

Json = dict[str, object]


def write(
    sessions: Iterable[tuple[Planned, tuple[Asking, ...]]], team: Team, vocabulary: Vocabulary
) -> Written:
    """Return the catalogue of `sessions`, each with what it asks; those cancelled are left out."""
    held = [
        (item, parts) for item, parts in sessions if item.session.status is not Status.CANCELLED
    ]
    content: Json = {
        "format": FORMAT,
        "equipe": team.name,
        "pages": team.site or None,
        "publics": dict(vocabulary.audiences),
        "sessions": {item.session.id: _session(item, parts) for item, parts in held},
    }
    data = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return Written({PATH: f"{data}\n".encode()})


def _session(item: Planned, parts: tuple[Asking, ...]) -> Json:
    session, training = item.session, item.training
    return {
        "titre": training.title,
        "annee": item.plan.year,
        "academie": item.plan.academy,
        "quand": when(session),
        "ou": where(session),
        "publics": list(training.audiences),
        "close": session.status is Status.CLOSED,
        "conservation-mois": session.retention_months,
        "demi-journees": [_half_day(half) for half in session.half_days],
        "ouverte": [day.isoformat() for day in session.opening] if session.opening else None,
        "moments": [_part(part, item, parts) for part in asked_parts(parts)],
    }


def _half_day(half: HalfDay) -> Json:
    return {
        "jour": half.day.isoformat(),
        "debut": f"{half.start:%H:%M}",
        "fin": f"{half.end:%H:%M}",
    }


def _part(part: AskedPart, item: Planned, parts: tuple[Asking, ...]) -> Json:
    days = awaited(item.session, part.moment, parts)
    return {
        "moment": part.moment,
        "titre": part.title,
        "de": part.owner,
        "titre-de": part.owner_title,
        "questionnaire": part.survey,
        "attendu": [day.isoformat() for day in days] if days else None,
        "objectifs": dict(part.objectives),
        "questions": [question(one) for one in part.questions],
    }


def question(one: AskedQuestion) -> Json:
    """Return a question as the catalogue holds it."""
    return {
        "nom": one.name,
        "cle": one.key,
        "objectif": one.objective,
        "enonce": one.statement,
        "options": list(one.options),
        "ordre": list(one.shown),
        "recueillie": one.collected,
    }
