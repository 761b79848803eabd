"""What was deleted, taken out of the files too.

SQLite: the WAL still holds pages as they were, and a page that is free keeps its place.
PostgreSQL: rows stay in their file until it is written again, and in its WAL until that is recycled
(see the page on operations).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine

from emas.tracking.store.errors import UnavailableError
from emas.tracking.store.schema import metadata
from emas.tracking.store.session_schema import opinion


def compact(engine: Engine) -> None:
    """Write the database again without what was deleted, and empty its journal.

    Raises:
        UnavailableError: if others hold it for too long; asking again later does the same.
    """
    with _alone(engine) as cursor:
        if engine.dialect.name == "sqlite":
            _empty_wal(cursor)
            cursor.execute("VACUUM")
            _empty_wal(cursor)
        else:
            names = ", ".join(sorted(metadata.tables))
            cursor.execute(f"VACUUM (FULL) {names}")


def tidy(engine: Engine) -> None:
    """Forget in which order opinions came: their former pages, or rows.

    Raises:
        UnavailableError: if others hold the database for too long.
    """
    with _alone(engine) as cursor:
        if engine.dialect.name == "sqlite":
            _empty_wal(cursor)
        else:
            cursor.execute(f"VACUUM (FULL) {opinion.name}")


@contextmanager
def _alone(engine: Engine) -> Iterator[Any]:
    """Give a cursor of a connection that is in no transaction, and closes at the end."""
    connection = engine.raw_connection()
    driver: Any = connection.driver_connection
    connection.detach()
    if engine.dialect.name != "sqlite":
        driver.autocommit = True
    try:
        yield driver.cursor()
    except engine.dialect.loaded_dbapi.OperationalError as error:
        raise UnavailableError(str(error).strip().partition("\n")[0]) from error
    finally:
        driver.close()


def _empty_wal(cursor: Any) -> None:
    busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise UnavailableError("database is locked")
