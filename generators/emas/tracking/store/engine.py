"""Connections: one engine to write, one to read, with the settings that keep what was said.

SQLite: a write takes the lock when it begins (a lock taken later can be refused half-way), and
`synchronous=FULL` brings the WAL to the disk at each commit: with less, a power cut loses rows
that were acknowledged. `secure_delete` overwrites what is erased.
"""

from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.pool import ConnectionPoolEntry

READERS = 8
"""Reading connections, and threads that read."""
BUSY_MS = 5000
"""How long to wait for another process before saying that the database is locked."""

SQLITE_SETTINGS: dict[str, object] = {
    "busy_timeout": BUSY_MS,
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "secure_delete": "ON",
    "cache_size": -64_000,  # kB
}
POSTGRESQL_SETTINGS: dict[str, object] = {"synchronous_commit": "on", "lock_timeout": BUSY_MS}


def writing_engine(url: str) -> Engine:
    """Return the engine of the one connection that writes."""
    return _engine(url, size=1, begin="BEGIN IMMEDIATE")


def reading_engine(url: str) -> Engine:
    """Return the engine of those that read, each in one state of the database."""
    return _engine(url, size=READERS, begin="BEGIN")


def _engine(url: str, size: int, begin: str) -> Engine:
    address = make_url(url)
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    engine = create_engine(address, pool_size=size, max_overflow=0, hide_parameters=True)
    sqlite = address.get_backend_name() == "sqlite"
    settings = SQLITE_SETTINGS if sqlite else POSTGRESQL_SETTINGS

    @event.listens_for(engine, "connect")
    def settle(connection: Any, entry: ConnectionPoolEntry) -> None:  # noqa: ARG001 - SQLAlchemy's
        if sqlite:
            connection.isolation_level = None  # the driver begins nothing by itself
        cursor = connection.cursor()
        for name, value in settings.items():
            cursor.execute(f"PRAGMA {name} = {value}" if sqlite else f"SET {name} = {value}")
        cursor.close()
        if not sqlite:
            connection.commit()

    if sqlite:

        @event.listens_for(engine, "begin")
        def start(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

    return engine
