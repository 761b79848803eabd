"""`emas build`: the outputs."""

import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click
from click.termui import progressbar

from emas import compiler, pipeline, theme
from emas.cli.check import chosen
from emas.cli.common import FORMATS, alone, counted, here, show, size_in_words, unknown
from emas.cli.stick import finish, session_of
from emas.compiler import Built, Request, Target
from emas.diagnostics import Severity, has_errors
from emas.jobs import USUAL
from emas.model import Variant, in_words
from emas.pipeline import Loaded
from emas.project import Project
from emas.readers.values import minutes as duration
from emas.records.noted import changed
from emas.stick import COPIED

if TYPE_CHECKING:  # the engines take a second to import, and often nothing is to be made
    from emas.writers.lms.h5p.semantics import Libraries


class Length(click.ParamType[int]):
    """Minutes, or a duration as authors write it."""

    name = "durée"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the minutes in « 120 », « 120 min », « 2 h » or « 1 h 30 »."""
        try:
            return duration(f"{value} min" if value.strip().isdecimal() else value)
        except ValueError:
            self.fail(
                f"« {value} » n’est pas une durée. Écrivez 120, « 2 h » ou « 1 h 30 ».", param, ctx
            )


class H5PLibraries(click.ParamType["Libraries"]):
    """The content types of a site, read from a folder or from a `.h5p` file."""

    name = "chemin"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> "Libraries":
        """Return the fields of the content types that are at the path `value`."""
        from emas.libraries import LibrariesError, read_libraries  # as above

        try:
            return read_libraries(Path(value))
        except LibrariesError as error:
            self.fail(
                f"{error}. Donnez un dossier de « Nom-x.y/ », ou un fichier .h5p pris sur la"
                " plateforme.",
                param,
                ctx,
            )


@click.command()
@click.argument("modules", nargs=-1)
@click.option(
    "--cible",
    "targets",
    multiple=True,
    type=click.Choice([target.value for target in Target]),
    help="Ce qu’il faut produire (tout sauf la clé, sans cette option). Peut être répétée.",
)
@click.option(
    "--session",
    "session_id",
    metavar="SESSION",
    help="Met sur la clé le dossier à imprimer de cette session, noms compris.",
)
@click.option(
    "--public", "audience", metavar="PUBLIC", help="Diaporamas et livrets pour ce public."
)
@click.option("--niveau", "level", metavar="NIVEAU", help="Diaporamas et livrets pour ce niveau.")
@click.option("--courte", "short", is_flag=True, help="Version courte, écrite par les auteurs.")
@click.option(
    "--duree",
    "minutes",
    type=Length(),
    metavar="DURÉE",
    help="Séance de cette durée : 120, « 2 h » ou « 1 h 30 ». L’essentiel reste.",
)
@click.option(
    "--h5p-bibliotheques",
    "libraries",
    type=H5PLibraries(),
    metavar="CHEMIN",
    help="Compare les fichiers H5P aux types de contenu d’une plateforme : un dossier, ou un .h5p.",
)
@click.option("--format", "form", type=FORMATS, default="texte", help="texte ou json.")
def build(
    modules: tuple[str, ...],
    targets: tuple[str, ...],
    session_id: str | None,
    audience: str | None,
    level: str | None,
    short: bool,
    minutes: int | None,
    libraries: "Libraries | None",
    form: str,
) -> None:
    """Produit dans « build » le site, les diaporamas, les livrets et les paquets pour plateforme.

    Une erreur dans un module n’arrête que ses propres sorties : les dernières bonnes restent.
    """
    if short and minutes:
        raise click.UsageError("--courte et --duree ne vont pas ensemble : choisissez.")
    place = here()
    alone(place)
    loaded = pipeline.load(place)
    variant = replace(_variant(loaded, audience, level), short=short, minutes=minutes)
    session = session_of(place, loaded, session_id, targets)
    request = Request(_targets(targets, variant), modules, variant, libraries or {}, session)
    if libraries and Target.PLATFORMS not in request.targets:
        raise click.UsageError("--h5p-bibliotheques demande « --cible lms ».")
    found = chosen(loaded, [*loaded.diagnostics, *changed(place, loaded.catalogue)], modules)
    try:
        built = _run(place, loaded, request, quiet=form == "json")
    except theme.ThemeError as error:
        show(place, found, form)
        raise click.ClickException(str(error)) from error
    found += built.diagnostics
    notes = [item for item in found if item.severity is Severity.NOTE]
    silent = notes if form == "texte" and not targets else []
    show(place, [item for item in found if item not in silent], form)
    if form == "texte":
        _print(built, len(silent), orders=minutes is not None)
    finish(place, request, quiet=form == "json")
    if has_errors(found):
        raise SystemExit(1)


def _print(built: Built, silent: int, *, orders: bool) -> None:
    """Print what was made, what was kept, how many notes are not shown, and running `orders`."""
    _print_sizes(built)
    _print_kept(built)
    _print_silent(silent)
    if orders:
        _print_orders(built)


def _run(place: Project, loaded: Loaded, request: Request, *, quiet: bool) -> Built:
    with progressbar(
        length=compiler.steps(loaded, request),
        label="Production",
        file=sys.stderr,
        item_show_func=str,
        hidden=quiet or not sys.stderr.isatty(),
    ) as bar:
        return compiler.build(place, loaded, request, lambda what: bar.update(1, what))


def _targets(names: tuple[str, ...], variant: Variant) -> tuple[Target, ...]:
    """Return what to build; a variant concerns decks and paper only."""
    if names:
        if variant != Variant() and not set(names) <= {Target.SLIDES.value, Target.HANDOUTS.value}:
            raise click.UsageError(
                "le site, le suivi et les fichiers pour une plateforme sont les mêmes pour tous :"
                " --public, --niveau, --courte et --duree valent pour diaporamas et livrets."
            )
        stick = {Target.STICK, *COPIED} if Target.STICK in names else set()
        return tuple(target for target in Target if target in stick or target.value in names)
    return (Target.SLIDES, Target.HANDOUTS) if variant != Variant() else USUAL


def _variant(loaded: Loaded, audience: str | None, level: str | None) -> Variant:
    vocabulary = loaded.catalogue.vocabulary
    if audience is not None and audience not in vocabulary.audiences:
        raise unknown("public", audience, vocabulary.audiences)
    if level is not None and level not in vocabulary.levels:
        raise unknown("niveau", level, vocabulary.levels)
    return Variant(audience, level)


SITE = PurePosixPath("build") / Target.SITE
STICK = PurePosixPath("build") / Target.STICK


def _print_sizes(built: Built) -> None:
    """Print each document that was made with its size, and the site as one line.

    A stick has a line of its own (see `finish`).
    """
    pages = {path: size for path, size in built.sizes.items() if path.is_relative_to(SITE)}
    for path, size in sorted(built.sizes.items()):
        if path not in pages and not path.is_relative_to(STICK):
            click.echo(f"{path}  {size_in_words(size)}")
    if pages:
        from emas.writers.site.downloads import FOLDER  # as above

        count = sum(path.suffix == ".html" and FOLDER not in path.parts for path in pages)
        click.echo(f"{SITE}/index.html  {count} pages, {size_in_words(sum(pages.values()))}")


def _print_kept(built: Built) -> None:
    """Print how many files were not made again, if any, and why."""
    whole = {SITE: "le site", STICK: "la clé"}
    documents = sum(not any(map(path.is_relative_to, whole)) for path in built.kept)
    kept = [counted(documents, "fichier")] if documents else []
    kept += [
        name for folder, name in whole.items() if any(p.is_relative_to(folder) for p in built.kept)
    ]
    if kept:
        click.echo(f"Déjà à jour ({UNCHANGED}) : {', '.join(kept)}.")


UNCHANGED = "ni les textes, ni le thème, ni le programme n’ont changé"


def _print_silent(count: int) -> None:
    """Print how many notes were not shown, if any, and what shows them."""
    if count:
        told = "« emas build --cible lms » le dit"
        click.echo(f"Ce que les formats ne gardent pas ({count}) : {told}.")


def _print_orders(built: Built) -> None:
    """Print how long each session lasts, and what it leaves out."""
    for module, order in built.orders.items():
        click.echo(f"\n{module} : séance de {in_words(order.total_min)}")
        if order.left_out:
            click.echo("Laissé de côté :")
        for item in order.left_out:
            click.echo(f"- {item.words}")
        if order.spare_min:
            click.echo(
                f"Le module n’a pas de quoi remplir les {in_words(order.spare_min)} restantes."
            )
