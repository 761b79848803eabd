"""`emas track`: the service that keeps what participants answer."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from emas import pipeline
from emas.cli.common import here, show
from emas.cli.room import print_room
from emas.records.codes import read_codes
from emas.records.sheets import keep_sheets
from emas.transforms.moments import asked_parts

if TYPE_CHECKING:
    from emas.tracking.settings import Settings

HOST = "127.0.0.1"
PORT = 8710
VARIABLE = "EMAS_SUIVI_BASE"
NEEDED = {
    "alembic": "suivi",
    "argon2": "suivi",
    "sqlalchemy": "suivi",
    "starlette": "suivi",
    "uvicorn": "suivi",
    "psycopg": "postgres",
}
"""Packages that only this command needs, with the extra that brings each."""

_database = click.option(
    "--base",
    metavar="URL",
    envvar=VARIABLE,
    help="Base de données, par exemple « postgresql://utilisateur@serveur/suivi ». Sans elle, un"
    " fichier SQLite dans « donnees/suivi ». Avec un mot de passe, utilisez plutôt la variable"
    f" {VARIABLE}.",
)


@click.group(subcommand_metavar="COMMANDE [ARGUMENTS]…")
def track() -> None:
    """Le suivi : le service qui garde les réponses des participants."""


@track.command(short_help="Démarre le service sur cet ordinateur.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    default=PORT,
    help=f"Port où le service écoute ; {PORT} sans cette option, 0 pour un port libre.",
)
@click.option(
    "--reseau",
    "network",
    is_flag=True,
    help="Répond aussi aux téléphones du même réseau. Sans cette option, à cet ordinateur seul.",
)
@_database
def serve(port: int, network: bool, base: str | None) -> None:
    """Démarre le service de suivi sur cet ordinateur ; Ctrl+C l'arrête.

    Il sert aussi le site. Ce qui est acquitté est sur le disque. Aucune adresse de participant
    n'est notée. « emas track salle SESSION » dit ce que verront les téléphones.
    """
    _need("suivi")
    import uvicorn

    from emas.tracking.app import create_app

    with _listening(port, "0.0.0.0" if network else HOST) as listener:
        address = f"http://{HOST}:{listener.getsockname()[1]}"
        with _understood():
            app = create_app(_settings(_url(base), address))
        config = uvicorn.Config(
            app,
            access_log=False,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=10,
        )
        click.echo(f"Le suivi est en marche : {address}/xAPI. Ctrl+C l’arrête.")
        try:
            uvicorn.Server(config).run(sockets=[listener])
        except KeyboardInterrupt:
            click.echo("Le suivi est arrêté.")


@track.command("compte", short_help="Donne un accès xAPI à un autre programme.")
@click.argument("nom")
@_database
def account(nom: str, base: str | None) -> None:
    """Donne un accès xAPI à un autre programme, sous le nom NOM, ou change son mot de passe."""
    _need("suivi")
    from emas.tracking import auth
    from emas.tracking.store import Store
    from emas.tracking.store.accounts import Account, keep

    if ":" in nom or "\0" in nom:
        raise click.UsageError("un nom de compte n’a pas de deux-points.")
    password = click.prompt(
        "Mot de passe",
        hide_input=True,
        confirmation_prompt="Encore une fois",
        prompt_suffix="\N{NO-BREAK SPACE}: ",
    )
    with _understood():
        store = Store(_url(base))
        try:
            store.write(keep, Account(nom, auth.hashed(password))).result()
        finally:
            store.close()
    click.echo(f"Le compte « {nom} » peut lire et écrire.")


@track.command(short_help="Dit ce que verront les téléphones d’une session.")
@click.argument("session_id", metavar="SESSION")
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", default=PORT, help="Port du service."
)
@_database
def salle(session_id: str, port: int, base: str | None) -> None:
    """Dit ce que verront les téléphones de SESSION : adresse, code, ce qui les en empêcherait."""
    _need("suivi")
    from emas.cli.sessions import find_session, open_plan
    from emas.tracking.rooms.joining import new_room_code
    from emas.tracking.store import Store
    from emas.tracking.store.rooms import Room, open_rooms

    _, catalogue = open_plan()
    name = find_session(catalogue, session_id).session.id
    with _understood():
        store = Store(_url(base))
        try:
            code = store.write(open_rooms, Room(name, new_room_code())).result()
        finally:
            store.close()
    print_room(name, code, port)


@track.command(short_help="Verse les réponses des téléphones dans les résultats.")
@click.argument("session_id", metavar="SESSION")
@_database
def relever(session_id: str, base: str | None) -> None:
    """Verse les réponses reçues pour SESSION dans « donnees », puis écrit ses résultats.

    Le faire deux fois ne change rien. Les feuilles de papier déjà saisies restent.
    """
    _need("suivi")
    from emas.cli.collecting import write_session
    from emas.cli.entering import told
    from emas.cli.sessions import find_session, kept_safe, open_plan
    from emas.tracking.rooms.gathering import sheets_of
    from emas.tracking.store import Store

    place, catalogue = open_plan()
    item = find_session(catalogue, session_id)
    parts = asked_parts(pipeline.session_parts(catalogue, item))
    with _understood():
        store = Store(_url(base))
        try:
            sheets = sheets_of(store, item.session.id, parts)
        finally:
            store.close()
    surveys = {part.moment for part in parts if part.survey}
    with kept_safe():
        merged = keep_sheets(place, item.session.id, sheets, surveys, replacing=True)
        click.echo(f"{item.session.id} : {told(merged, len(sheets))}")
        show(place, write_session(place, catalogue, item), "texte")


def _settings(database: str, address: str) -> "Settings":
    """Return what the service of the project of the current folder must know."""
    from emas.tracking.settings import Settings

    place = here()
    return Settings(
        database=database,
        address=address,
        catalogue=place.build / "suivi" / "catalogue.json",
        site=place.build / "site",
        printed=lambda session: read_codes(place, session).participants,
    )


def _need(extra: str) -> None:
    """Stop with the way to install what `emas track` needs, if it is not there."""
    missing = [name for name, brought_by in NEEDED.items() if brought_by == extra]
    if any(find_spec(name) is None for name in missing):
        raise click.UsageError(
            f"« emas track » a besoin de programmes qui ne sont pas installés."
            f" Installez-les : pip install 'emas-atelier[{extra}]'"
        )


def _url(base: str | None) -> str:
    """Return the address of the database."""
    if base is None:
        return f"sqlite:///{here().data / 'suivi' / 'suivi.db'}"
    if base.startswith("postgresql"):
        _need("postgres")
    return base


@contextmanager
def _listening(port: int, host: str) -> Iterator[socket.socket]:
    """Give a socket that takes connections from now on.

    Said to be TCP: asyncio only then sends answers without waiting 40 ms for more.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen()
        except OSError as error:
            raise click.ClickException(
                f"le port {port} est déjà pris, ou interdit. Essayez « --port {port + 1} »."
            ) from error
        yield listener


@contextmanager
def _understood() -> Iterator[None]:
    """Say in French why a database cannot be opened."""
    from sqlalchemy.exc import ArgumentError

    from emas.tracking.catalogue import CatalogueError
    from emas.tracking.store import StoreTooNewError, UnavailableError

    try:
        yield
    except CatalogueError as error:
        raise click.ClickException(f"{error}.") from error
    except StoreTooNewError as error:
        raise click.ClickException(
            "la base de données vient d’une version plus récente d’Atelier EMAS. Installez-la,"
            " ou reprenez une sauvegarde."
        ) from error
    except UnavailableError as error:
        raise click.ClickException(f"la base de données ne s’ouvre pas : {error}.") from error
    except (ArgumentError, ModuleNotFoundError) as error:
        raise click.UsageError(
            "l’adresse de la base de données commence par « sqlite:/// » ou « postgresql:// »."
        ) from error
