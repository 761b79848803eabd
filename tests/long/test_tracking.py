"""The store killed again and again, grown large, and asked anything."""

import sqlite3
import time
from pathlib import Path
from random import Random

import pytest
from tests.tracking.filling import answers, fill
from tests.tracking.killing import acknowledged_before_a_kill
from tests.tracking.writing import opened, write

from emas.tracking.store import Store
from emas.tracking.store.reading import Query, by_id, page
from emas.xapi.actors import identity
from emas.xapi.mentions import Role

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

KILLS = 50
FEW, MANY = 1_000, 200_000


def test_no_acknowledged_statement_is_lost_by_fifty_kills(tmp_path: Path) -> None:
    file = tmp_path / "suivi.db"
    url = f"sqlite:///{file}"
    chance = Random(2026)
    acknowledged: list[str] = []
    for _ in range(KILLS):
        acknowledged += acknowledged_before_a_kill(url, wait_s=chance.uniform(0, 0.6))
    with opened(url) as store:
        lost = [name for name in acknowledged if not store.read(by_id, name, voided=False)]
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    print(f"{len(acknowledged)} énoncés acquittés, {len(lost)} perdus")
    assert (len(acknowledged) > 10 * KILLS, lost) == (True, [])


def seconds_to(action: str, store: Store, seed: int) -> float:
    """Return the processor's seconds for two hundred writes, or pages of what one person did."""
    some = list(answers(200, seed))
    start = time.process_time()
    for one in some:
        if action == "write":
            write(store, one)
        else:
            who = (Role.AGENT, str(identity(one["actor"])))
            kind = (Role.VERB, one["verb"]["id"])
            store.read(page, Query(filters=(who, kind), limit=25))
    return time.process_time() - start


@pytest.mark.parametrize("action", ["write", "read"])
def test_nothing_takes_longer_when_much_is_stored(tmp_path: Path, action: str) -> None:
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store:
        fill(store, FEW)
        before = min(seconds_to(action, store, seed) for seed in (1, 2, 3))
        fill(store, MANY - FEW, seed=4)
        after = min(seconds_to(action, store, seed) for seed in (5, 6, 7))
    print(f"{action}: {before:.3f} s, then {after:.3f} s")
    assert after < 1.2 * before
