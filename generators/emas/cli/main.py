"""The `emas` command and its groups."""

import click

from emas import __version__
from emas.cli import french
from emas.cli.build import build
from emas.cli.check import check
from emas.cli.explain import explain
from emas.cli.guard import GuardedGroup
from emas.cli.importing import importing
from emas.cli.listing import listing
from emas.cli.plan import plan
from emas.cli.session import session
from emas.cli.track import track

french.install()


@click.group(
    cls=GuardedGroup,
    context_settings={"help_option_names": ["--aide", "--help", "-h"]},
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
)
@click.version_option(__version__, "--version", message="Atelier EMAS %(version)s")
def main() -> None:
    """Atelier EMAS : un même texte devient un site, des diaporamas et des livrets."""


main.add_command(check)
main.add_command(build)
main.add_command(importing)
main.add_command(listing)
main.add_command(session)
main.add_command(plan)
main.add_command(track)
main.add_command(explain)
