"""`emas track`: the service that keeps what participants answer."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

import click

from emas.cli.common import here

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
@_database
def serve(port: int, base: str | None) -> None:
    """Démarre le service de suivi sur cet ordinateur ; Ctrl+C l'arrête.

    Ce qui est acquitté est sur le disque. Aucune adresse de participant n'est notée.
    """
    _need("suivi")
    import uvicorn

    from emas.tracking.app import create_app
    from emas.tracking.settings import Settings

    with _listening(port) as listener:
        address = f"http://{HOST}:{listener.getsockname()[1]}"
        with _understood():
            app = create_app(Settings(_url(base), address))
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
def _listening(port: int) -> Iterator[socket.socket]:
    """Give a socket that takes connections from now on.

    Said to be TCP: asyncio only then sends answers without waiting 40 ms for more.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
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

    from emas.tracking.store import StoreTooNewError, UnavailableError

    try:
        yield
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
