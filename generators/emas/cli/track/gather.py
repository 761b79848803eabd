"""`emas track relever`: what phones said, counted with paper."""

import click

from emas import pipeline
from emas.cli.common import show
from emas.cli.track.common import database, database_url, need, understood
from emas.records.sheets import keep_sheets
from emas.transforms.moments import asked_parts


@click.command("relever", short_help="Verse les réponses des téléphones dans les résultats.")
@click.argument("session_id", metavar="SESSION")
@database
def gather(session_id: str, base: str | None) -> None:
    """Verse les réponses reçues pour SESSION dans « donnees », puis écrit ses résultats.

    Le faire deux fois ne change rien. Les feuilles de papier déjà saisies restent.
    """
    need("suivi")
    from emas.cli.collecting import write_session
    from emas.cli.entering import told
    from emas.cli.sessions import find_session, kept_safe, open_plan
    from emas.tracking.rooms.gathering import sheets_of
    from emas.tracking.store import Store

    place, catalogue = open_plan()
    item = find_session(catalogue, session_id)
    parts = asked_parts(pipeline.session_parts(catalogue, item))
    with understood():
        store = Store(database_url(base))
        try:
            sheets = sheets_of(store, item.session.id, parts)
        finally:
            store.close()
    surveys = {part.moment for part in parts if part.survey}
    with kept_safe():
        merged = keep_sheets(place, item.session.id, sheets, surveys, replacing=True)
        click.echo(f"{item.session.id} : {told(merged, len(sheets))}")
        show(place, write_session(place, catalogue, item), "texte")
