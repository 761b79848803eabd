"""`emas track purger`: what is not kept any longer leaves; counts stay."""

from datetime import date

import click

from emas.cli.common import counted, here
from emas.cli.track.common import database, database_url, need, understood
from emas.cli.track.erase import compact


@click.command("purger", short_help="Efface ce qui n’est plus à garder.")
@database
def purge(base: str | None) -> None:
    """Efface les réponses des sessions dont la durée de conservation est passée.

    Il en reste des comptes, où personne n'est reconnaissable : « bilan.json » dans
    « donnees/sessions ». Le service le fait de lui-même chaque jour.
    """
    need("suivi")
    from emas.cli.sessions import kept_safe
    from emas.tracking.catalogue import read_plan
    from emas.tracking.keeping.erasing import reconcile
    from emas.tracking.keeping.purging import purge as forget
    from emas.tracking.store import Store
    from emas.tracking.store.auditing import COMMAND

    place = here()
    count = 0
    with understood(), kept_safe():
        store = Store(database_url(base))
        try:
            back = reconcile(place, store)
            plan = read_plan(place.build / "suivi" / "catalogue.json")
            for one in forget(place, store, plan, date.today(), COMMAND):
                count += 1
                rows = one.gone.rows
                click.echo(
                    f"{one.session} : {counted(rows.statements, 'énoncé')},"
                    f" {counted(rows.answers, 'réponse')}, {rows.opinions} avis,"
                    f" {counted(one.gone.sheets, 'feuille')}."
                )
            if count or any((back.statements, back.answers, back.opinions, back.documents)):
                compact(store)
        finally:
            store.close()
    click.echo(
        f"{counted(count, 'session')} : conservation terminée." if count else "Rien à effacer."
    )
