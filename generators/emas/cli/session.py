"""`emas session`: what is done around one session of the plan."""

import click

from emas.cli.collecting import collect, show_results
from emas.cli.counting import count
from emas.cli.entering import enter
from emas.cli.packing import forget, make_pack


@click.group(subcommand_metavar="COMMANDE [ARGUMENTS]…")
def session() -> None:
    """Une session du plan : son dossier à imprimer, ce qui en revient, ce qu’elle a donné."""


session.add_command(make_pack)
session.add_command(forget)
session.add_command(enter)
session.add_command(count)
session.add_command(collect)
session.add_command(show_results)
