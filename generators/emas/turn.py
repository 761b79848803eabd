"""One command at a time in `build/` and in what is made beside it.

The lock is that of SQLite on a file that stays empty: the same on Linux, macOS and Windows, and
the system takes it back from a process that is killed.
"""

import errno
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from emas.project import Project

NAME = "verrou"
TRY_AGAIN_S = 0.1


@contextmanager
def alone(project: Project, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Be the only one to put outputs in place, once the others have ended.

    `waiting` is called if there is somebody to wait for. Read the sources inside: those read
    before may be older than what the other one made.

    Raises:
        OSError: if the disk refuses.
    """
    project.work.mkdir(exist_ok=True)
    path = project.work / NAME
    with _refused(path):
        lock = sqlite3.connect(path, timeout=0, isolation_level=None)
    with closing(lock):
        with _refused(path):
            if not _taken(lock):
                waiting()
                while not _taken(lock):
                    time.sleep(TRY_AGAIN_S)
        yield


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise PermissionError(errno.EACCES, str(error), str(path)) from error


def _taken(lock: sqlite3.Connection) -> bool:
    """Take the lock if nobody has it; return whether it is taken. It goes with the connection."""
    try:
        lock.execute("PRAGMA journal_mode = MEMORY")  # no other file beside it
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            return False
        raise
    return True
