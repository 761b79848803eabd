"""`emas new session`."""

from datetime import date, datetime, time, timedelta

import click

from emas import pipeline
from emas.cli.new import asking
from emas.cli.new.writing import write
from emas.editing.scaffolds import (
    Draft,
    NewSession,
    RefusedError,
    announced_min,
    new_session,
    plans_of,
)
from emas.model import Catalogue, Module
from emas.project import Project
from emas.readers.sources import Sources
from emas.readers.values import CLOCK

DAYS = ("%Y-%m-%d", "%d/%m/%Y")


@click.command(short_help="Une session du plan, avec sa date et son lieu.")
@click.option("--module", "name", metavar="MODULE", help="Le module que l’on y suit.")
@click.option("--date", "day", metavar="JOUR", help="Son jour : 2027-01-13, ou 13/01/2027.")
@click.option("--debut", metavar="HEURE", help="L’heure de début.")
@click.option("--fin", metavar="HEURE", help="L’heure de fin ; par défaut, selon la durée prévue.")
@click.option("--lieu", metavar="LIEU", help="Où elle a lieu.")
@click.option(
    "--academie",
    metavar="NOM",
    help="L’académie, si son plan est à créer ou s’il y en a plusieurs.",
)
def session(
    name: str | None,
    day: str | None,
    debut: str | None,
    fin: str | None,
    lieu: str | None,
    academie: str | None,
) -> None:
    """Ajoute une session au plan de son année, dans content/plan ; le crée s'il n'existe pas.

    Vos remarques et l'ordre du fichier restent. Aucun nom de participant n'y entre.
    """

    def make(_: Project, sources: Sources) -> Draft:
        catalogue = pipeline.load_sources(sources).catalogue
        module = asking.module(sources, name)
        held = _day(asking.text(day, "Date (2027-01-13)"))
        start = _clock(asking.text(debut, "Début", "13:30"))
        end = _end(catalogue, module, start)
        return new_session(
            sources,
            catalogue,
            NewSession(
                module=module,
                day=held,
                start=start,
                end=_clock(asking.text(fin, "Fin", f"{end:%H:%M}")),
                place=asking.text(lieu, "Lieu", "à compléter"),
                academy=_academy(catalogue, held, academie),
            ),
        )

    write(make, "emas new session")


def _day(said: str) -> date:
    for form in DAYS:
        try:
            return datetime.strptime(said, form).date()
        except ValueError:
            pass
    raise RefusedError(f"« {said} » n’est pas une date : écrivez « 2027-01-13 ».")


def _clock(said: str) -> time:
    match = CLOCK.fullmatch(said)
    if not match:
        raise RefusedError(f"« {said} » n’est pas une heure : écrivez « 13:30 ».")
    return time(int(match[1]), int(match[2] or 0))


def _academy(catalogue: Catalogue, day: date, given: str | None) -> str:
    """Return the academy whose plan receives the session: the only one of that year, if it is."""
    known = {plan.academy: "" for plan in plans_of(catalogue, day)}
    if given is not None or not known:
        return asking.text(given, "Académie", "à compléter")
    return asking.choice(None, "Académie", known, what="académie", article="l’")


def _end(catalogue: Catalogue, module: Module, start: time) -> time:
    """Return when a session ends that lasts as long as is announced, midnight being too late."""
    lasts = timedelta(minutes=announced_min(catalogue, module))
    ends = datetime.combine(date.min, start) + lasts
    return ends.time() if ends.date() == date.min else time(23, 59)
