"""`emas editeur`: what Visual Studio Code needs to help while one writes."""

import click

from emas import files
from emas.cli.common import here
from emas.editing.changing import change_sources
from emas.editing.vscode import ASIDE, changes


@click.command("editeur", short_help="Prépare Visual Studio Code pour écrire dans ce projet.")
def editor() -> None:
    """Écrit dans « .vscode » de quoi aider à écrire, sans internet.

    Les clés et les valeurs de chaque fichier YAML, soulignées quand elles ne vont pas ; les blocs,
    les questions et les en-têtes à insérer ; les réglages qui conviennent. Vos réglages restent.
    """
    place = here()
    try:
        made, left = changes(place)
        change_sources(place, made, "emas editeur")
    except OSError as error:
        raise click.ClickException(f"rien n’a été écrit : {files.cause(error)}.") from error
    for path in sorted(made):
        click.echo(str(path))
    for path in left:
        click.echo(
            f"{path} est resté, pour ne pas perdre vos remarques : ajoutez-y ce que contient"
            f" {ASIDE / path.name}.",
            err=True,
        )
    if not made and not left:
        click.echo("Tout est déjà à jour.")
