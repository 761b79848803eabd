"""`emas track fusionner`: what two laptops gathered, together."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from emas.cli.common import counted, here
from emas.cli.track.common import database, need, opened

MOST_TOLD = 10
"""Contradictions that are listed: more than these come from two sources that are not ours."""


@click.command("fusionner", short_help="Ajoute ce qu’un autre ordinateur a recueilli.")
@click.argument("autre", metavar="BASE")
@database
def merge(autre: str, base: str | None) -> None:
    """Ajoute à ce suivi ce que contient BASE : un fichier « suivi.db », ou l’adresse d’une base.

    BASE n’est pas changée. Dans n’importe quel ordre, et deux fois, le résultat est le même. Les
    accès et les codes de séance restent à chaque ordinateur.
    """
    need("suivi")
    from emas.cli.sessions import kept_safe
    from emas.cli.track.erase import compact
    from emas.tracking.exchange import merging
    from emas.tracking.keeping.erasing import reconcile

    place = here()
    with _readable(autre) as url, opened(url) as other, opened(base) as store, kept_safe():
        found = merging.merge(store, other)
        gone = found.erased + reconcile(place, store)
        if gone != type(gone)():
            compact(store)
    click.echo(
        f"{counted(found.read, 'énoncé lu')} : {counted(found.added, 'ajouté')} ;"
        f" {found.opinions} avis {'ajoutés' if found.opinions > 1 else 'ajouté'}."
    )
    if gone.statements or gone.opinions:
        click.echo(
            f"{counted(gone.statements, 'énoncé effacé')} ici, {gone.opinions} avis : ils l’avaient"
            " été de l’autre côté."
        )
    if found.clashing:
        click.echo(
            f"{counted(len(found.clashing), 'énoncé laissé')} : le même identifiant dit ici autre"
            " chose.",
            err=True,
        )
        for name in found.clashing[:MOST_TOLD]:
            click.echo(f"- {name}", err=True)


@contextmanager
def _readable(said: str) -> Iterator[str]:
    """Give the address of a database that may be opened: of a file, a copy that is ours."""
    if said.startswith("postgresql"):
        yield said
        return
    path = Path(said.removeprefix("sqlite:///"))
    if not path.is_file():
        raise click.UsageError(f"« {said} » n’est ni un fichier ni l’adresse d’une base.")
    with TemporaryDirectory(prefix="emas-") as folder:
        copy = Path(folder) / "suivi.db"
        _copy(path, copy)
        yield f"sqlite:///{copy}"


def _copy(path: Path, copy: Path) -> None:
    """Copy a database of ours, even if a service is writing to it."""
    try:
        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.execute("SELECT 1 FROM statement LIMIT 1")
            source.backup(target)
    except sqlite3.Error as error:
        raise click.ClickException(f"« {path} » n’est pas une base du suivi : {error}.") from error
