"""`emas new`: new pieces of a project, one command each; the table says where they are."""

import click

from emas.cli.later import LaterGroup


@click.group(
    cls=LaterGroup,
    places={
        "amenagement": "emas.cli.new.adaptation:adaptation",
        "etape": "emas.cli.new.step:step",
        "module": "emas.cli.new.module:module",
        "parcours": "emas.cli.new.path:path",
        "question": "emas.cli.new.question:question",
        "session": "emas.cli.new.session:session",
        "situation": "emas.cli.new.vignette:vignette",
    },
    short_help="Ajoute un module, une étape, une question…",
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
)
def new() -> None:
    """Ajoute un module, une étape, une question, une situation, un aménagement, une session…

    Pose quelques questions ; chacune a aussi son option. Rien de ce qui est écrit n'est remplacé.
    """
