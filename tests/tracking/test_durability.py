"""What was acknowledged is on the disk; what could not be written is said, and changes nothing."""

import resource
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, event, text
from starlette.applications import Starlette
from starlette.requests import Request
from tests.tracking.asking import Lrs, somebody, statement
from tests.tracking.killing import acknowledged_before_a_kill
from tests.tracking.serving import running
from tests.tracking.writing import batch, opened, write

from emas.tracking.auth import Credential, Scope
from emas.tracking.live.phones import Live
from emas.tracking.lrs import xapi_routes
from emas.tracking.lrs.resource import Service
from emas.tracking.store import ConflictError, Store, UnavailableError, engine
from emas.tracking.store.reading import Query, by_id, page
from emas.tracking.store.schema import metadata
from emas.tracking.store.statements import add
from emas.tracking.store.writer import Transaction


def missing(store: Store, ids: Sequence[str]) -> list[str]:
    return [name for name in ids if store.read(by_id, name, voided=False) is None]


@contextmanager
def held(store: Store) -> Iterator[None]:
    """Keep the writer busy, so that all that comes waits together."""
    started, released = threading.Event(), threading.Event()

    def wait(transaction: Transaction, arguments: Sequence[None]) -> Sequence[None]:  # noqa: ARG001
        started.set()
        released.wait(10)
        return arguments

    done = store.write(wait, None)
    started.wait(10)
    try:
        yield
    finally:
        released.set()
        done.result(timeout=10)


def test_what_waits_is_written_together(database: str) -> None:
    commits: list[Connection] = []

    def note(connection: Connection) -> None:
        commits.append(connection)

    sent = [statement() for _ in range(50)]
    with opened(database) as store:
        with held(store):
            waiting = [store.write(add, batch(one)) for one in sent]
            event.listen(Engine, "commit", note)
        for one in waiting:
            one.result(timeout=10)
        event.remove(Engine, "commit", note)
        assert len(commits) == 2  # that of the writer that was held, then one for all
        assert missing(store, [one["id"] for one in sent]) == []


def test_requests_that_wait_together_are_judged_one_by_one(database: str) -> None:
    first = statement()
    other = {**first, "actor": somebody()}
    companion = statement()
    with opened(database) as store:
        with held(store):
            kept = store.write(add, batch(first))
            again = store.write(add, batch(first))
            refused = store.write(add, batch(other, companion))
        assert (kept.result(10), again.result(10)) == (None, None)
        with pytest.raises(ConflictError):
            refused.result(10)
        assert missing(store, [first["id"], companion["id"]]) == [companion["id"]]


def test_a_request_that_fails_leaves_those_beside_it(database: str) -> None:
    def broken(transaction: Transaction, arguments: Sequence[str]) -> Sequence[None]:
        transaction.connection.execute(text("DELETE FROM statement"))
        raise ZeroDivisionError(arguments[0])

    sent = statement()
    with opened(database) as store:
        with held(store):
            kept = store.write(add, batch(sent))
            failed = store.write(broken, "a mistake of ours")
        kept.result(10)
        with pytest.raises(ZeroDivisionError):
            failed.result(10)
        assert missing(store, [sent["id"]]) == []


def test_moments_go_on_when_the_clock_goes_back(database: str) -> None:
    sent = [statement() for _ in range(6)]
    clock = iter([50, 40, 30, 20, 20, 60, 10, 10, 5, 5, 5])
    stored: list[int] = []
    for some in (sent[:3], sent[3:]):  # the second time, the service has started again
        with opened(database, clock=lambda: next(clock)) as store:
            for one in some:
                write(store, one)
            stored = [one.stored for one in store.read(page, Query(ascending=True)).statements]
    assert stored == sorted(set(stored))
    assert len(stored) == 6


def test_nothing_is_stored_before_what_was_said_to_be_known(database: str) -> None:
    clock = iter([1000, 10, 10])
    with opened(database, clock=lambda: next(clock)) as store:
        through = store.consistent_through()
        write(store, statement())
        (kept,) = store.read(page, Query()).statements
        assert kept.stored > through == 1000


@contextmanager
def locked(database: str) -> Iterator[Callable[[], None]]:
    """Keep others from writing; give what lets them again."""
    other = create_engine(database)
    with other.connect() as connection:
        if other.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("LOCK TABLE progress"))
        yield connection.rollback
    other.dispose()


def test_a_locked_database_is_said_then_goes_on(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engine.SQLITE_SETTINGS, "busy_timeout", 50)
    monkeypatch.setitem(engine.POSTGRESQL_SETTINGS, "lock_timeout", 50)
    refused, kept = statement(), statement()
    with opened(database) as store, locked(database) as release:
        with pytest.raises(UnavailableError, match="lock"):
            write(store, refused)
        release()
        write(store, kept)
        assert missing(store, [refused["id"], kept["id"]]) == [refused["id"]]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Have the system refuse to make files longer, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def written_until_refused(store: Store) -> tuple[list[str], str]:
    """Write until the disk refuses; return what was acknowledged, and what was refused."""
    kept: list[str] = []
    while True:
        one = statement(result={"response": "r" * 8000})
        try:
            write(store, one)
        except UnavailableError:
            return kept, one["id"]
        kept.append(one["id"])


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "suivi.db"
    with opened(f"sqlite:///{file}") as store:
        with files_no_larger_than(600_000):
            kept, refused = written_until_refused(store)
        assert len(kept) > 10
        assert missing(store, [*kept, refused]) == [refused]
        after = statement()
        write(store, after)  # there is room again
        assert missing(store, [*kept, after["id"]]) == []
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


async def anybody(request: Request) -> Credential:  # noqa: ARG001 - an Authenticate
    return Credential({"objectType": "Agent", **somebody()}, frozenset(Scope))


def test_a_client_is_told_when_to_come_back(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engine.SQLITE_SETTINGS, "busy_timeout", 50)
    monkeypatch.setitem(engine.POSTGRESQL_SETTINGS, "lock_timeout", 50)
    sent = statement()
    with opened(database) as store, locked(database) as release:
        service = Service(store, anybody)
        app = Starlette(routes=[xapi_routes(service)])
        app.state.live = Live(service)  # what serves any app of ours stops those who listen
        with running(app) as address, httpx.Client(base_url=address) as client:
            lrs = Lrs(client, ("", ""))
            refused = lrs.put(sent)
            assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
            assert sent["id"] not in refused.text
            release()
            assert lrs.put(sent).status_code == 204


def test_no_acknowledged_statement_is_lost_by_a_kill(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'suivi.db'}"
    acknowledged = acknowledged_before_a_kill(url, wait_s=0.3)
    with opened(url) as store:
        assert acknowledged
        assert missing(store, acknowledged) == []


def test_too_many_requests_are_told_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("emas.tracking.store.writer.MAX_WAITING", 2)
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store, held(store):
        waiting = [store.write(add, batch(statement())) for _ in range(2)]
        with pytest.raises(UnavailableError, match="too many"):
            store.write(add, batch(statement()))
        assert not any(one.done() for one in waiting)


def test_a_store_that_is_closed_takes_nothing(database: str) -> None:
    with opened(database) as store:
        pass
    with pytest.raises(UnavailableError, match="stops"):
        write(store, statement())


def test_the_tables_are_those_of_the_schema(database: str) -> None:
    for _ in range(2):  # the second time there is nothing to do
        with opened(database):
            pass
    tables = create_engine(database)
    with tables.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    tables.dispose()
