"""Where a pack is, and how a new one takes the place of the former: whole, or not at all.

Two renames: the former folder goes aside, the new one comes. What is aside comes back if the second
one did not happen.
"""

import os
import shutil
from pathlib import Path

from emas import files
from emas.project import Project

PARTIAL, ASIDE = ".partiel", ".ancien"


def pack_folder(project: Project, session: str) -> Path:
    """Return where the pack of a session is."""
    return project.build / "sessions" / session


def partial_folder(project: Project, session: str) -> Path:
    """Return where a pack is made: on the same disk, and nowhere else, since names are in it."""
    return pack_folder(project, session).with_name(f".{session}{PARTIAL}")


def in_place(project: Project, session: str) -> None:
    """Put the pack that is in the partial folder in the place of the former one.

    Raises:
        OSError: if the disk refuses, or a file is open in another program; nothing changes then.
    """
    folder, aside = pack_folder(project, session), _aside(project, session)
    files.sync_folder(partial_folder(project, session))
    if folder.exists():
        folder.rename(aside)
    try:
        partial_folder(project, session).rename(folder)
    except OSError:
        aside.rename(folder)
        raise
    files.sync_folder(folder.parent)


def leftovers_cleared(project: Project, session: str) -> None:
    """Remove what a run that was cut short left; a former pack that was aside comes back."""
    folder, aside = pack_folder(project, session), _aside(project, session)
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    for left in (aside, partial_folder(project, session)):
        if left.exists():
            shutil.rmtree(left)


def forget(project: Project, session: str) -> int:
    """Remove the pack of a session and all that may be left of it; return how many files.

    Raises:
        OSError: if the disk refuses, or a file is open in another program.
    """
    leftovers_cleared(project, session)
    folder = pack_folder(project, session)
    count = sum(len(names) for _, _, names in os.walk(folder))
    if folder.exists():
        shutil.rmtree(folder)
    return count


def kept(project: Project) -> list[str]:
    """Return the ids of the sessions of which something is there, be it left by a run cut short."""
    folder = project.build / "sessions"
    names = [path.name for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    hidden = (
        name[1:].removesuffix(PARTIAL).removesuffix(ASIDE) for name in names if name[0] == "."
    )
    return sorted({*(name for name in names if name[0] != "."), *hidden})


def _aside(project: Project, session: str) -> Path:
    return pack_folder(project, session).with_name(f".{session}{ASIDE}")
