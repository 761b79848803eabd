"""`emas track salle`: what phones will see of a session, said before people come in."""

import urllib.error
import urllib.request
from io import StringIO

import click
import segno

from emas.cli.track.common import PORT, database, database_url, need, understood
from emas.cli.track.network import own_addresses

WAIT_S = 3


@click.command("salle", short_help="Dit ce que verront les téléphones d’une session.")
@click.argument("session_id", metavar="SESSION")
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", default=PORT, help="Port du service."
)
@database
def room(session_id: str, port: int, base: str | None) -> None:
    """Dit ce que verront les téléphones de SESSION : adresse, code, ce qui les en empêcherait."""
    need("suivi")
    from emas.cli.sessions import find_session, open_plan
    from emas.tracking.rooms.joining import new_room_code
    from emas.tracking.store import Store
    from emas.tracking.store.rooms import Room, open_rooms

    _, catalogue = open_plan()
    name = find_session(catalogue, session_id).session.id
    with understood():
        store = Store(database_url(base))
        try:
            code = store.write(open_rooms, Room(name, new_room_code())).result()
        finally:
            store.close()
    _print_room(name, code, port)


def _print_room(session: str, code: str, port: int) -> None:
    """Print how phones join `session` in the room whose code is `code`, and what may prevent it."""
    shown = f"{code[:4]}-{code[4:]}"
    addresses = own_addresses()
    reached = [one for one in addresses if _answers(one, port)]
    click.echo(f"Session {session}\nCode de la séance : {shown}\n")
    for one in reached:
        address = f"http://{one}:{port}/sessions/{session}.html"
        click.echo(f"Les téléphones ouvrent : {address}")
        click.echo(_drawn(f"{address}#seance={code}"))
    if not reached:
        _print_missing(addresses, port)
    click.echo(ADVICE)


def _print_missing(addresses: list[str], port: int) -> None:
    if not addresses:
        click.echo("Cet ordinateur n’est relié à aucun réseau : aucun téléphone ne le verra.")
    elif _answers("127.0.0.1", port):
        click.echo(
            "Le service ne répond qu’à cet ordinateur. Redémarrez-le avec"
            f" « emas track serve --reseau --port {port} »."
        )
    else:
        click.echo(
            f"Le service ne tourne pas sur le port {port}. Démarrez-le dans une autre fenêtre :"
            f" « emas track serve --reseau --port {port} »."
        )


ADVICE = """\
Avant l’arrivée du groupe :
- essayez avec un téléphone : si la page ne vient pas, le pare-feu de l’ordinateur ou la borne Wi-Fi
  refuse ; autorisez Python dans le pare-feu, ou partagez la connexion d’un téléphone ;
- un ordinateur ou un téléphone qui partage sa connexion n’accepte souvent que 8 à 10 appareils : à
  deux par téléphone, ou une partie du groupe sur papier ;
- sans réseau, rien n’est perdu : les feuilles du dossier imprimé portent les mêmes questions, et
  « emas session saisir » les reprend.\
"""


def _answers(address: str, port: int) -> bool:
    """Return whether the service answers at that address of this computer."""
    url = f"http://{address}:{port}/suivi/etat"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=WAIT_S) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def _drawn(address: str) -> str:
    """Return a QR code of blocks, to be read from the screen."""
    out = StringIO()
    segno.make_qr(address, error="m").terminal(out, compact=True)
    return out.getvalue()
