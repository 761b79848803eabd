"""`emas import`: questions of another platform, in the bank of a module."""

from pathlib import Path

import click

from emas import pipeline
from emas.cli.check import chosen
from emas.cli.common import counted, here, show, shown_path, summary, unknown
from emas.diagnostics import Code, concise
from emas.editing.importing import Report, import_questions
from emas.project import Project


@click.command("import", short_help="Ajoute à un module les questions d’une plateforme.")
@click.argument("fichier", type=click.Path(path_type=Path))
@click.option("--module", required=True, metavar="MODULE", help="Le module qui les reçoit.")
def importing(fichier: Path, module: str) -> None:
    """Ajoute les questions de FICHIER, en GIFT ou en XML Moodle, à la fin de questions.md.

    Dit ce qui n'a pas été compris, puis ce qui reste à compléter. Rien de ce qui est déjà écrit
    n'est changé (0 : des questions sont ajoutées, 1 : aucune n'a pu l'être).
    """
    place = here()
    loaded = pipeline.load(place)
    known = sorted({item.id for item in loaded.catalogue.modules} | loaded.broken)
    if module not in known:
        raise unknown("module", module, known)
    if not fichier.is_file():
        raise click.UsageError(f"il n’y a pas de fichier « {fichier} ».")
    shown = shown_path(place, fichier)
    report = import_questions(place, loaded.catalogue.vocabulary, module, fichier, shown)
    _print(place, report)
    if report.added:
        _print_rest(place, module)
    elif not report.known:
        raise SystemExit(1)


def _print(place: Project, report: Report) -> None:
    """Print how many questions were added and left, then each thing to know."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(report.kinds().items()))
    added = len(report.added)
    click.echo(
        f"{counted(added, 'question ajoutée')} à {report.bank}{f' ({kinds})' if kinds else ''}."
    )
    codes = [item.code for item in report.diagnostics]
    if left := codes.count(Code.IMP002):
        click.echo(f"{counted(left, 'question non importée')}.")
    if there := codes.count(Code.IMP007):
        click.echo(f"{counted(there, 'question déjà présente')}.")
    if report.copied:
        click.echo(
            f"{counted(len(report.copied), 'image copiée')} dans {report.bank.parent}/media."
        )
    click.echo()
    show(place, report.diagnostics, "texte", err=False)


def _print_rest(place: Project, module: str) -> None:
    """Print what the check of the module says now."""
    loaded = pipeline.load(place)
    rest = chosen(loaded, list(loaded.diagnostics), (module,))
    if not rest:
        click.echo(f"Le module « {module} » est complet : « emas check {module} » ne dit rien.")
        return
    click.echo(f"\nÀ compléter dans le module « {module} » :")
    for item in rest:
        click.echo(concise(item))
    click.echo(summary(rest))
