"""The one way in which a command changes what authors wrote."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from emas import files
from emas.project import Project


def change_sources(project: Project, changes: Mapping[PurePosixPath, bytes]) -> None:
    """Write files in authors' folders, each whole, all or none of them.

    Raises:
        OSError: what the disk refused; nothing has changed.
    """
    files.write_all(project.root, changes)
