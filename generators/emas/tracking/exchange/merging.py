"""What two databases gathered, together: in any order, twice, the same.

Statements keep their ids, their moments and who vouched for them. What one of them erased leaves
both. Accounts, tokens, codes of rooms
and documents of programs stay where they are: they belong to a computer, not to a session.
"""

import json
from collections.abc import Collection, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from emas import xapi
from emas.tracking.store import RefusedError, Store
from emas.tracking.store.chunks import chunks
from emas.tracking.store.erased import known
from emas.tracking.store.erasing import Deleted, adopt
from emas.tracking.store.reading import following
from emas.tracking.store.retaining import Days, last_days, retain
from emas.tracking.store.rooms import every_opinion, say
from emas.tracking.store.statements import Batch, add, present
from emas.tracking.store.versions import every_version, keep_versions
from emas.xapi import Statement, StatementError, json_text

GROUP = 200
"""Statements read and written together."""


@dataclass(frozen=True, slots=True)
class Merged:
    """How many statements were read, and new; new opinions; ids that say something else here.

    `erased` is what the other one had erased, and this one not yet.
    """

    read: int
    added: int
    opinions: int
    clashing: tuple[str, ...]
    erased: Deleted


def merge(store: Store, other: Store) -> Merged:
    """Add to `store` what `other` holds; `other` stays as it is.

    Raises:
        UnavailableError: if one of them cannot be used now; doing it again goes on.
    """
    gone = store.write(adopt, other.read(known)).result()
    store.write(retain, _sooner(store.read(last_days), other.read(last_days))).result()
    store.write(keep_versions, other.read(every_version)).result()
    opinions = 0
    for some in chunks(other.read(every_opinion)):
        said = [store.write(say, one) for one in some]
        opinions += sum(one.result() for one in said)
    read, added, after = 0, 0, 0
    clashing: list[str] = []
    while kept := other.read(following, after, GROUP):
        after = kept[-1].seq
        values = [json.loads(one.body) for one in kept]
        ids = [str(value["id"]).lower() for value in values]
        before = store.read(present, ids)
        clashing += _add(store, (_sent(one, before) for one in values))
        read += len(ids)
        added += len(store.read(present, ids)) - len(before)
    return Merged(read, added, opinions, tuple(sorted(clashing)), gone)


def _sooner(ours: Days, theirs: Days) -> Days:
    """Return the days that come before ours, or that we do not know."""
    return {name: day for name, day in theirs.items() if day < ours.get(name, date.max)}


def _sent(value: Statement, before: Collection[str]) -> Statement:
    """Return what to compare: a service gives its own moment to a statement sent without any.

    Sent to both, it is the same statement all the same, and each keeps its moment.
    """
    if value["timestamp"] != value["stored"] or value["id"].lower() not in before:
        return value
    return {name: said for name, said in value.items() if name != "timestamp"}


def _add(store: Store, values: Iterable[Statement]) -> list[str]:
    """Write statements; return the ids of those that clash: they hold no other back."""
    waiting: dict[str, Future[Exception | None]] = {}
    clashing: list[str] = []
    for value in values:
        name = str(value["id"]).lower()
        try:
            received = xapi.receive(json_text.written(value), value)
            waiting[name] = store.write(add, Batch((received,), value["authority"]))
        except StatementError:
            clashing.append(name)
    for name, done in waiting.items():
        try:
            done.result()
        except RefusedError:
            clashing.append(name)
    return clashing
