"""`emas track journal`: who did what with what is kept."""

import click

from emas.cli.track.common import database, database_url, need, understood

EVERY = 2**31


@click.command("journal", short_help="Dit qui a lu, effacé ou restauré, et quand.")
@database
def journal(base: str | None) -> None:
    """Écrit le journal du suivi, la dernière ligne d'abord : jour, heure, qui, quoi, session.

    Aucun participant n'y est. Une ligne est gardée douze mois.
    """
    need("suivi")
    from emas.tracking.keeping.journal import shown
    from emas.tracking.store import Store
    from emas.tracking.store.auditing import lines

    with understood():
        store = Store(database_url(base))
        try:
            found = [shown(one) for one in store.read(lines, EVERY)]
        finally:
            store.close()
    for one in found:
        click.echo("\t".join((one.day, one.hour, one.who, one.action, one.session)).rstrip())
    if not found:
        click.echo("Rien pour l’instant.")
