"""What the service knows of sessions: `build/suivi/catalogue.json` (`docs/formats/suivi.md`)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from emas.model import Key
from emas.model.days import months_after
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.plan import Framework, Modality, Status
from emas.model.yearly import Listed
from emas.writers.reports.about import About

FORMAT = "emas-catalogue-1"


class CatalogueError(Exception):
    """The file cannot be read; the message is French, and says what to do."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session as the service knows it. `awaited` are the first and last day, by moment.

    `days_held` are the days of its half-days, in order, or the first and last of its opening.
    `former` are the versions of questions that it asked before, by moment and name: a phone that
    has an old page still answers them.
    """

    id: str
    title: str
    when: str
    where: str
    closed: bool
    retention_months: int
    about: About
    days_held: tuple[date, ...]
    parts: tuple[AskedPart, ...]
    awaited: Mapping[str, tuple[date, date] | None]
    former: Mapping[tuple[str, str], AskedQuestion] = field(default_factory=dict)

    def question(self, moment: str, name: str) -> AskedQuestion | None:
        """Return a collected question of a moment by its name and version, or None.

        An older version will do, unless the question is not collected any more.
        """
        asked = [one for part in self.parts if part.moment == moment for one in part.questions]
        former = self.former.get((moment, name))
        same = [one for one in asked if one.name == name]
        if former and not same:
            return former if all(one.collected for one in asked if one.id == former.id) else None
        return next((one for one in same if one.collected), None)

    def surveys(self) -> frozenset[str]:
        """Return the moments that ask for opinions."""
        return frozenset(part.moment for part in self.parts if part.survey)

    def days(self) -> tuple[date, date] | None:
        """Return the first and the last day on which something is awaited, or None."""
        known = [days for days in self.awaited.values() if days]
        return (min(first for first, _ in known), max(last for _, last in known)) if known else None

    def kept_until(self) -> date | None:
        """Return the last day on which its answers are kept: months after the last awaited day."""
        days = self.days()
        return None if days is None else months_after(days[1], self.retention_months)


@dataclass(frozen=True, slots=True)
class TrackedPlan:
    """All sessions, by id; none where nothing was built yet.

    `listed` are those of the tables of years, cancelled ones too; `audiences` are names by id.
    `pages` is where participants' pages are published, if they are: an address, or nothing.
    """

    sessions: Mapping[str, Session] = field(default_factory=dict)
    listed: tuple[Listed, ...] = ()
    team: str = ""
    audiences: Mapping[str, str] = field(default_factory=dict)
    pages: str = ""


def read_plan(path: Path) -> TrackedPlan:
    """Return what a catalogue says.

    Raises:
        CatalogueError: if it is not one of this version.
    """
    try:
        return parse_plan(path.read_bytes())
    except FileNotFoundError:
        return TrackedPlan()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CatalogueError(
            f"« {path.name} » est abîmé ou vient d’une autre version : refaites-le avec"
            " « emas build --cible suivi »"
        ) from error


def parse_plan(data: bytes) -> TrackedPlan:
    """Return what a catalogue says, one just made for instance.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: if it is not one of this version.
    """
    content = json.loads(data)
    if content["format"] != FORMAT:
        raise ValueError(content["format"])
    return TrackedPlan(
        sessions={name: _session(name, one) for name, one in content["sessions"].items()},
        listed=tuple(_listed(one) for one in content["bilan"]),
        team=content["equipe"],
        audiences=content["publics"],
        pages=content["pages"] or "",
    )


def _session(name: str, content: Mapping[str, Any]) -> Session:
    moments = content["moments"]
    return Session(
        id=name,
        title=content["titre"],
        when=content["quand"],
        where=content["ou"],
        closed=content["close"],
        retention_months=content["conservation-mois"],
        about=About(name, content["titre"], _pairs(content["faits"]), tuple(content["presences"])),
        days_held=_days_held(content),
        parts=tuple(_part(one) for one in moments),
        awaited={one["moment"]: _days(one["attendu"]) for one in moments},
    )


def _pairs(said: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, words) for label, words in said)


def _days_held(content: Mapping[str, Any]) -> tuple[date, ...]:
    held = [half["jour"] for half in content["demi-journees"]] or content["ouverte"] or []
    return tuple(map(date.fromisoformat, held))


def _listed(content: Mapping[str, Any]) -> Listed:
    return Listed(
        session=content["session"],
        title=content["titre"],
        code=content["code"],
        year=content["annee"],
        academy=content["academie"],
        framework=Framework(content["cadre"]),
        programme=content["dispositif"],
        programme_code=content["code-dispositif"],
        status=Status(content["statut"]),
        modality=Modality(content["modalite"]),
        days=_days(content["jours"]),
        half_days=tuple(content["minutes"]),
        duration_min=content["duree"],
        audiences=tuple(content["publics"]),
    )


def _days(said: list[str] | None) -> tuple[date, date] | None:
    if said is None:
        return None
    first, last = map(date.fromisoformat, said)
    return first, last


def _part(content: Mapping[str, Any]) -> AskedPart:
    return AskedPart(
        moment=content["moment"],
        title=content["titre"],
        owner=content["de"],
        owner_title=content["titre-de"],
        survey=content["questionnaire"],
        objectives=content["objectifs"],
        questions=tuple(question(one) for one in content["questions"]),
    )


def question(content: Mapping[str, Any]) -> AskedQuestion:
    """Return the question that a catalogue says; the reverse of `writers.tracking.question`."""
    key: Key = content["cle"]
    options = tuple(content["options"])
    return AskedQuestion(
        name=content["nom"],
        key=key,
        objective=content["objectif"],
        statement=content["enonce"],
        options=options,
        shown=tuple(content["ordre"]),
        right=frozenset(key["right"] if options and "right" in key else ()),
        collected=content["recueillie"],
    )
