"""The store killed again and again, grown large, and asked anything."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from tests.tracking.conftest import database, postgresql
from tests.tracking.filling import answers, fill
from tests.tracking.killing import acknowledged_before_a_kill
from tests.tracking.writing import opened, write

from emas.tracking.store import Store
from emas.tracking.store.reading import Query, by_id, page
from emas.xapi.actors import identity
from emas.xapi.mentions import Role

__all__ = ["database", "postgresql"]

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

KILLS = 50
FEW, MANY = 1_000, 200_000


def test_no_acknowledged_statement_is_lost_by_fifty_kills(database: str) -> None:
    chance = Random(2026)
    acknowledged: list[str] = []
    for _ in range(KILLS):
        acknowledged += acknowledged_before_a_kill(database, wait_s=chance.uniform(0, 0.6))
    with opened(database) as store:
        lost = [name for name in acknowledged if not store.read(by_id, name, voided=False)]
    if database.startswith("sqlite"):
        with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    print(f"{len(acknowledged)} énoncés acquittés, {len(lost)} perdus")
    assert (len(acknowledged) > 10 * KILLS, lost) == (True, [])


def seconds(store: Store, seed: int) -> tuple[float, float]:
    """Return what two hundred writes take, then two hundred pages: seconds of the processor."""
    some = list(answers(200, seed))
    start = time.process_time()
    for one in some:
        write(store, one)
    middle = time.process_time()
    for one in some:
        who = (Role.AGENT, str(identity(one["actor"])))
        kind = (Role.VERB, one["verb"]["id"])
        store.read(page, Query(filters=(who, kind), limit=25))
    return middle - start, time.process_time() - middle


def least_seconds(store: Store, seeds: range) -> list[float]:
    rounds = [seconds(store, seed) for seed in seeds]
    return [min(found) for found in zip(*rounds, strict=True)]


def test_nothing_takes_longer_when_much_is_stored(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store:
        fill(store, FEW)
        before = least_seconds(store, range(1, 6))
        fill(store, MANY - FEW, seed=6)
        after = least_seconds(store, range(7, 12))
    print(f"écrire, lire : {before} puis {after} s")
    assert [now < 1.2 * then for then, now in zip(before, after, strict=True)] == [True, True]
