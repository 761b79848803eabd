"""`emas track`: the service that keeps what participants answer."""

import click

from emas.cli.track.account import account
from emas.cli.track.gather import gather
from emas.cli.track.room import room
from emas.cli.track.serve import serve


@click.group(subcommand_metavar="COMMANDE [ARGUMENTS]…")
def track() -> None:
    """Le suivi : le service qui garde les réponses des participants."""


track.add_command(serve)
track.add_command(account)
track.add_command(room)
track.add_command(gather)
