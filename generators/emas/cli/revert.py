"""`emas revenir`: the sources as they were before a command changed them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import PurePosixPath

import click

from emas import files
from emas.cli.common import counted, difference, here
from emas.diagnostics.suggest import fold
from emas.editing.restoring import NotUnderstoodError, Return, chosen, go_back, prepared
from emas.editing.snapshots import Snapshot, now_there, snapshots
from emas.model.days import day_in_words
from emas.project import Project

NONE_YET = "Aucun instantané : il s’en fait un avant chaque commande qui change vos sources."


@click.command("revenir", short_help="Remet les sources comme elles étaient.")
@click.option(
    "--quand",
    metavar="QUAND",
    help="Un numéro de la liste, « hier », une date (2026-11-21), une heure (« 17 h 42 »).",
)
@click.option("--oui", is_flag=True, help="Revient sans demander.")
def revert(quand: str | None, oui: bool) -> None:
    """Montre les instantanés des sources, ou remet les sources comme dans l'un d'eux.

    Un instantané se fait avant chaque commande qui change vos fichiers. Avec --quand, dit ce qui
    changerait, demande, puis revient ; un instantané de plus permet d'y renoncer. Un fichier plus
    récent que l'instantané est laissé en place (0 : fait, 1 : rien n'a été changé).
    """
    place = here()
    known = snapshots(place)
    if not known:
        click.echo(NONE_YET)
        return
    now = datetime.now().astimezone()
    if quand is None:
        _print_list(place, known, now)
        return
    snapshot = _chosen(known, quand, now)
    result = prepared(place, snapshot)
    click.echo(f"Instantané pris {_when(snapshot, now)}, avant « {snapshot.before} ».")
    _print_difference(place, result)
    _print_names("N’existait pas alors, laissé en place", result.newer)
    _print_names("N’a pas pu être retrouvé, laissé tel quel", result.lost)
    if not result.files:
        click.echo("Rien à remettre : les sources sont celles de cet instantané.")
        return
    if not oui and not _agrees(f"Remettre {counted(len(result.files), 'fichier')}"):
        click.echo("Rien n’a été changé.")
        raise SystemExit(1)
    try:
        go_back(place, result)
    except OSError as error:
        raise click.ClickException(f"rien n’a été changé : {files.cause(error)}.") from error
    count = counted(len(result.files), "fichier")
    click.echo(f"Remis : {count}. « emas revenir --quand 1 » annule.")


def _chosen(known: list[Snapshot], asked: str, now: datetime) -> Snapshot:
    try:
        snapshot = chosen(known, asked, now)
    except NotUnderstoodError as error:
        raise click.UsageError(
            f"« {asked} » n’est pas compris. Écrivez un numéro de la liste, « hier »,"
            " une date (2026-11-21) ou une heure (17 h 42)."
        ) from error
    if snapshot is None:
        raise click.UsageError(f"aucun instantané pour « {asked} » : « emas revenir » les donne.")
    return snapshot


def _print_list(place: Project, known: list[Snapshot], now: datetime) -> None:
    """Print the snapshots, the latest first, each with what its command changed."""
    after: Mapping[PurePosixPath, str] = now_there(place)
    for rank, snapshot in enumerate(reversed(known), 1):
        count = len(_changed(snapshot, after))
        what = counted(count, "fichier changé") if count else "rien de changé"
        when = _when(snapshot, now)
        click.echo(f"{rank:>3}  {when}, avant « {snapshot.before} » : {what} ensuite")
        after = snapshot.files
    click.echo("\nPour revenir : « emas revenir --quand 1 », avec le numéro, ou « --quand hier ».")


def _changed(snapshot: Snapshot, after: Mapping[PurePosixPath, str]) -> set[PurePosixPath]:
    paths = {*snapshot.files, *after}
    return {path for path in paths if snapshot.files.get(path) != after.get(path)}


def _when(snapshot: Snapshot, now: datetime) -> str:
    """Return « hier à 17 h 42 », « le 12 novembre 2026 à 8 h 05 »."""
    taken = snapshot.taken.astimezone(now.tzinfo)
    days = (now.date() - taken.date()).days
    near = {0: "aujourd’hui", 1: "hier", 2: "avant-hier"}
    return f"{near.get(days, f'le {day_in_words(taken.date())}')} à {taken.hour} h {taken:%M}"


def _print_difference(place: Project, result: Return) -> None:
    for path, data in result.files.items():
        old = files.text_lines(place.root / path)
        new = files.shown_lines(data) if data is not None else []
        for line in difference(path, old, new, before=" (maintenant)", after=" (alors)"):
            click.echo(line)


def _print_names(title: str, paths: Iterable[PurePosixPath]) -> None:
    for path in paths:
        click.echo(f"{title} : {path}")


def _agrees(question: str) -> bool:
    """Return whether the person says yes; no answer is a no."""
    said: str = click.prompt(f"{question} (oui ou non)", default="non")
    return fold(said) in ("o", "oui")
