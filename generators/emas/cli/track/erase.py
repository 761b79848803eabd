"""`emas track effacer`: what somebody asks to be forgotten, for good."""

from typing import TYPE_CHECKING

import click

from emas.cli.common import counted, here, unknown
from emas.cli.track.common import database, database_url, need, understood
from emas.model.codes import read_code, shown_code

if TYPE_CHECKING:
    from emas.project import Project
    from emas.tracking.keeping.erasing import Gone
    from emas.tracking.store import Store


@click.command("effacer", short_help="Efface une personne, ou une session, sans retour.")
@click.argument("session")
@click.argument("code", required=False)
@click.option("--oui", "sure", is_flag=True, help="Efface sans demander confirmation.")
@database
def erase(session: str, code: str | None, sure: bool, base: str | None) -> None:
    """Efface ce qui est gardé sous CODE dans SESSION ; sans CODE, toute la session.

    Énoncés, réponses et feuilles s'en vont de la base et de « donnees/sessions », et ne reviennent
    pas : ni d'un téléphone, ni d'une feuille, ni d'une sauvegarde restaurée. Le code d'un avis
    efface cet avis ; sans lui, un avis n'est relié à personne. Le service peut tourner.
    """
    need("suivi")
    from emas.cli.sessions import kept_safe
    from emas.tracking.keeping.erasing import erase as forget
    from emas.tracking.store import Store
    from emas.tracking.store.auditing import COMMAND, Deed
    from emas.tracking.store.erasing import Target

    place = here()
    whose = None if code is None else read_code(code)
    if code is not None and whose is None:
        raise click.UsageError(f"« {code} » n’est pas un code : un signe est faux, ou manque.")
    with understood(), kept_safe():
        store = Store(database_url(base))
        try:
            name = _known(place, store, session)
            if not sure:
                _confirm(name, whose)
            deed = Deed(COMMAND, "effacement" if whose else "effacement de la session", name)
            gone = forget(place, store, Target(name, whose), deed)
            _print_gone(name, whose, gone)
            compact(store)
        finally:
            store.close()


def _known(place: "Project", store: "Store", session: str) -> str:
    """Return the id of a session that the plan, the database or `donnees/` knows."""
    from emas.tracking.catalogue import read_plan
    from emas.tracking.store.retaining import every_session

    folder = place.data / "sessions"
    names = {*read_plan(place.build / "suivi" / "catalogue.json").sessions}
    names |= {one.name for one in folder.iterdir()} if folder.is_dir() else set()
    names |= {*store.read(every_session)}
    found = {name.casefold(): name for name in sorted(names)}.get(session.casefold())
    if found is None:
        raise unknown("session", session, sorted(names), "la")
    return found


def _confirm(name: str, code: str | None) -> None:
    if code:
        click.echo(
            f"Tout ce qui est gardé sous le code {shown_code(code)} dans {name} va s’effacer."
        )
        click.echo("Ce code ne pourra plus servir dans cette session.")
    else:
        click.echo(f"Tout ce que les participants ont répondu dans {name} va s’effacer.")
        click.echo("Cette session ne prendra plus aucune réponse. Il n’y a pas de retour.")
    said = str(click.prompt("Effacer (oui ou non)", default="non"))
    if not said.strip().lower().startswith("o"):
        raise click.ClickException("rien n’a été effacé.")


def _print_gone(name: str, code: str | None, gone: "Gone") -> None:
    whose = f"le code {shown_code(code)} de {name}" if code else f"la session {name}"
    rows = gone.rows
    click.echo(f"Effacé pour {whose} :")
    click.echo(f"- dans la base : {_rows(rows.statements, rows.answers, rows.opinions)} ;")
    click.echo(f"- dans donnees/sessions/{name} : {counted(gone.sheets, 'feuille')}.")
    click.echo(LEFT)


def _rows(statements: int, answers: int, opinions: int) -> str:
    return f"{counted(statements, 'énoncé')}, {counted(answers, 'réponse')}, {opinions} avis"


LEFT = """\
Ce qui reste à faire, et que personne d’autre que vous ne peut faire :
- détruire la feuille de papier, s’il y en a une ;
- refaire les résultats qui la comptaient, et détruire leurs copies ;
- si le suivi transmet à un autre service, y demander le même effacement ;
- les sauvegardes déjà faites la contiennent encore : « emas track restaurer » l’en retire.\
"""


def compact(store: "Store") -> None:
    """Take what was deleted out of the files, or say in French that it waits."""
    from emas.tracking.store import UnavailableError

    try:
        store.compact()
    except UnavailableError as error:
        raise click.ClickException(
            "les lignes sont effacées, mais la base est occupée et ses fichiers ne sont pas encore"
            " nettoyés. Refaites la même commande dans un moment."
        ) from error
