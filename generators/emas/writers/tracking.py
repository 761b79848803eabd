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
from emas.model.yearly import Listed, listed
from emas.transforms.moments import asked_parts
from emas.writers.reports.about import about
from emas.writers.written import Written

FORMAT = "emas-catalogue-1"
PATH = PurePosixPath("catalogue.json")

Json = dict[str, object]


def write(
    sessions: Iterable[tuple[Planned, tuple[Asking, ...]]],
    every: Iterable[Planned],
    team: Team,
    vocabulary: Vocabulary,
) -> Written:
    """Return the catalogue of `sessions`, each with what it asks; those cancelled are left out.

    `every` session of the plans is in the tables of years.
    """
    held = [
        (item, parts) for item, parts in sessions if item.session.status is not Status.CANCELLED
    ]
    content: Json = {
        "format": FORMAT,
        "equipe": team.name,
        "pages": team.site or None,
        "publics": dict(vocabulary.audiences),
        "bilan": [_listed(listed(item)) for item in every],
        "sessions": {item.session.id: _session(item, parts) for item, parts in held},
    }
    data = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return Written({PATH: f"{data}\n".encode()})


def _session(item: Planned, parts: tuple[Asking, ...]) -> Json:
    session, training, said = item.session, item.training, about(item)
    return {
        "titre": training.title,
        "annee": item.plan.year,
        "academie": item.plan.academy,
        "quand": when(session),
        "ou": where(session),
        "publics": list(training.audiences),
        "faits": [list(fact) for fact in said.facts],
        "presences": list(said.half_days),
        "close": session.status is Status.CLOSED,
        "conservation-mois": session.retention_months,
        "demi-journees": [_half_day(half) for half in session.half_days],
        "ouverte": [day.isoformat() for day in session.opening] if session.opening else None,
        "moments": [_part(part, item, parts) for part in asked_parts(parts)],
    }


def _listed(one: Listed) -> Json:
    return {
        "session": one.session,
        "titre": one.title,
        "code": one.code,
        "annee": one.year,
        "academie": one.academy,
        "cadre": one.framework.value,
        "dispositif": one.programme,
        "code-dispositif": one.programme_code,
        "statut": one.status.value,
        "modalite": one.modality.value,
        "jours": [day.isoformat() for day in one.days] if one.days else None,
        "minutes": list(one.half_days),
        "duree": one.duration_min,
        "publics": list(one.audiences),
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
