"""`emas fix`: what can be mended without its author."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

import click

from emas import files
from emas.cli.check import chosen
from emas.cli.common import difference, here, summary
from emas.diagnostics import has_errors
from emas.editing.changing import change_sources
from emas.editing.corrections import Kind
from emas.editing.fixing import Report, fixed
from emas.files import read_sources
from emas.project import Project

NAMES: Mapping[Kind, tuple[str, str]] = {
    Kind.REPAIR: ("problème réparé", "problèmes réparés"),
    Kind.IDENTIFIER: ("identifiant donné", "identifiants donnés"),
    Kind.LABEL: ("nom remplacé par son identifiant", "noms remplacés par leur identifiant"),
    Kind.BLOCK: ("ligne « ::: »", "lignes « ::: »"),
    Kind.MARKER: ("puce de liste", "puces de liste"),
    Kind.FENCE: ("clôture de code", "clôtures de code"),
    Kind.APOSTROPHE: ("apostrophe", "apostrophes"),
    Kind.SPACE: ("blanc inutile", "blancs inutiles"),
}

MOST_LEFT = 10
"""Corrections that could not be made, told one by one."""


@click.command(short_help="Corrige les sources : identifiants, puces, apostrophes…")
@click.argument("modules", nargs=-1)
@click.option("--diff", is_flag=True, help="Montre ce qui changerait, sans rien écrire.")
def fix(modules: tuple[str, ...], diff: bool) -> None:
    """Corrige les sources des MODULES (de tout le projet, si aucun n'est nommé).

    Répare ce que la vérification sait réparer, donne un identifiant aux questions qui n'en ont
    pas, écrit partout de la même façon puces, lignes « ::: », apostrophes et blancs. Ce qui est
    publié ne change pas, sauf les identifiants et la typographie (0 : tout va bien, 1 : il reste
    des erreurs).
    """
    place = here()
    sources = read_sources(place.root)
    report = fixed(sources, modules)
    rest = chosen(report.loaded, list(report.loaded.diagnostics), modules)
    if diff:
        for line in _differences(sources.files, report.files):
            click.echo(line)
    else:
        report.files = {
            path: data
            for path, data in report.files.items()
            if _is_as_read(place, path, sources.files[path])
        }
        _write(place, report)
    _print(report, written=not diff)
    if has_errors(rest):
        named = "".join(f" {name}" for name in modules)
        click.echo(f"Il reste {summary(rest)} : « emas check{named} » les dit.", err=True)
        raise SystemExit(1)


def _is_as_read(place: Project, path: PurePosixPath, data: bytes) -> bool:
    """Return whether a file still is what was read; if not, say so."""
    try:
        same = (place.root / path).read_bytes() == data
    except OSError:
        same = False
    if not same:
        click.echo(f"{path} : vient de changer, laissé tel quel. Recommencez.", err=True)
    return same


def _write(place: Project, report: Report) -> None:
    try:
        change_sources(place, report.files, "emas fix")
    except OSError as error:
        why = files.cause(error)
        raise click.ClickException(f"rien n’a été changé : {why}.") from error


def _differences(
    before: Mapping[PurePosixPath, bytes], after: Mapping[PurePosixPath, bytes]
) -> Iterator[str]:
    """Yield the lines of a unified difference, without their ends."""
    for path, data in after.items():
        old, new = (files.shown_lines(each) for each in (before[path], data))
        yield from difference(path, old, new, after=" (corrigé)")


def _print(report: Report, *, written: bool) -> None:
    """Print what changes in each file, then what was left, then how many files."""
    for path in report.files:
        words = [
            f"{count} {NAMES[kind][count > 1]}"
            for kind in Kind
            if (count := report.counts[path][kind])
        ]
        click.echo(f"{path} : {', '.join(words)}", err=not written)
    for item in report.left[:MOST_LEFT]:
        place, name = f"{item.path}:{item.line}", NAMES[item.kind][0]
        told = f"{place} : laissé ({name}), car ce qui est publié changerait."
        click.echo(told, err=not written)
    if (rest := len(report.left) - MOST_LEFT) > 0:
        click.echo(f"… et {rest} de plus, laissés pour la même raison.", err=not written)
    count = len(report.files)
    many = "s" if count > 1 else ""
    verb = f"corrigé{many}" if written else ("seraient corrigés" if many else "serait corrigé")
    click.echo(f"{count} fichier{many} {verb}." if count else "Rien à corriger.", err=not written)
