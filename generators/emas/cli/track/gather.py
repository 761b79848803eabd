"""`emas track relever`: what phones said, counted with paper."""

import click

from emas import pipeline
from emas.cli.common import alone, counted, show
from emas.cli.track.common import database, need, opened, tracked
from emas.records.sheets import keep_sheets, kept_sheets
from emas.transforms.moments import asked_parts


@click.command("relever", short_help="Verse les réponses des téléphones dans les résultats.")
@click.argument("session_id", metavar="SESSION")
@database
def gather(session_id: str, base: str | None) -> None:
    """Verse les réponses reçues pour SESSION dans « donnees », puis écrit ses résultats.

    Le faire deux fois ne change rien. Les feuilles de papier déjà saisies restent, et le service
    les reçoit : pour une même question, ce qui a été saisi l’emporte sur le téléphone.
    """
    need("suivi")
    from emas.cli.collecting import write_session
    from emas.cli.entering import told
    from emas.cli.sessions import find_session, kept_safe, open_plan
    from emas.tracking.exchange.pouring import pour
    from emas.tracking.exchange.texts import texts_of
    from emas.tracking.rooms.gathering import sheets_of, with_left

    place, catalogue = open_plan()
    item = find_session(catalogue, session_id)
    parts = asked_parts(pipeline.session_parts(catalogue, item))
    name = item.session.id
    alone(place)
    with kept_safe():
        kept = kept_sheets(place, name)
        with opened(base) as store:
            plan = tracked(store, catalogue, item)
            poured = pour(store, plan, name, kept)
            sheets = tuple(with_left(sheets_of(store, name, parts), kept, poured.left))
            texts = [texts_of(store, one) for one in plan.sessions.values()]
        surveys = {part.moment for part in parts if part.survey}
        merged = keep_sheets(place, name, sheets, surveys, replacing=True)
        click.echo(f"{name} : {told(merged, len(sheets))}")
        show(place, write_session(place, catalogue, item), "texte")
    if waiting := sum(one.count for one in texts if one.waiting):
        click.echo(
            f"{counted(waiting, 'texte libre')} à lire avant de clore la session : bureau du suivi,"
            f" /bureau/sessions/{name}/textes."
        )
