"""`emas track sauvegarder` and `restaurer`: a copy of the database, and the way back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from emas.cli.common import counted, here, size_in_words
from emas.cli.track.common import database, database_url, need, opened, understood

POSTGRESQL = (
    "PostgreSQL a ses propres outils : « pg_dump --format=custom » et « pg_restore ». Après une"
    " restauration, « emas track purger » efface de nouveau ce qui l’avait été."
)


@click.command("sauvegarder", short_help="Copie la base du suivi dans un fichier.")
@click.argument("fichier", type=click.Path(path_type=Path, dir_okay=False))
@database
def back_up(fichier: Path, base: str | None) -> None:
    """Copie dans FICHIER tout ce que la base contient. Le service peut tourner.

    Cette copie contient les réponses : gardez-la sous clé, 30 jours au plus. Copiez aussi le
    dossier « donnees », où sont les feuilles, mais gardez « donnees/effacements.json » : c'est lui
    qui empêche ce qui a été effacé de revenir.
    """
    need("suivi")
    from emas.tracking.keeping import backing
    from emas.tracking.store.auditing import COMMAND, Deed, note

    path = _file(base)
    if not path.exists():
        raise click.ClickException("il n’y a pas encore de base à sauvegarder.")
    with _told():
        size = backing.back_up(path, fichier)
    with opened(base) as store:
        store.write(note, Deed(COMMAND, "sauvegarde")).result()
    click.echo(f"{fichier} : {size_in_words(size)}, vérifié.")


@click.command("restaurer", short_help="Remet une base sauvegardée.")
@click.argument("fichier", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@database
def restore(fichier: Path, base: str | None) -> None:
    """Remet la base sauvegardée dans FICHIER, une fois le service arrêté.

    Ce qui a été effacé depuis l'est de nouveau. La base d'avant reste à côté, trente jours.
    """
    need("suivi")
    from emas.cli.sessions import kept_safe
    from emas.tracking.keeping import backing

    path = _file(base)
    with _told(), understood(), kept_safe():
        aside, gone = backing.restore(here(), path, fichier)
    click.echo(f"{fichier} est en place.")
    if gone.statements or gone.opinions:
        click.echo(f"{counted(gone.statements, 'énoncé effacé')} de nouveau, {gone.opinions} avis.")
    if aside:
        click.echo(f"La base d’avant est dans {aside}. Effacez-la quand tout va bien.")


def _file(base: str | None) -> Path:
    """Return the file of the database."""
    from sqlalchemy import make_url

    url = database_url(base)
    if url.startswith("postgresql"):
        raise click.UsageError(POSTGRESQL)
    with understood():
        found = make_url(url).database
    if not found:
        raise click.UsageError("cette base n’est dans aucun fichier.")
    return Path(found)


@contextmanager
def _told() -> Iterator[None]:
    """Say in French why there is no copy."""
    from emas import files
    from emas.tracking.keeping.backing import BackupError

    try:
        yield
    except BackupError as error:
        raise click.ClickException(f"{error}. Rien n’a été changé.") from error
    except OSError as error:
        raise click.ClickException(f"rien n’a été changé : {files.cause(error)}.") from error
