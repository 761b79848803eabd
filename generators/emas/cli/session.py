"""`emas session`: what is done around one session of the plan."""

import click

from emas.cli.later import LaterGroup


@click.group(
    cls=LaterGroup,
    places={
        "collecter": "emas.cli.collecting:collect",
        "oublier": "emas.cli.packing:forget",
        "pack": "emas.cli.packing:make_pack",
        "presences": "emas.cli.counting:count",
        "resultats": "emas.cli.collecting:show_results",
        "saisir": "emas.cli.entering:enter",
    },
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
)
def session() -> None:
    """Une session du plan : son dossier à imprimer, ce qui en revient, ce qu’elle a donné."""
