"""`emas plan`: the sessions of the academic plan."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from emas import pipeline
from emas.cli.common import counted, here, show, shown_path, unknown
from emas.cli.yearly import yearly
from emas.editing.plan_memory import PATH as MEMORY
from emas.editing.plan_merge import Outcome
from emas.editing.plan_session import Difference
from emas.editing.planning import Receiver, Report, Request, import_plan
from emas.model import Module, Plan
from emas.pipeline import Loaded
from emas.readers.plan import FOLDER
from emas.readers.tables import alike

YEAR = re.compile(r"(20\d\d)-(20\d\d)")
MOST_MODULES = 10
"""Modules that the plan does not have, told by name; an academy has thousands."""


@click.group(subcommand_metavar="COMMANDE [ARGUMENTS]…")
def plan() -> None:
    """Les sessions du plan académique."""


plan.add_command(yearly)


@plan.command("import", short_help="Met le plan à jour d’après un export de Sofia-FMO.")
@click.argument("fichier", type=click.Path(path_type=Path))
@click.option(
    "--module",
    "pairs",
    multiple=True,
    metavar="CODE=MODULE",
    help="Reprend aussi le module CODE de Sofia-FMO, qui donne notre MODULE. Peut être répétée.",
)
@click.option(
    "--plan", "name", metavar="NOM.yml", help="Le fichier de content/plan qui reçoit ces modules."
)
@click.option("--annee", "year", metavar="ANNÉE", help="Ou bien : leur année, « 2026-2027 »…")
@click.option("--academie", "academy", metavar="NOM", help="… et leur académie.")
@click.option("--montrer", "dry", is_flag=True, help="Dit ce qui changerait, sans rien écrire.")
def import_(
    fichier: Path,
    pairs: tuple[str, ...],
    name: str | None,
    year: str | None,
    academy: str | None,
    dry: bool,
) -> None:
    """Met à jour les sessions de content/plan d'après FICHIER, un export de Sofia-FMO ou un CSV.

    Seuls les modules que le plan a déjà (mêmes codes de dispositif et de module) sont mis à jour.
    Ce que vous avez changé à la main reste, et vous est dit ; rien n'est jamais supprimé
    (0 : le plan est à jour, 1 : le fichier n'a pas pu être lu, rien n'est changé).
    """
    place = here()
    loaded = pipeline.load(place)
    wanted = dict(_pair(pair, loaded) for pair in pairs)
    receiver = _receiver(loaded.catalogue.plans, name, year, academy) if wanted else None
    if not fichier.is_file():
        raise click.UsageError(f"il n’y a pas de fichier « {fichier} ».")
    request = Request(wanted, receiver, write=not dry)
    report = import_plan(place, loaded, fichier, shown_path(place, fichier), request)
    if not report.refused:
        _print(report, fichier, dry=dry)
    show(place, report.diagnostics, "texte", err=False)
    if report.refused:
        raise SystemExit(1)


def _pair(pair: str, loaded: Loaded) -> tuple[str, Module]:
    """Return the code of Sofia-FMO and our module in « 75003=autisme »."""
    code, _, name = (part.strip() for part in pair.partition("="))
    if not code or not name:
        raise click.UsageError(f"« {pair} » : écrivez --module CODE=MODULE, par ex. 75003=autisme.")
    if name in loaded.broken:
        raise click.UsageError(f"le module « {name} » a des erreurs : « emas check {name} ».")
    modules = {module.id: module for module in loaded.catalogue.modules}
    if name not in modules:
        raise unknown("module", name, modules)
    return code, modules[name]


def _receiver(
    plans: Sequence[Plan], name: str | None, year: str | None, academy: str | None
) -> Receiver:
    """Return the file of the plan that gets new modules."""
    paths = {plan.span.path.name: plan.span.path for plan in plans}
    if name:
        if name not in paths:
            raise unknown("plan", name, paths)
        return Receiver(paths[name])
    if year and academy:
        return _of_academy(plans, year, academy)
    if year or academy:
        raise click.UsageError("--annee et --academie vont ensemble.")
    if len(paths) == 1:
        return Receiver(plans[0].span.path)
    if paths:
        raise click.UsageError(
            f"dites quel fichier reçoit les modules, avec --plan : {', '.join(paths)}."
        )
    raise click.UsageError(
        "il n’y a pas encore de plan : ajoutez par exemple --annee 2026-2027 --academie Lille."
    )


def _of_academy(plans: Sequence[Plan], year: str, academy: str) -> Receiver:
    match = YEAR.fullmatch(year)
    if not match or int(match[2]) != int(match[1]) + 1:
        raise click.UsageError(f"« {year} » n’est pas une année scolaire. Écrivez 2026-2027.")
    for item in plans:
        if (item.year, alike(item.academy)) == (year, alike(academy)):
            return Receiver(item.span.path)
    slug = alike(academy).replace(" ", "-") or "plan"
    return Receiver(FOLDER / f"{year}-{slug}.yml", year, academy)


def _print(report: Report, file: Path, *, dry: bool) -> None:
    """Print what changed field by field, what was left and why, what is not ours."""
    outcome = report.outcome
    counts = (
        counted(len(outcome.added), "session ajoutée"),
        counted(len({item.session for item in outcome.changed}), "session changée"),
    )
    where = ", ".join(map(str, report.files)) or "le plan"
    click.echo(f"{where} : {', '.join(counts)}.{' Rien n’est écrit.' if dry else ''}")
    for title, lines in _sections(outcome).items():
        if lines:
            click.echo(f"\n{title}")
            for line in lines:
                click.echo(f"- {line}")
    if outcome.elsewhere:
        _print_elsewhere(outcome, file)
    if report.files and not dry:
        click.echo("\nRelisez ce fichier, puis « emas check » dit ce qui reste à compléter.")
    if report.diagnostics:
        click.echo()


def _sections(outcome: Outcome) -> Mapping[str, list[str]]:
    return {
        "Ajouté :": [
            *(f"module {code}" for code in outcome.modules),
            *(f"{name} : {when}" for name, when in outcome.added),
        ],
        "Changé :": [_changed(item) for item in outcome.changed],
        "Écrit à la main, laissé tel quel :": [_kept(item) for item in outcome.kept],
        "Reconnu d’après les jours et les heures, sous votre identifiant :": outcome.recognised,
        "Dans le plan, mais plus dans ce fichier (rien n’est supprimé) :": outcome.gone,
        f"Retiré du plan par vous, non remis (pour tout reprendre, supprimez {MEMORY}) :": (
            outcome.removed
        ),
    }


def _changed(item: Difference) -> str:
    before = f"« {item.ours} » devient " if item.ours else ""
    return f"{item.session}, {item.what} : {before}« {item.theirs} »"


def _kept(item: Difference) -> str:
    ours = f"votre fichier dit « {item.ours} »" if item.ours else "votre fichier ne dit rien"
    theirs = f"Sofia-FMO dit « {item.theirs} »" if item.theirs else "Sofia-FMO ne l’a plus"
    return f"{item.session}, {item.what} : {ours}, {theirs}"


def _print_elsewhere(outcome: Outcome, file: Path) -> None:
    """Print which modules of the export the plan does not have, and how to take one in."""
    titles = {item.key.module: item.module_title for item in outcome.elsewhere}
    sessions = counted(len(outcome.elsewhere), "session")
    click.echo(
        f"\nNon repris, car hors de votre plan : {sessions} de {counted(len(titles), 'module')}."
    )
    for code, title in list(titles.items())[:MOST_MODULES]:
        click.echo(f"- {code} : {title}" if title else f"- {code}")
    if len(titles) > MOST_MODULES:
        click.echo("- …")
    name = f'"{file}"' if " " in str(file) else str(file)
    click.echo(f"Pour en reprendre un : emas plan import {name} --module CODE=MODULE")
