"""Disks as Windows has them: what some program has open is neither renamed nor removed."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

MOVING = ("rename", "replace", "unlink", "remove", "rmdir")


def _opened() -> set[Path]:
    """Return the files that this process has open."""
    found = set()
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            found.add(descriptor.readlink())
        except OSError:  # the one that lists them
            continue
    return found


@contextmanager
def windows_disk(others: Iterable[Path] = ()) -> Iterator[None]:
    """Refuse to move or remove what is open, here or in the programs that have `others` open."""
    held = {path.resolve() for path in others}

    def guarded(real: Callable[..., None]) -> Callable[..., None]:
        def move(*paths: Any, **folders: Any) -> None:
            named = [_whole(path, folders.get("dir_fd")) for path in paths]
            busy = held | {path for path in _opened() if path.is_file()}
            for path in named:
                if any(one == path or one.is_relative_to(path) for one in busy):
                    raise PermissionError(errno.EACCES, "used by another process", str(path))
            real(*paths, **folders)

        return move

    with pytest.MonkeyPatch.context() as patch:
        for name in MOVING:
            patch.setattr(os, name, guarded(getattr(os, name)))
        yield


def _whole(path: str | os.PathLike[str], folder: int | None) -> Path:
    base = Path(f"/proc/self/fd/{folder}").readlink() if folder is not None else Path.cwd()
    return base / path
