"""`emas track`: the service that keeps what participants answer."""

import click

from emas.cli.later import LaterGroup


@click.group(
    cls=LaterGroup,
    places={
        "compte": "emas.cli.track.account:account",
        "coordinateur": "emas.cli.track.coordinator:coordinator",
        "effacer": "emas.cli.track.erase:erase",
        "fusionner": "emas.cli.track.merge:merge",
        "journal": "emas.cli.track.journal:journal",
        "purger": "emas.cli.track.purge:purge",
        "rapport": "emas.cli.track.report:report",
        "relever": "emas.cli.track.gather:gather",
        "restaurer": "emas.cli.track.backup:restore",
        "salle": "emas.cli.track.room:room",
        "sauvegarder": "emas.cli.track.backup:back_up",
        "serve": "emas.cli.track.serve:serve",
        "verser": "emas.cli.track.pour:pour_in",
    },
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
)
def track() -> None:
    """Le suivi : le service qui garde les réponses des participants."""
