"""`emas track rapport`: what a session gave, as a notebook that may be gone on with."""

from pathlib import PurePosixPath

import click

from emas import install, pipeline, theme
from emas.cli.common import alone
from emas.cli.track.common import database, need, opened, tracked
from emas.model import planned
from emas.model.results import results
from emas.records.attendance import kept_attendance
from emas.records.sheets import kept_sheets
from emas.records.summary import RESULTS
from emas.transforms.moments import asked_parts


@click.command("rapport", short_help="Écrit les résultats d’une session en carnet d’analyse.")
@click.argument("session_id", metavar="SESSION")
@click.option(
    "--carnet",
    is_flag=True,
    required=True,
    help="Un carnet Jupyter exécuté, et sa page : des nombres, et personne.",
)
@database
def report(session_id: str, carnet: bool, base: str | None) -> None:  # noqa: ARG001 - required
    """Écrit les résultats de SESSION en carnet d'analyse, que Jupyter peut reprendre.

    Téléphones et papier y sont comptés ensemble. Comme partout, une question de moins de cinq
    réponses est cachée, et aucun texte libre n'y est.
    """
    need("suivi")
    need("rapport")
    from emas.cli.sessions import find_session, kept_safe, open_plan
    from emas.tracking.exchange.pouring import pour
    from emas.tracking.rooms.gathering import sheets_of, with_left
    from emas.writers.reports import notebook
    from emas.writers.reports.about import about
    from emas.writers.reports.report import report as made

    place, catalogue = open_plan()
    item = find_session(catalogue, session_id)
    name = item.session.id
    ready = pipeline.on_paper(catalogue)
    (shown,) = (one for one in planned(ready.plans) if one.session.id == name)
    parts = asked_parts(pipeline.session_parts(catalogue, item))
    alone(place)
    with kept_safe(), opened(base) as store:
        kept = kept_sheets(place, name)
        poured = pour(store, tracked(store, catalogue, item), name, kept)
        found = results(parts, with_left(sheets_of(store, name, parts), kept, poured.left))
        audiences = ready.vocabulary.audiences
        said = made(about(shown), found, kept_attendance(place, name), audiences)
        try:
            written = notebook.write(said, found, theme.read(place.theme))
        except (notebook.NotebookError, theme.ThemeError) as error:
            raise click.ClickException(f"le carnet n’a pas pu être fait : {error}.") from error
        install.renew(place, RESULTS, written.files)
    for path in written.files:
        click.echo(f"  {PurePosixPath('build') / RESULTS / path}")
