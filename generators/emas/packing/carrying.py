"""The print pack of a session on a stick: never without being asked, never anywhere else.

Names may be in it: copies are made beside, in `build/`, and never in the staging folder.
"""

import shutil
from hashlib import sha256
from pathlib import Path, PurePosixPath

from emas import files
from emas.jobs import Target
from emas.packing.folders import PARTIAL, pack_folder
from emas.project import Project
from emas.writers.stick import PAGE, SESSIONS, SUMS, sums


def carry(project: Project, session: str = "") -> None:
    """Put the pack of `session` on the stick, and remove that of any other; none if none is asked.

    Raises:
        OSError: if the disk refuses.
    """
    home = _stick(project) / SESSIONS
    for other in home.iterdir() if home.is_dir() else ():
        if other.name != session:
            shutil.rmtree(other)
    if not session:
        if home.is_dir():
            home.rmdir()
        return
    partial = home / f".{session}{PARTIAL}"
    found = sorted(path for path in pack_folder(project, session).iterdir() if path.is_file())
    hashes: dict[PurePosixPath, str] = {}
    for path in found:
        data = path.read_bytes()
        hashes[PurePosixPath(path.name)] = sha256(data).hexdigest()
        files.write(partial / path.name, data)
    files.write(partial / SUMS, sums(hashes))
    if (home / session).exists():
        shutil.rmtree(home / session)
    partial.rename(home / session)
    files.sync_folder(home)


def taken_off(project: Project, session: str) -> bool:
    """Remove the pack of `session` from the stick, and the page that names its files.

    Raises:
        OSError: if the disk refuses, or a file is open in another program.
    """
    home = _stick(project) / SESSIONS
    names = {path.name for path in home.iterdir()} if home.is_dir() else set()
    if names.isdisjoint((session, f".{session}{PARTIAL}")):
        return False
    shutil.rmtree(home)
    for name in (PAGE, SUMS):
        (_stick(project) / name).unlink(missing_ok=True)
    return True


def _stick(project: Project) -> Path:
    return project.build / Target.STICK
