"""`emas session collecter` and `resultats`: the files of participants, what they say together."""

from collections import defaultdict
from pathlib import Path, PurePosixPath

import click

from emas import files, pipeline, theme
from emas.cli.common import alone, show
from emas.cli.entering import told
from emas.cli.sessions import find_session, kept_safe, open_plan
from emas.diagnostics import Code, Diagnostic, file_start, has_errors
from emas.model import Catalogue, Planned, asking, planned
from emas.model.codes import shown_code
from emas.model.moment import AskedPart
from emas.model.sheet import Sheet
from emas.project import Project
from emas.readers.answers import MAX_BYTES, Received, read_answers
from emas.records.sheets import keep_sheets
from emas.reporting import write_results
from emas.transforms.moments import asked_parts


@click.command("collecter", short_help="Réunit les fichiers de réponses des participants.")
@click.argument("dossier", type=click.Path(path_type=Path, exists=True, file_okay=False))
def collect(dossier: Path) -> None:
    """Réunit les fichiers de réponses de DOSSIER, session par session, et écrit les résultats.

    Le même fichier deux fois ne change rien. Rien n'est effacé : vous pouvez recommencer.
    """
    place, catalogue = open_plan()
    asked = {item.session.id: item for item in planned(catalogue.plans)}
    ready = pipeline.on_paper(catalogue)
    parts = {name: asked_parts(asking(ready, item)) for name, item in asked.items()}
    received, found = _received(dossier, parts)
    sheets: dict[str, list[Sheet]] = defaultdict(list)
    for one in received:
        sheets[one.session].append(one.sheet)
    alone(place)
    with kept_safe():
        for name, some in sorted(sheets.items()):
            surveys = {part.moment for part in parts[name] if part.survey}
            merged = keep_sheets(place, name, some, surveys)
            click.echo(f"{name} : {told(merged, len(some))}")
            found += [_clash(sheet, asked[name]) for sheet in merged.clashing]
            found += write_session(place, catalogue, asked[name])
    show(place, found, "texte")
    if not received:
        click.echo(f"Aucun fichier de réponses dans {dossier}.")
    if has_errors(found):
        raise SystemExit(1)


@click.command("resultats", short_help="Écrit les résultats d’une session.")
@click.argument("session")
def show_results(session: str) -> None:
    """Écrit les résultats de SESSION : une page et un PDF, où personne n’est reconnaissable."""
    place, catalogue = open_plan()
    item = find_session(catalogue, session)
    alone(place)
    with kept_safe():
        found = write_session(place, catalogue, item)
    show(place, found, "texte")
    if has_errors(found):
        raise SystemExit(1)


def _received(
    folder: Path, parts: dict[str, tuple[AskedPart, ...]]
) -> tuple[list[Received], list[Diagnostic]]:
    """Return what the files of a folder say, in the order of their names, and what is wrong."""
    received: list[Received] = []
    found: list[Diagnostic] = []
    for path in sorted(folder.rglob("*.json")):
        shown = PurePosixPath(path.as_posix())
        try:
            with path.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except OSError as error:
            values = {"cause": files.cause(error)}
            found.append(Diagnostic(Code.REP001, file_start(shown), values))
            continue
        one, problems = read_answers(data, shown, parts)
        found += problems
        received += [one] if one else []
    return received, found


def _clash(sheet: Sheet, item: Planned) -> Diagnostic:
    values = {"code": shown_code(sheet.code), "moment": sheet.moment}
    return Diagnostic(Code.REP007, item.session.span, values)


def write_session(place: Project, catalogue: Catalogue, item: Planned) -> list[Diagnostic]:
    """Write the results of a session, say where, and return what there is to say."""
    try:
        written, problems = write_results(place, catalogue, item)
    except theme.ThemeError as error:
        raise click.ClickException(str(error)) from error
    for path in written:
        click.echo(f"  {path}")
    return list(problems)
