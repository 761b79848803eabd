"""The one thread that writes: all that waits goes into one transaction, hence one fsync.

Nothing is acknowledged before COMMIT has come back. An operation gets everything that waits for
it at once, so that twenty answers in the same second cost hardly more than one.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Update, case, update
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError

from emas.tracking.store.errors import UnavailableError
from emas.tracking.store.schema import progress

MAX_GROUP = 256
"""Requests that share a transaction."""
MAX_WAITING = 4096
"""Requests that may wait; those beyond are told to come back."""

A = TypeVar("A")
R = TypeVar("R")


@dataclass(slots=True)
class Transaction:
    """What an operation works with: `now` is in microseconds, `seq` the last number given."""

    connection: Connection
    now: int
    seq: int


Operation = Callable[[Transaction, Sequence[A]], Sequence[R | Exception]]
"""Writes for each argument, and returns what came of each: a refusal is returned, not raised."""


@dataclass(frozen=True, slots=True)
class _Job:
    operation: Operation[Any, Any]
    argument: Any
    done: Future[Any]


class Writer:
    """Runs operations, one transaction at a time. `clock` gives microseconds since 1970."""

    def __init__(self, engine: Engine, clock: Callable[[], int]) -> None:
        self._engine = engine
        self._clock = clock
        self._waiting: queue.Queue[_Job | None] = queue.Queue(MAX_WAITING)
        self._entrance = threading.Lock()
        self._moments = threading.Lock()
        self._said = 0
        self._writing = False
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, operation: Operation[A, R], argument: A) -> Future[R]:
        """Have `operation` run; the result comes once it is on the disk.

        Raises:
            UnavailableError: if too many wait, or the service stops.
        """
        done: Future[R] = Future()
        with self._entrance:
            if self._closed:
                raise UnavailableError("the service stops")
            try:
                self._waiting.put_nowait(_Job(operation, argument, done))
            except queue.Full:
                raise UnavailableError("too many requests are waiting") from None
        return done

    def consistent_through(self) -> int:
        """Return a moment before which all that is stored can be read from now on.

        Nothing stored later will have an earlier moment, even if the clock goes back.
        """
        with self._moments:
            if not self._writing:
                self._said = max(self._said, self._clock())
            return self._said

    def close(self) -> None:
        """Write what waits, then stop."""
        with self._entrance:
            self._closed = True
        self._waiting.put(None)
        self._thread.join()
        self._engine.dispose()

    def _run(self) -> None:
        running = True
        while running:
            group = [self._waiting.get()]
            while len(group) < MAX_GROUP and not self._waiting.empty():
                group.append(self._waiting.get())
            running = None not in group
            self._commit([job for job in group if job and job.done.set_running_or_notify_cancel()])

    def _commit(self, jobs: Sequence[_Job]) -> None:
        """Write all in one transaction; if that fails for one of them, each in its own."""
        with self._moments:
            self._writing = True
        try:
            outcomes = self._transact(jobs)
        except (OperationalError, InterfaceError, InternalError) as error:
            self._engine.dispose()  # the next transaction has a connection without a past
            outcomes = [UnavailableError(cause(error))] * len(jobs)
        except Exception as error:
            if len(jobs) > 1:
                for job in jobs:
                    self._commit([job])
                return
            outcomes = [error]
        finally:
            with self._moments:
                self._writing = False
        for job, outcome in zip(jobs, outcomes, strict=True):
            if isinstance(outcome, Exception):
                job.done.set_exception(outcome)
            else:
                job.done.set_result(outcome)

    def _transact(self, jobs: Sequence[_Job]) -> list[Any]:
        """Return what each operation returned, once it is on the disk."""
        outcomes: list[Any] = []
        with self._engine.begin() as connection:
            transaction = self._begun(connection)
            for operation, same in groupby(jobs, key=lambda job: job.operation):
                arguments = [job.argument for job in same]
                outcomes.extend(operation(transaction, arguments))
            connection.execute(_progress().values(seq=transaction.seq))
        return outcomes

    def _begun(self, connection: Connection) -> Transaction:
        """Wait for the other writers of this database, then take a moment after all others."""
        with self._moments:
            now = max(self._clock(), self._said + 1)
        after = case((progress.c.stored >= now, progress.c.stored + 1), else_=now)
        taken = _progress().values(stored=after).returning(progress.c.seq, progress.c.stored)
        row = connection.execute(taken).one()
        return Transaction(connection, now=row.stored, seq=row.seq)


def _progress() -> Update:
    return update(progress).where(progress.c.id == 1)


def cause(error: DBAPIError) -> str:
    """Return what the database says, without the query, whose values are private."""
    return str(error.orig).strip().partition("\n")[0]
