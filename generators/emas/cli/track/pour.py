"""`emas track verser`: paper and files, given to the service as phones give their answers."""

import click

from emas.cli.track.common import database, need, opened, tracked
from emas.records.sheets import kept_sheets


@click.command("verser", short_help="Donne au service les réponses du papier et des fichiers.")
@click.argument("session_id", metavar="SESSION")
@database
def pour_in(session_id: str, base: str | None) -> None:
    """Donne au service les feuilles de SESSION qui sont dans « donnees » : papier et fichiers.

    Le faire deux fois ne change rien. Pour une même question, ce qui a été saisi l’emporte sur le
    téléphone, et la feuille corrigée sur la première.
    """
    need("suivi")
    from emas.cli.sessions import find_session, kept_safe, open_plan
    from emas.tracking.exchange.pouring import pour

    place, catalogue = open_plan()
    item = find_session(catalogue, session_id)
    with kept_safe():
        sheets = kept_sheets(place, item.session.id)
    with opened(base) as store:
        poured = pour(store, tracked(store, catalogue, item), item.session.id, sheets)
    click.echo(
        f"{item.session.id} : {_counted(len(sheets), 'feuille lue', 'feuilles lues')},"
        f" {_counted(poured.answers, 'réponse ajoutée', 'réponses ajoutées')},"
        f" {_counted(poured.opinions, 'avis ajouté', 'avis ajoutés')}."
    )
    if poured.left:
        told = _counted(len(poured.left), "réponse reste", "réponses restent")
        click.echo(f"{told} dans « donnees » : la session ne pose pas, ou plus, ces questions.")


def _counted(number: int, one: str, several: str) -> str:
    """Return « 12 réponses ajoutées »."""
    return f"{number} {several if number > 1 else one}"
