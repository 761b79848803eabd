"""Statements that leave for another service: each once, in order, whatever breaks on the way.

The queue is the sequence of statements itself and a number in the database: nothing is copied,
what is erased is not in it any more, and a service that stops goes on where it was. Free texts
stay here, and opinions are not statements.
"""

import json
import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from emas import xapi
from emas.tracking.exchange.remote import LaterError, Remote
from emas.tracking.settings import Report
from emas.tracking.store import Store, UnavailableError
from emas.tracking.store.activities import known
from emas.tracking.store.forwarding import Refused, Step, advance, done_through, set_aside
from emas.tracking.store.reading import Kept, following
from emas.xapi import Received, Statement
from emas.xapi.comparison import same

BATCH = 50
IDLE_S = 2.0
MOST_S = 300.0
PATIENCE = 3
"""Answers that say that the service is broken, before each statement is tried by itself."""
ITS_OWN_FAULT = (400, 409, 413, 422)
"""What is answered because of a statement: sending it again gives the same."""
OPEN = "long-fill-in"


@dataclass(frozen=True, slots=True)
class _Leaving:
    seq: int
    sent: Received


class Forwarder:
    """Sends the statements of `store` to `remote`; `report` is told what goes wrong."""

    def __init__(self, store: Store, remote: Remote, report: Report) -> None:
        self._store = store
        self._remote = remote
        self._report = report
        self._broken = 0

    def run(self, stop: threading.Event, idle_s: float = IDLE_S) -> None:
        """Send what there is to send until `stop` is set."""
        failures, tried_again = 0, False
        while not stop.is_set():
            try:
                if not tried_again:
                    self.try_again()
                    tried_again = True
                wait = 0.0 if self.round() else idle_s
                if failures:
                    self._report("transmission reprise", {})
                failures = 0
            except (LaterError, UnavailableError) as error:
                if not failures:
                    self._report("transmission plus tard", {"cause": str(error)})
                failures += 1
                slow = min(MOST_S, idle_s * 2 ** min(failures, 20)) * random.uniform(0.5, 1)
                wait = max(slow, getattr(error, "after", 0.0))
            stop.wait(wait)

    def round(self) -> bool:
        """Send the next statements; return whether there were any.

        Raises:
            LaterError: if the other service is not there; they will be sent again.
            UnavailableError: if our database cannot be used now.
        """
        done = self._store.read(done_through, self._remote.url)
        some = self._store.read(following, done, BATCH)
        if not some:
            return False
        refused = self._deliver(self._leaving(some))
        for one in refused:
            self._report("énoncé mis de côté", {"numero": one.seq, "statut": one.status})
        step = Step(self._remote.url, some[-1].seq, tuple(refused))
        self._store.write(advance, step).result()
        return True

    def try_again(self) -> None:
        """Send once more each statement that was set aside: the other service may have changed.

        Raises:
            LaterError, UnavailableError: as `round` does.
        """
        target = self._remote.url
        waiting = self._leaving(self._store.read(set_aside, target))
        refused = {one.seq for item in waiting for one in self._send([item])}
        taken = tuple(item.seq for item in waiting if item.seq not in refused)
        if taken:
            step = Step(target, self._store.read(done_through, target), released=taken)
            self._store.write(advance, step).result()

    def _leaving(self, some: Sequence[Kept]) -> list[_Leaving]:
        """Return what leaves of `some`, without what only services set."""
        values = [(one.seq, json.loads(one.body)) for one in some]
        named = {name for _, value in values for name in _objects(value)}
        defined = self._store.read(known, named)
        opens = {name for name, said in defined.items() if said.get("interactionType") == OPEN}
        return [
            _Leaving(seq, xapi.receive(xapi.json_text.written(value), value))
            for seq, value in values
            if not opens & set(_objects(value))
        ]

    def _deliver(self, items: list[_Leaving]) -> list[Refused]:
        """Send a batch; return what is refused. A statement that breaks the other is set aside."""
        try:
            send = self._one_by_one if self._broken >= PATIENCE else self._send
            refused = send(items)
        except LaterError as error:
            self._broken += error.status >= 500
            raise
        self._broken = 0
        return refused

    def _one_by_one(self, items: list[_Leaving]) -> list[Refused]:
        """Send each by itself: if it takes some and breaks on others, these are the cause.

        Raises:
            LaterError: if it takes none.
        """
        refused: list[Refused] = []
        broken: list[tuple[_Leaving, LaterError]] = []
        for item in items:
            try:
                refused += self._send([item])
            except LaterError as error:
                if error.status < 500:
                    raise
                broken.append((item, error))
        if broken and len(broken) == len(items):
            raise broken[0][1]
        return [*refused, *(Refused(item.seq, error.status) for item, error in broken)]

    def _send(self, items: list[_Leaving]) -> list[Refused]:
        if not items:
            return []
        status = self._remote.post([item.sent.text for item in items])
        if status == 200:
            return []
        if status not in ITS_OWN_FAULT:
            raise LaterError(f"status {status}", status)
        if len(items) > 1:
            half = len(items) // 2
            return self._send(items[:half]) + self._send(items[half:])
        (item,) = items
        if status == 409 and self._is_there(item.sent):
            return []
        return [Refused(item.seq, status)]

    def _is_there(self, sent: Received) -> bool:
        found = self._remote.find(sent.id)
        return found is not None and same(found, sent.value)


def _objects(value: Statement) -> Iterator[str]:
    """Yield the activity that a statement is about, and that of its sub-statement."""
    target = value["object"]
    match target.get("objectType", "Activity"):
        case "Activity":
            yield target["id"]
        case "SubStatement":
            yield from _objects(target)


@contextmanager
def forwarded(store: Store, remote: Remote | None, report: Report) -> Iterator[None]:
    """Send statements to `remote`, if there is one, until the service stops."""
    if remote is None:
        yield
        return
    stop = threading.Event()
    forwarder = Forwarder(store, remote, report)
    thread = threading.Thread(target=forwarder.run, args=(stop,), name="forwarder", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=IDLE_S)
