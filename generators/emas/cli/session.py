"""`emas session`: what is done around one session of the plan."""

import click

from emas.cli.collecting import collect, show_results
from emas.cli.counting import count
from emas.cli.entering import enter


@click.group(subcommand_metavar="COMMANDE [ARGUMENTS]…")
def session() -> None:
    """Une session du plan : ce qui en revient, et ce qu’elle a donné."""


session.add_command(enter)
session.add_command(count)
session.add_command(collect)
session.add_command(show_results)
