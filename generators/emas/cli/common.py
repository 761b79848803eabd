"""What the commands share: finding the project, showing diagnostics."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

import click

from emas import files, project, turn
from emas.diagnostics import (
    SEVERITIES,
    Diagnostic,
    Severity,
    as_json,
    concise,
    in_reading_order,
    terminal,
)
from emas.diagnostics.suggest import suggestion
from emas.project import Project

FORMATS = click.Choice(["texte", "json"])


def here() -> Project:
    """Return the project of the current folder, or stop with status 2."""
    try:
        return project.find(Path.cwd())
    except project.ProjectNotFoundError as error:
        raise click.UsageError(str(error)) from error


def alone(place: Project) -> None:
    """Keep `build/` for the present command until it ends; it says so when it has to wait."""
    turn_of_ours = turn.alone(place, lambda: click.echo(WAITING, err=True))
    try:
        click.get_current_context().with_resource(turn_of_ours)
    except OSError as error:
        told = f"« {place.work.name} » n’est pas utilisable : {files.cause(error)}."
        raise click.ClickException(told) from error


WAITING = "Une autre commande écrit dans « build » : celle-ci attend qu’elle ait fini."


def shown_path(place: Project, file: Path) -> PurePosixPath:
    """Return how messages name a file: from the project if it is in it, else in full."""
    whole = file.resolve()
    inside = whole.is_relative_to(place.root)
    return PurePosixPath((whole.relative_to(place.root) if inside else whole).as_posix())


def size_in_words(octets: int) -> str:
    """Return « 35 Ko » or « 1,2 Mo »."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} Ko"
    return f"{octets / 1_000_000:.1f} Mo".replace(".", ",")


def unknown(what: str, name: str, known: Iterable[str], article: str = "le") -> click.UsageError:
    """Return what to raise when `name` is none of the modules, audiences… that are `known`."""
    names = tuple(known)
    listed = ", ".join(names) or "aucun"
    near = suggestion(name, names)
    gap = "" if article.endswith("’") else " "
    return click.UsageError(
        f"{article}{gap}{what} « {name} » n’existe pas.{near} {what.capitalize()}s : {listed}."
    )


def counted(number: int, words: str) -> str:
    """Return « 2 questions ajoutées », « 0 question ajoutée »."""
    plural = " ".join(f"{word}s" if word not in ("non", "déjà") else word for word in words.split())
    return f"{number} {plural if number > 1 else words}"


def difference(
    path: PurePosixPath, old: Sequence[str], new: Sequence[str], *, before: str = "", after: str
) -> Iterator[str]:
    """Yield the lines of a unified difference, without their ends.

    `before` and `after` follow the path, to say which side is which. Equal lines are those of what
    is no text.
    """
    if old == new:
        yield f"{path} : une image, ou un fichier qui ne se lit pas comme un texte."
    yield from difflib.unified_diff(old, new, f"{path}{before}", f"{path}{after}", lineterm="")


def show(place: Project, found: Iterable[Diagnostic], form: str, *, err: bool = True) -> None:
    """Print `found`: as text on stderr, notes on one line each; as JSON on stdout.

    Not `err`: the text is the result of the command, and goes to stdout too.
    """
    items = in_reading_order(list(found))
    if form == "json":
        click.echo(as_json(items))
        return
    lines = _Lines(place.root)
    notes = [item for item in items if item.severity is Severity.NOTE]
    for item in items:
        if item not in notes:
            click.echo(terminal(item, lines.get), err=err)
            click.echo(err=err)
    for note in notes:
        click.echo(concise(note), err=err)
    if items:
        click.echo(summary(items), err=err)


def summary(items: Iterable[Diagnostic]) -> str:
    """Return « 2 erreurs, 1 avertissement », with « 3 remarques » if there are any."""
    severities = [item.severity for item in items]
    counts = {severity: severities.count(severity) for severity in Severity}
    if not counts[Severity.NOTE]:
        del counts[Severity.NOTE]
    return ", ".join(_count(number, SEVERITIES[severity]) for severity, number in counts.items())


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' if number > 1 else ''}"


class _Lines:
    """The lines of source files, read once each."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._read: dict[PurePosixPath, list[str]] = {}

    def get(self, path: PurePosixPath, line: int) -> str | None:
        """Return a line of a source (from 1), or None if there is no such line."""
        if path not in self._read:
            self._read[path] = files.text_lines(self.root / path)
        lines = self._read[path]
        return lines[line - 1] if 0 < line <= len(lines) else None
