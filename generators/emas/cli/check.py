"""`emas check`: what is wrong in the sources."""

from datetime import date, datetime

import click

from emas import pipeline
from emas.cli.common import FORMATS, here, show, unknown
from emas.cli.publication import checklists, is_ready, show_checklists
from emas.cli.rereading import Rereading, show_rereading, to_reread
from emas.diagnostics import Diagnostic, Span, has_errors
from emas.model.charter import numbers_to_check, proofread
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
    "--relecture",
    is_flag=True,
    help="Dit, source par source, les faits à relire, puis ce que la charte demande.",
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
    relecture: bool,
    day: datetime | None,
    couverture: bool,
    form: str,
) -> None:
    """Vérifie les sources, sans rien produire (0 : tout va bien, 1 : des erreurs).

    Avec --publication, 1 aussi tant qu’il reste quelque chose à faire. Avec --relecture, un
    instantané est gardé, pour voir la fois suivante ce qui a changé depuis.
    """
    if couverture and form == "json":
        raise click.UsageError("--couverture est un tableau à lire : retirez « --format json ».")
    if relecture and (publication or couverture):
        raise click.UsageError("--relecture se demande seul : c’est une liste à lire.")
    place = here()
    loaded = pipeline.load(place)
    today = day.date() if day else date.today()  # the author's own day
    if relecture:
        good = _reread(place, loaded, modules, today, form)
    elif publication:
        good = _publishable(place, loaded, modules, today, form)
    else:
        found = chosen(loaded, [*_wrong(place, loaded), *proofread(loaded.catalogue)], modules)
        show(place, found, form)
        if not found and not couverture and form == "texte":
            click.echo("Tout va bien.")
        good = not has_errors(found)
    if couverture:
        good = _covered(place, loaded, modules) and good
    if not good:
        raise SystemExit(1)


def _wrong(place: Project, loaded: Loaded) -> list[Diagnostic]:
    return [*loaded.diagnostics, *changed(place, loaded.catalogue)]


def _publishable(
    place: Project, loaded: Loaded, modules: tuple[str, ...], on: date, form: str
) -> bool:
    """Show what is ready and what is not; return whether all is that a tool can tell."""
    catalogue = loaded.catalogue
    found = [*_wrong(place, loaded), *proofread(catalogue)]
    found += [*facts_to_review(catalogue, on), *numbers_to_check(catalogue, on)]
    found = chosen(loaded, found, modules)
    lists = checklists(loaded, modules, on)
    show_checklists(place, lists, found, form)
    return is_ready(lists) and not has_errors(found)


def _reread(place: Project, loaded: Loaded, modules: tuple[str, ...], on: date, form: str) -> bool:
    """Show what is to be read again; return whether nothing is wrong in the sources."""
    wrong = chosen(loaded, _wrong(place, loaded), modules)
    cited, more = to_reread(place, loaded, on)
    kept = tuple(fact for fact in cited if not modules or _concerns(fact.span, modules))
    told = chosen(loaded, [*proofread(loaded.catalogue), *more], modules)
    show_rereading(place, Rereading(on, kept, told), wrong, form, whole=not modules)
    return not has_errors(wrong)


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
    return [item for item in found if _concerns(item.span, modules)]


def _concerns(span: Span, modules: tuple[str, ...]) -> bool:
    parts = span.path.parts
    return parts[0] != "modules" or (len(parts) > 1 and parts[1] in modules)
