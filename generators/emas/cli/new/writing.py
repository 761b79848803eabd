"""How `emas new` writes what was made, and says what to open."""

from collections.abc import Callable
from pathlib import PurePosixPath

import click

from emas import files
from emas.cli.common import here
from emas.editing.changing import change_sources
from emas.editing.scaffolds import Draft, RefusedError, line_to_open, verified
from emas.files import read_sources
from emas.project import Project
from emas.readers.module import MODULES
from emas.readers.sources import Sources


def write(make: Callable[[Project, Sources], Draft], command: str) -> None:
    """Write what `make` makes of the sources of this project, and say what to do next.

    Raises:
        click.ClickException: if it must not, or cannot, be written; nothing has changed.
    """
    place = here()
    sources = read_sources(place.root)
    try:
        draft = verified(sources, make(place, sources))
        change_sources(place, draft.changes, command)
    except RefusedError as error:
        raise click.ClickException(f"rien n’a été écrit : {error}") from error
    except OSError as error:
        raise click.ClickException(f"rien n’a été écrit : {files.cause(error)}.") from error
    _tell(sources, draft)


def _tell(sources: Sources, draft: Draft) -> None:
    for path in sorted(draft.changes):
        click.echo(f"{path} : {'complété' if path in sources.files else 'créé'}")
    for remark in draft.remarks:
        click.echo(remark)
    click.echo(f"\nOuvrez {draft.opens}, ligne {line_to_open(sources, draft)}.")
    name = _module(draft.opens)
    click.echo(f"Ensuite, « emas check{name} » vérifie, « emas build{name} » produit.")


def _module(path: PurePosixPath) -> str:
    return f" {path.parts[1]}" if path.is_relative_to(MODULES) else ""
