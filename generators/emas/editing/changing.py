"""The one way in which a command changes what authors wrote."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from emas import files
from emas.editing import snapshots
from emas.project import Project


def change_sources(
    project: Project, changes: Mapping[PurePosixPath, bytes | None], before: str
) -> None:
    """Keep the sources as they are, then write files, each whole, all or none of them.

    A file whose content is None is removed. `before` is how the command that does so is called:
    « emas fix ».

    Raises:
        OSError: what the disk refused; nothing has changed.
    """
    if not changes:
        return
    snapshots.take(project, before)
    for name in files.SOURCE_FOLDERS:
        files.clear_partial(project.root / name)
    files.write_all(project.root, changes)
