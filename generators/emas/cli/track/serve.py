"""`emas track serve`: the service itself."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from emas.cli.common import here
from emas.cli.track.common import PORT, database, database_url, need, understood
from emas.cli.track.forward import NAME, PASSWORD, account_of
from emas.cli.track.network import own_addresses
from emas.cli.track.technical import json_lines
from emas.records.attendance import kept_attendance
from emas.records.codes import read_codes

if TYPE_CHECKING:
    import uvicorn
    from starlette.applications import Starlette

    from emas.tracking.settings import Settings

HOST = "127.0.0.1"


@click.command(short_help="Démarre le service sur cet ordinateur.")
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
@click.option(
    "--adresse",
    "public",
    metavar="URL",
    callback=lambda _context, _option, said: said and public_address(said),
    help="Adresse publique, « https://suivi.exemple.fr », quand un serveur mandataire de cet"
    " ordinateur reçoit HTTPS : le bureau des coordinateurs n'est vu que là.",
)
@click.option(
    "--transmettre-a",
    "target",
    metavar="URL",
    help="Envoie aussi les énoncés à un autre service xAPI, « https://lrs.exemple.fr/xAPI », sans"
    f" les textes libres ni les avis. Le compte est dans {NAME} et {PASSWORD}.",
)
@click.option(
    "--journal-technique",
    "technical",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Écrit dans ce fichier une ligne JSON par requête, sans adresse, code ni réponse.",
)
@database
def serve(
    port: int,
    network: bool,
    public: str | None,
    target: str | None,
    technical: Path | None,
    base: str | None,
) -> None:
    """Démarre le service de suivi sur cet ordinateur ; Ctrl+C l'arrête.

    Il sert aussi le site. Ce qui est acquitté est sur le disque. Aucune adresse de participant
    n'est notée. « emas track salle SESSION » dit ce que verront les téléphones.
    """
    need("suivi")
    from emas.cli.sessions import kept_safe
    from emas.tracking.app import create_app
    from emas.tracking.serving import Server

    with _listening(port, "0.0.0.0" if network else HOST) as listener:
        at = listener.getsockname()[1]
        address = f"http://{HOST}:{at}"
        settings = _settings(database_url(base), public or address)
        if network:
            settings = replace(settings, phones=lambda: _for_phones(at))
        settings = replace(settings, forward=account_of(target) if target else None)
        with understood(), kept_safe():
            if technical:
                settings = replace(settings, report=json_lines(technical))
            app = create_app(settings)
        click.echo(
            f"Le suivi est en marche : {address}/xAPI. Le bureau des coordinateurs :"
            f" {public or address}/bureau. Ctrl+C l’arrête."
        )
        if target:
            click.echo(f"Les énoncés partent aussi vers {target}.")
        with suppress(KeyboardInterrupt):
            Server(app, _configured(app)).run(sockets=[listener])
        click.echo("Le suivi est arrêté.")


def _configured(app: "Starlette") -> "uvicorn.Config":
    """Return how `app` is served: no address is noted, only our own proxy is believed."""
    import uvicorn

    return uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        server_header=False,
        forwarded_allow_ips=HOST,
        timeout_graceful_shutdown=10,
    )


def _for_phones(port: int) -> str:
    """Return the address at which phones of the room find the service; empty without network."""
    return next((f"http://{one}:{port}" for one in own_addresses()), "")


def public_address(said: str) -> str:
    """Return an address in HTTPS as browsers say an origin.

    Raises:
        click.BadParameter: if it is not the address of a host in HTTPS, and nothing more.
    """
    try:
        found = urlsplit(said)
        port = found.port
    except ValueError:
        port = found = None
    if not found or found.scheme != "https" or not found.hostname or found.path not in ("", "/"):
        raise click.BadParameter("une adresse publique s’écrit « https://suivi.exemple.fr ».")
    host = f"[{found.hostname}]" if ":" in found.hostname else found.hostname
    return f"https://{host}" if port in (None, 443) else f"https://{host}:{port}"


def _settings(database: str, address: str) -> "Settings":
    """Return what the service of the project of the current folder must know."""
    from emas.tracking.settings import Settings

    place = here()
    return Settings(
        database=database,
        address=address,
        catalogue=place.build / "suivi" / "catalogue.json",
        site=place.build / "site",
        theme=place.theme,
        attendance=partial(kept_attendance, place),
        printed=lambda session: read_codes(place, session).participants,
        project=place,
    )


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
