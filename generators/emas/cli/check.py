"""`emas check`: what is wrong in the sources."""

from datetime import date, datetime

import click

from emas import pipeline
from emas.cli.common import FORMATS, here, show, unknown
from emas.cli.publication import checklists, is_ready, show_checklists
from emas.diagnostics import Diagnostic, has_errors
from emas.model.charter import proofread
from emas.model.rules import facts_to_review
from emas.pipeline import Loaded
from emas.project import Project
from emas.records.noted import changed


@click.command(short_help="Vérifie les sources, sans rien produire.")
@click.argument("modules", nargs=-1)
@click.option(
    "--publication",
    is_flag=True,
    help="Dit, module par module, ce qui est prêt à publier et ce qui ne l’est pas.",
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="AAAA-MM-JJ",
    help="Jour auquel les faits sont jugés (aujourd’hui sans cette option).",
)
@click.option("--couverture", is_flag=True, help="Dit où chaque bloc se trouve dans les sorties.")
@click.option("--format", "form", type=FORMATS, default="texte", help="texte ou json.")
def check(
    modules: tuple[str, ...],
    publication: bool,
    day: datetime | None,
    couverture: bool,
    form: str,
) -> None:
    """Vérifie les sources, sans rien produire (0 : tout va bien, 1 : des erreurs).

    Avec --publication, 1 aussi tant qu’il reste quelque chose à faire.
    """
    if couverture and form == "json":
        raise click.UsageError("--couverture est un tableau à lire : retirez « --format json ».")
    place = here()
    loaded = pipeline.load(place)
    found = [*loaded.diagnostics, *proofread(loaded.catalogue), *changed(place, loaded.catalogue)]
    today = day.date() if day else date.today()  # the author's own day
    if publication:
        found += facts_to_review(loaded.catalogue, today)
    found = chosen(loaded, found, modules)
    complete = True
    if publication:
        lists = checklists(loaded, modules, today)
        show_checklists(place, lists, found, form)
        complete = is_ready(lists)
    else:
        show(place, found, form)
    if couverture:
        complete = _covered(place, loaded, modules) and complete
    if not found and not couverture and not publication and form == "texte":
        click.echo("Tout va bien.")
    if has_errors(found) or not complete:
        raise SystemExit(1)


def _covered(place: Project, loaded: Loaded, modules: tuple[str, ...]) -> bool:
    from emas.cli.coverage import print_coverage  # what reads PDF takes long to import

    return print_coverage(place, loaded, modules)


def chosen(loaded: Loaded, found: list[Diagnostic], modules: tuple[str, ...]) -> list[Diagnostic]:
    """Return what concerns `modules`, or all of it if none is named.

    Raises:
        click.UsageError: if there is no such module.
    """
    known = {module.id for module in loaded.catalogue.modules} | loaded.broken
    for name in modules:
        if name not in known:
            raise unknown("module", name, sorted(known))
    if not modules:
        return found
    return [item for item in found if _concerns(item, modules)]


def _concerns(item: Diagnostic, modules: tuple[str, ...]) -> bool:
    parts = item.span.path.parts
    return parts[0] != "modules" or (len(parts) > 1 and parts[1] in modules)
