"""What changes when a file of a project does: looked at again and again, in milliseconds.

Systems tell of changes, but not on a shared folder, not beyond some number of files, and no longer
once a folder was removed and came back. Looking is the same everywhere and misses nothing.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from emas.files import SOURCE_FOLDERS
from emas.project import Project

Mark = tuple[int, int, int, int]
"""Dates of a file, its size and its number on the disk."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The mark of each file, by its path: of the sources, and of the theme and `mkdocs.yml`."""

    sources: dict[str, Mark]
    around: dict[str, Mark]


def marks(project: Project) -> Marks:
    """Return the marks of a project as it is now."""
    around = _under(project.theme)
    settings = project.root / "mkdocs.yml"
    if settings.is_file():
        around[str(settings)] = mark_of(settings.stat())
    sources: dict[str, Mark] = {}
    for name in SOURCE_FOLDERS:
        sources |= _under(project.root / name)
    return Marks(sources, around)


def mark_of(status: os.stat_result) -> Mark:
    """Return what changes when a file does."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _under(folder: Path) -> dict[str, Mark]:
    """Return the marks of the files under `folder`; what goes meanwhile has none."""
    found: dict[str, Mark] = {}
    pending = [str(folder)]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):  # what an editor writes for itself
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                    else:
                        found[entry.path] = mark_of(entry.stat(follow_symlinks=False))
        except OSError:
            continue
    return found
