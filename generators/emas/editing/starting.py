"""A new project: its own first files, and what all teams share."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from emas import files, shipped
from emas.editing import taken_memory, vscode
from emas.editing.taken_entries import entries_given
from emas.theme.place import PACKAGE

START = PACKAGE / "editing" / "depart"
"""The files that a project begins with and that become its own."""

HIDDEN_NAMES = {"gitignore": ".gitignore"}
"""What git would obey here too, if it had its name."""

SHARED = (
    "vocabulaire.yml",
    "charte.yml",
    "sources.yml",
    "glossaire.yml",
    "question.yml",
    "evaluations",
    "pages",
    "guide",
    "amenagements",
)
"""What of our `content/` serves any team; our team and our sessions, which are examples, do not."""

CONFIGURATION = PurePosixPath("mkdocs.yml")
"""What makes a folder a project: written last."""


class NotEmptyError(Exception):
    """The folder already holds something: the name of a file that is there."""


def start(folder: Path) -> tuple[PurePosixPath, ...]:
    """Write the files of a new project in `folder`, which is made if need be; return their paths.

    Hidden files that are there stay.

    Raises:
        NotEmptyError: if something else is in it.
        OSError: what the disk refused; no file is left.
    """
    changes = first_files()
    if folder.is_dir():
        there = [path for path in sorted(folder.iterdir()) if not _is_aside(path, changes)]
        if there:
            raise NotEmptyError(there[0].name)
    files.write_all(folder, changes)
    return tuple(changes)


def first_files() -> dict[PurePosixPath, bytes]:
    """Return the files of a new project by their path in it, what makes it a project last."""
    found = dict(_files())
    return {path: found[path] for path in sorted(found, key=lambda path: path == CONFIGURATION)}


def _is_aside(path: Path, changes: dict[PurePosixPath, bytes]) -> bool:
    """Return whether what is at `path`, in the folder, is hidden and not ours to write."""
    return path.name.startswith(".") and PurePosixPath(path.name) not in changes


def _files() -> Iterator[tuple[PurePosixPath, bytes]]:
    ours = shipped.contents()
    for place in SHARED:
        for path in _under(ours / "content" / place):
            yield PurePosixPath(path.relative_to(ours).as_posix()), path.read_bytes()
    for path in _under(START):
        inside = PurePosixPath(path.relative_to(START).as_posix())
        yield inside.with_name(HIDDEN_NAMES.get(inside.name, inside.name)), path.read_bytes()
    yield from vscode.files().items()
    yield taken_memory.PATH, taken_memory.write_memory(entries_given(files.read_sources(ours)))


def _under(place: Path) -> list[Path]:
    """Return the file at `place`, or those of the folder; a hidden one is no content."""
    every = [place] if place.is_file() else sorted(place.rglob("*"))
    return [path for path in every if path.is_file() and not path.name.startswith(".")]
