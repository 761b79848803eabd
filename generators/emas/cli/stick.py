"""What `emas build --cible cle-usb` asks and says beyond any other target."""

import click

from emas import files, packing
from emas.cli.common import counted, size_in_words
from emas.cli.sessions import find_session
from emas.compiler import Request, Target
from emas.pipeline import Loaded
from emas.project import Project
from emas.stick import COPIED
from emas.writers.stick import PAGE


def session_of(place: Project, loaded: Loaded, name: str | None, targets: tuple[str, ...]) -> str:
    """Return the id of the session whose pack goes on the stick; nothing if none is asked.

    Raises:
        click.UsageError: without a stick, without such a session, or without its pack.
    """
    if name is None:
        return ""
    if Target.STICK not in targets:
        raise click.UsageError("--session demande « --cible cle-usb ».")
    found = find_session(loaded.catalogue, name).session.id
    if not (place.build / "sessions" / found).is_dir():
        raise click.UsageError(
            f"le dossier de la session « {found} » n’est pas fait :"
            f" tapez d’abord « emas session pack {found} »."
        )
    return found


def finish(place: Project, request: Request, *, quiet: bool) -> None:
    """Have the pack of the session asked, and of no other, on the stick, then tell what is there.

    Raises:
        click.ClickException: if the disk refuses.
    """
    if Target.STICK in request.targets:
        there = (place.build / Target.STICK / PAGE).is_file()
        _carry(place, request.session if there else "")
        if not quiet:
            _print(place)


def _carry(place: Project, session: str) -> None:
    try:
        packing.carry(place, session)
    except OSError as error:
        raise click.ClickException(
            f"le dossier de session n’a pas pu être mis sur la clé, ou en être ôté :"
            f" {files.cause(error)}. Fermez les documents ouverts, puis recommencez."
        ) from error


def _print(place: Project) -> None:
    """Print how much there is on the stick, folder by folder, and what is left to do."""
    home = place.build / Target.STICK
    if not (home / PAGE).is_file():
        return
    sizes = {path: path.stat().st_size for path in home.rglob("*") if path.is_file()}
    parts = ", ".join(
        f"{name} {size_in_words(sum(size for path, size in sizes.items() if name in path.parts))}"
        for name in (*COPIED, "sessions")
        if (home / name).is_dir()
    )
    total = size_in_words(sum(sizes.values()))
    click.echo(f"build/{Target.STICK}  {counted(len(sizes), 'fichier')}, {total} ({parts})")
    click.echo(f"Copiez ce dossier sur la clé ; {PAGE} s’ouvre d’abord.")
    if (home / "sessions").is_dir():
        click.echo("Des noms y sont peut-être : effacez la clé après la session.")
