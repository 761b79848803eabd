"""`emas track verser`: paper and files, given to the service as phones give their answers."""

import click

from emas.cli.common import counted
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
        f"{item.session.id} : {counted(len(sheets), 'feuille lue')},"
        f" {counted(poured.answers, 'réponse ajoutée')},"
        f" {poured.opinions} avis {'ajoutés' if poured.opinions > 1 else 'ajouté'}."
    )
    if poured.left:
        told = "réponses restent" if len(poured.left) > 1 else "réponse reste"
        click.echo(
            f"{len(poured.left)} {told} dans « donnees » : la session ne pose pas, ou plus, ces"
            " questions."
        )
