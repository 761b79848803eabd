"""`emas plan bilan`: what a school year comes to."""

import click

from emas.cli.common import alone, unknown
from emas.cli.sessions import kept_safe, open_plan
from emas.reporting import write_year
from emas.writers.tables import french


@click.command("bilan", short_help="Écrit le bilan d’une année scolaire.")
@click.argument("annee", required=False)
def yearly(annee: str | None) -> None:
    """Écrit le bilan de l’année scolaire ANNEE (« 2026-2027 »), en CSV et en classeur.

    Sans ANNEE, la dernière du plan. Ce que personne n'a compté est dit inconnu, jamais zéro.
    """
    place, catalogue = open_plan()
    years = sorted({plan.year for plan in catalogue.plans})
    if not years:
        raise click.UsageError("« content/plan » n’a aucune session.")
    year = annee or years[-1]
    if year not in years:
        raise unknown("année", year, years, "l’")
    alone(place)
    with kept_safe():
        written, said = write_year(place, catalogue, year)
    for label, value in said:
        click.echo(f"{label} : {french(value)}".rstrip())
    click.echo()
    for path in written:
        click.echo(path)
