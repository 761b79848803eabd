"""A database that is open: one writer, several readers, its tables up to date."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError

from emas.tracking.store.compacting import compact, tidy
from emas.tracking.store.engine import reading_engine, writing_engine
from emas.tracking.store.errors import UnavailableError
from emas.tracking.store.migrating import migrate
from emas.tracking.store.writer import Operation, Writer, cause

P = ParamSpec("P")
A = TypeVar("A")
R = TypeVar("R")


def _make_private(path: Path) -> None:
    """Make the file of a database if there is none: nobody else of this computer reads it.

    SQLite gives its journal the same rights.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise UnavailableError(error.strerror or "the file cannot be made") from error


def _now() -> int:
    return time.time_ns() // 1000


class Store:
    """Open a database, whose tables are made or brought up to date.

    `clock` gives microseconds since 1970.

    Raises:
        StoreTooNewError: if a newer version of the program made it.
        UnavailableError: if it cannot be opened.
    """

    def __init__(self, url: str, clock: Callable[[], int] = _now) -> None:
        address = make_url(url)
        sqlite = address.get_backend_name() == "sqlite"
        self.file = Path(address.database) if sqlite and address.database else None
        if self.file:
            _make_private(self.file)
        writing = writing_engine(url)
        try:
            migrate(writing)
        except (DatabaseError, InterfaceError) as error:  # a damaged file is no OperationalError
            writing.dispose()
            raise UnavailableError(cause(error)) from error
        self._reading = reading_engine(url)
        self._writer = Writer(writing, clock)

    def write(self, operation: Operation[A, R], argument: A) -> Future[R]:
        """Have `operation` run in a transaction, with others; the result is on the disk.

        Raises:
            UnavailableError: at once or as the result; nothing is written then.
            RefusedError: as the result.
        """
        return self._writer.submit(operation, argument)

    def read(
        self, function: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Return what `function` reads, in one state of the database.

        Raises:
            UnavailableError: if it cannot be read now.
        """
        try:
            with self._reading.connect() as connection:
                return function(connection, *args, **kwargs)
        except (OperationalError, InterfaceError) as error:
            raise UnavailableError(cause(error)) from error

    def compact(self) -> None:
        """Take what was deleted out of the files too.

        Raises:
            UnavailableError: if others hold the database for too long.
        """
        compact(self._reading)

    def tidy(self) -> None:
        """Leave nothing of the order in which opinions came.

        Raises:
            UnavailableError: if others hold the database for too long.
        """
        tidy(self._reading)

    def consistent_through(self) -> int:
        """Return a moment before which all that is stored can be read from now on."""
        return self._writer.consistent_through()

    def close(self) -> None:
        """Write what waits, then leave the database."""
        self._writer.close()
        self._reading.dispose()
