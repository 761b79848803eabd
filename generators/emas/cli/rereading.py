"""The list of `emas check --relecture`: facts to read again, then what the charter would change."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import click

from emas.cli.common import show, summary
from emas.diagnostics import Diagnostic, as_objects, concise, in_reading_order
from emas.editing import snapshots
from emas.editing.twins import late_twins
from emas.model import Source, day_in_words
from emas.model.charter import numbers_to_check
from emas.model.facts import Due, Fact, facts
from emas.pipeline import Loaded
from emas.project import Project

MOST_SHOWN = 5
"""Facts of a source that are shown for a whole project: of named modules, and in JSON, all are."""


@dataclass(frozen=True, slots=True)
class Rereading:
    """What there is to read again on a day; `told` is what the charter says."""

    on: date
    facts: tuple[Fact, ...]
    told: list[Diagnostic]

    def count(self, due: Due) -> int:
        """Return how many facts are in that state."""
        return sum(fact.due is due for fact in self.facts)


def to_reread(project: Project, loaded: Loaded, on: date) -> tuple[list[Fact], list[Diagnostic]]:
    """Return the facts of a project, and what only a review looks for; keep a snapshot of it.

    The next review compares plain words with it. What the disk refuses to keep is not kept.
    """
    found = [*numbers_to_check(loaded.catalogue, on), *late_twins(project, loaded)]
    with suppress(OSError):
        snapshots.take(project, "emas check --relecture")
    return list(facts(loaded.catalogue, on)), found


def show_rereading(
    place: Project, read: Rereading, wrong: list[Diagnostic], form: str, *, whole: bool
) -> None:
    """Print the list on stdout, and what is wrong on stderr; or one object, as JSON.

    Of the whole project, some facts only for each source.
    """
    if form == "json":
        click.echo(json.dumps(_object(read, wrong), ensure_ascii=False, indent=2))
        return
    show(place, wrong, form)
    click.echo("\n".join(_lines(read, MOST_SHOWN if whole else len(read.facts))))


def _object(read: Rereading, wrong: list[Diagnostic]) -> dict[str, object]:
    return {
        "jour": read.on.isoformat(),
        "comptes": {due.value: read.count(due) for due in Due},
        "faits": [_fact(item) for item in _pressing(read.facts)],
        "charte": as_objects(in_reading_order(read.told)),
        "diagnostics": as_objects(in_reading_order(wrong)),
    }


def _fact(item: Fact) -> dict[str, object]:
    source, limit = item.source, item.source.review_before
    return {
        "etat": item.due.value,
        "a-relire-avant": limit.isoformat() if limit else "",
        "source": source.id,
        "reference": _reference(source),
        "lien": source.link,
        "phrase": item.sentence,
        "fichier": str(item.span.path),
        "ligne": item.span.line,
    }


def _pressing(found: Iterable[Fact]) -> list[Fact]:
    """Return the facts by state, by date, by source, then as they are read."""
    order = list(Due)
    return sorted(
        found,
        key=lambda item: (
            order.index(item.due),
            item.source.review_before or date.min,
            item.source.id,
            item.span,
        ),
    )


def _reference(source: Source) -> str:
    parts = (source.organisation, f"« {source.title} »", source.year)
    return ", ".join(part for part in parts if part)


def _lines(read: Rereading, most: int) -> Iterator[str]:
    counts = ", ".join(f"{due.value} {read.count(due)}" for due in Due)
    yield f"Faits cités, au {day_in_words(read.on)} : {counts}."
    to_do = (item for item in _pressing(read.facts) if item.due is not Due.HELD)
    for due, of_state in groupby(to_do, key=lambda item: item.due):
        yield f"\n{due.value.capitalize()} ({read.count(due)})"
        for _, of_source in groupby(of_state, key=lambda item: item.source.id):
            yield from _of_source([*of_source], most)
    yield f"\nCharte de rédaction ({len(read.told)})"
    yield from (f"  {concise(item)}" for item in in_reading_order(read.told))
    if read.told:
        yield summary(read.told)


def _of_source(found: list[Fact], most: int) -> Iterator[str]:
    source = found[0].source
    limit = source.review_before
    until = f"à relire avant le {day_in_words(limit)}" if limit else "sans date de relecture"
    yield f"\n  {_reference(source)} ({source.id}) ; {until}"
    if source.link:
        yield f"  {source.link}"
    yield from (f"    {item.span.path}:{item.span.line} {item.sentence}" for item in found[:most])
    if len(found) > most:
        yield f"    … et {len(found) - most} de plus : nommez un module pour les voir tous"
