"""A new session in the academic plan, whose comments and order stay."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from emas.editing.scaffolds.drafts import TO_COMPLETE, Draft, RefusedError, filled
from emas.editing.scaffolds.identifiers import identifier_of
from emas.editing.yaml_text import Add, Change, Extend, NotEditableError, rewritten, scalar
from emas.model import Catalogue, Module
from emas.model.assessments import LATER
from emas.model.durations import in_words
from emas.model.plan import Plan
from emas.readers.plan import FOLDER
from emas.readers.sources import Sources
from emas.readers.yaml_tree import Plain

SCHOOL_YEAR_STARTS = 9
USUAL = ("positionnement", "acquis", "satisfaction", LATER)
"""What a session asks when its modules and the project have it."""

USUAL_MIN = 180

LONGEST_STEM = 18
"""Letters of the id of a session that are those of its module: the rest is the month and a rank."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """What was answered. `academy` names the plan to make if there is none for that year."""

    module: Module
    day: date
    start: time
    end: time
    place: str
    academy: str = TO_COMPLETE

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        ends = (self.end.hour * 60 + self.end.minute) - (self.start.hour * 60 + self.start.minute)
        return max(ends, 0)


def new_session(sources: Sources, catalogue: Catalogue, asked: NewSession) -> Draft:
    """Return the plan of that year with one more session.

    Raises:
        RefusedError: if it ends before it starts, or if the plan cannot receive it.
    """
    if not asked.minutes:
        raise RefusedError("la fin de la session est avant son début.")
    plans = plans_of(catalogue, asked.day)
    plan = next((item for item in plans if asked.academy in (TO_COMPLETE, item.academy)), None)
    if plan is None:
        return _first_of_its_year(sources, catalogue, asked)
    path = plan.span.path
    session = _session(catalogue, asked)
    try:
        changed = rewritten(path, sources.files[path], [_place(plan, asked, session)])
    except NotEditableError as error:
        raise RefusedError(
            f"« {path} » ne laisse pas ajouter de session : écrivez ses listes avec un tiret par"
            " ligne, sans crochets."
        ) from error
    return Draft({path: changed}, path)


def plans_of(catalogue: Catalogue, day: date) -> list[Plan]:
    """Return the plans of the school year of a day."""
    return [plan for plan in catalogue.plans if plan.year == _year(day)]


def announced_min(catalogue: Catalogue, module: Module) -> int:
    """Return how long a session of `module` lasts: as its training says, else as it says itself."""
    for plan in catalogue.plans:
        for programme in plan.programmes:
            for training in programme.trainings:
                if training.modules == (module.id,):
                    return training.duration_min
    return module.durations.session_min or USUAL_MIN


def _year(day: date) -> str:
    """Return the school year of a day: « 2026-2027 »."""
    first = day.year - (day.month < SCHOOL_YEAR_STARTS)
    return f"{first}-{first + 1}"


def _place(plan: Plan, asked: NewSession, session: dict[str, Plain]) -> Change:
    """Return the change that adds a session: to a training of that module alone, or a new one."""
    for rank, programme in enumerate(plan.programmes):
        for number, training in enumerate(programme.trainings):
            if training.modules == (asked.module.id,):
                place = ("dispositifs", rank, "modules", number)
                if training.sessions:
                    return Extend((*place, "sessions"), (session,))
                return Add(place, "sessions", [session])
    trainings: list[Plain] = [_training(asked, session)]
    added: Plain = {"titre": asked.module.title, "cadre": "autre", "modules": trainings}
    if plan.programmes:
        return Extend(("dispositifs",), (added,))
    return Add((), "dispositifs", [added])


def _training(asked: NewSession, session: dict[str, Plain]) -> Plain:
    return {
        "titre": asked.module.title,
        "contenu": [asked.module.id],
        "duree": in_words(asked.minutes),
        "publics": list(asked.module.audiences),
        "inscription": "public-designe",
        "sessions": [session],
    }


def _session(catalogue: Catalogue, asked: NewSession) -> dict[str, Plain]:
    half_day: Plain = {
        "date": asked.day.isoformat(),
        "debut": f"{asked.start:%H:%M}",
        "fin": f"{asked.end:%H:%M}",
        "lieu": asked.place,
    }
    return {
        "id": _identifier(catalogue, asked),
        "modalite": "presentiel",
        "demi-journees": [half_day],
        "statut": "prevue",
        "evaluations": list(_assessments(catalogue, asked.module)),
        "conservation": "12 mois",
    }


def _identifier(catalogue: Catalogue, asked: NewSession) -> str:
    taken = {session.id.casefold() for plan in catalogue.plans for _, _, session in plan.sessions()}
    stem = f"{asked.module.id[:LONGEST_STEM].rstrip('-')}-{asked.day:%Y-%m}"
    if stem not in taken:
        return stem
    return next(name for rank in range(2, 1000) if (name := f"{stem}-{rank}") not in taken)


def _assessments(catalogue: Catalogue, module: Module) -> tuple[str, ...]:
    known = {item.id for item in module.assessments} | {item.id for item in catalogue.surveys}
    return tuple(name for name in USUAL if name in known)


def _first_of_its_year(sources: Sources, catalogue: Catalogue, asked: NewSession) -> Draft:
    slug = identifier_of(asked.academy) if asked.academy != TO_COMPLETE else "plan"
    path = FOLDER / f"{_year(asked.day)}-{slug or 'plan'}.yml"
    if path in sources.paths():
        raise RefusedError(
            f"« {path} » existe déjà et ne se lit pas : « emas check » dit pourquoi."
        )
    session = _session(catalogue, asked)
    text = filled("plan.yml", **_first_values(asked, session))
    return Draft({path: text.encode()}, path)


def _first_values(asked: NewSession, session: Mapping[str, Plain]) -> dict[str, str]:
    evaluations = session["evaluations"]
    assert isinstance(evaluations, list)
    return {
        "annee": _year(asked.day),
        "academie": scalar(asked.academy),
        "titre": scalar(asked.module.title),
        "module": asked.module.id,
        "duree": in_words(asked.minutes),
        "publics": ", ".join(asked.module.audiences),
        "id": str(session["id"]),
        "date": asked.day.isoformat(),
        "debut": f"{asked.start:%H:%M}",
        "fin": f"{asked.end:%H:%M}",
        "lieu": scalar(asked.place),
        "evaluations": ", ".join(str(name) for name in evaluations),
    }
