"""The `emas` command and its groups."""

import click

from emas import __version__
from emas.cli import french, streams
from emas.cli.later import LaterGroup

french.install()
streams.admit_any_text()


@click.group(
    cls=LaterGroup,
    places={
        "build": "emas.cli.build:build",
        "check": "emas.cli.check:check",
        "editeur": "emas.cli.editor:editor",
        "explain": "emas.cli.explain:explain",
        "fix": "emas.cli.fix:fix",
        "init": "emas.cli.init:init",
        "import": "emas.cli.importing:importing",
        "list": "emas.cli.listing:listing",
        "new": "emas.cli.new:new",
        "plan": "emas.cli.plan:plan",
        "prendre": "emas.cli.take:take",
        "revenir": "emas.cli.revert:revert",
        "serve": "emas.cli.serve:serve",
        "session": "emas.cli.session:session",
        "track": "emas.cli.track:track",
    },
    context_settings={"help_option_names": ["--aide", "--help", "-h"]},
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
)
@click.version_option(__version__, "--version", message="Atelier EMAS %(version)s")
def main() -> None:
    """Atelier EMAS : un même texte devient un site, des diaporamas et des livrets."""
