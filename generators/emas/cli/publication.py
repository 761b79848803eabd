"""The checklist « prêt à publier », as a list to read or as JSON."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import click

from emas.cli.common import show
from emas.diagnostics import Diagnostic, as_objects, in_reading_order
from emas.model.readiness import Finding, Point, State, readiness
from emas.pipeline import Loaded
from emas.project import Project

MARKS = {
    State.DONE: "✓",
    State.TODO: "→ à faire :",
    State.PERSON: "☐ à vérifier par une personne :",
}

SHORT = {**{state: state.value for state in State}, State.DONE: "✓"}

MOST_SHOWN = 5
"""Findings of a line that are shown; JSON has them all."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The list of one module; no point at all if it has errors."""

    module: str
    title: str
    points: tuple[Point, ...]


def checklists(loaded: Loaded, modules: tuple[str, ...], on: date) -> tuple[Checklist, ...]:
    """Return the list of each module of `modules`, or of all if none is named."""
    catalogue = loaded.catalogue
    lists = [
        Checklist(one.id, one.title, readiness(catalogue, one, on)) for one in catalogue.modules
    ]
    lists += [Checklist(name, name, ()) for name in loaded.broken]
    wanted = (one for one in lists if not modules or one.module in modules)
    return tuple(sorted(wanted, key=lambda one: one.module))


def is_ready(lists: Iterable[Checklist]) -> bool:
    """Return whether nothing is left that a tool can tell."""
    return all(
        one.points and all(point.state is not State.TODO for point in one.points) for one in lists
    )


def show_checklists(
    place: Project, lists: tuple[Checklist, ...], found: list[Diagnostic], form: str
) -> None:
    """Print the lists on stdout, and what is wrong on stderr; or one object, as JSON."""
    if form == "json":
        ordered = as_objects(in_reading_order(found))
        told = {"diagnostics": ordered, "modules": [_object(one) for one in lists]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    show(place, found, form)
    for one in lists:
        click.echo("\n".join(_lines(one)))


def _lines(one: Checklist) -> Iterator[str]:
    states = [point.state for point in one.points]
    counts = ", ".join(
        f"{states.count(state)} {SHORT[state]}" for state in State if state in states
    )
    yield f"\n{one.title} ({one.module}) : {counts or 'des erreurs à corriger d’abord'}"
    for topic, points in groupby(one.points, key=lambda point: point.topic):
        yield f"\n  {topic}"
        for point in points:
            yield f"    {MARKS[point.state]} {point.text}"
            yield from (f"        {_told(item)}" for item in point.findings[:MOST_SHOWN])
            if len(point.findings) > MOST_SHOWN:
                yield f"        … et {len(point.findings) - MOST_SHOWN} de plus"


def _told(item: Finding) -> str:
    return f"{item.span.path}:{item.span.line} {item.text}" if item.span else item.text


def _object(one: Checklist) -> dict[str, object]:
    points = [
        {
            "nom": point.name,
            "sujet": point.topic,
            "texte": point.text,
            "etat": point.state,
            "constats": [_finding(item) for item in point.findings],
        }
        for point in one.points
    ]
    return {"module": one.module, "titre": one.title, "points": points}


def _finding(item: Finding) -> dict[str, object]:
    if item.span is None:
        return {"texte": item.text}
    return {"texte": item.text, "fichier": str(item.span.path), "ligne": item.span.line}
