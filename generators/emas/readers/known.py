"""What was read once is not read again while the bytes it was read of stay the same."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any, TypeVar

from emas.diagnostics import Diagnostic
from emas.readers.sources import Sources

T = TypeVar("T")
Reading = tuple[T, list[Diagnostic]]
"""What a reader returns: a value, and what is wrong."""


MANY = PurePosixPath("content/amenagements")


class Known:
    """Remembers the last reading of each part of a project, for a process that reads it often."""

    def __init__(self) -> None:
        self._readings: dict[PurePosixPath, tuple[object, Any]] = {}

    def reading(self, of: PurePosixPath, key: object, read: Callable[[], Reading[T]]) -> Reading[T]:
        """Return what `read` gives, or gave when `key` was the same; callers may add to the list.

        Bytes that are one object are the same at once, so that a key may hold whole files.
        """
        held = self._readings.get(of)
        if held is None or held[0] != key:
            held = key, read()
            self._readings[of] = held
        value, found = held[1]
        return value, list(found)

    def keep_only(self, parts: Iterable[PurePosixPath]) -> None:
        """Forget the parts that a project no longer has."""
        gone = self._readings.keys() - set(parts)
        for part in gone:
            del self._readings[part]


Part = tuple[tuple[PurePosixPath, object], ...]
"""What a part of a project is read of: its files, with their bytes or why there are none."""


def parts(files: Sources) -> Mapping[PurePosixPath, Part]:
    """Return the files of `content/` and of each module, by the path of the folder.

    Those of `content/amenagements/`, which are many, are apart.
    """
    found: dict[PurePosixPath, list[tuple[PurePosixPath, object]]] = {}
    for path in files.paths():
        depth = 2 if path.parts[0] == "modules" or path.is_relative_to(MANY) else 1
        folder = PurePosixPath(*path.parts[:depth])
        found.setdefault(folder, []).append(
            (path, files.files.get(path, files.unreadable.get(path)))
        )
    return {folder: tuple(listed) for folder, listed in found.items()}
