"""`emas init`: a new project, from what is installed."""

from pathlib import Path

import click

from emas import files
from emas.editing.starting import NotEmptyError, start


@click.command(short_help="Crée un projet, avec un petit module d’exemple.")
@click.argument("dossier", type=click.Path(path_type=Path))
def init(dossier: Path) -> None:
    """Crée un projet dans DOSSIER, qui n'existe pas ou qui est vide.

    Il contient de quoi tout produire, sans internet : une équipe à remplir, les sources, le
    glossaire, les pages du site, et un petit module d'exemple, commenté.
    """
    try:
        written = start(dossier)
    except NotEmptyError as error:
        raise click.UsageError(
            f"« {dossier} » n’est pas vide : il contient « {error} ». Choisissez un autre nom."
        ) from error
    except OSError as error:
        raise click.ClickException(f"rien n’a été créé : {files.cause(error)}.") from error
    click.echo(f"Projet créé dans « {dossier} » : {len(written)} fichiers. Ensuite :\n")
    if dossier.resolve() != Path.cwd():
        click.echo(f"  cd {_typed(dossier)}")
    click.echo("  emas build")
    click.echo(
        "\nPuis ouvrez « build/site/index.html » dans un navigateur, et « LISEZ-MOI.md » dans un"
        " éditeur de texte."
    )


def _typed(folder: Path) -> str:
    """Return how `folder` is typed: between quotes if a blank is in it."""
    return f'"{folder}"' if " " in str(folder) else str(folder)
