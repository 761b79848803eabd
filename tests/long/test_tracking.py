"""The store killed again and again, grown large, and asked anything."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median

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
ROUNDS = 9


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


def test_nothing_takes_longer_when_much_is_stored(tmp_path: Path) -> None:
    """Medians of rounds on both stores in turn: what else the computer does slows both."""
    few, many = (f"sqlite:///{tmp_path / name}" for name in ("peu.db", "beaucoup.db"))
    with opened(few) as small, opened(many) as large:
        fill(small, FEW)
        fill(large, MANY)
        rounds = [(seconds(small, seed), seconds(large, seed)) for seed in range(1, ROUNDS + 1)]
    growth = [[now / then for then, now in zip(*pair, strict=True)] for pair in rounds]
    writing, reading = (median(found) for found in zip(*growth, strict=True))
    print(f"écrire : {writing:.2f} fois, lire : {reading:.2f} fois")
    assert (writing < 1.2, reading < 1.2) == (True, True)
