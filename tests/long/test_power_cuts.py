"""The power goes off twenty thousand times: nothing that was acknowledged is lost."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from tests.tracking.power import cuts, events, trace
from tests.tracking.traced import answer
from tests.tracking.writing import opened, write

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

CUTS = 20_000
ANSWERS = 800
BASE = "suivi.db"


def restored(image: Mapping[str, bytes], folder: Path) -> Path:
    """Write what is left after a cut; return the database."""
    for old in folder.iterdir():
        old.unlink()
    for path, content in image.items():
        (folder / Path(path).name).write_bytes(content)
    return folder / BASE


def found(base: Path) -> tuple[str, set[str], set[str]]:
    """Return what the database says of itself, its statements, the participants with an answer."""
    with closing(sqlite3.connect(base)) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        if "answer" not in tables:
            return sound, set(), set()
        ids = {name for (name,) in connection.execute("SELECT id FROM statement")}
        return sound, ids, {name for (name,) in connection.execute("SELECT learner FROM answer")}


def damage(synchronous: str, folder: Path, count: int) -> Iterator[str]:
    """Cut the power `count` times under a store; yield what is wrong after each cut."""
    work, image = folder / "work", folder / "image"
    work.mkdir()
    image.mkdir()
    address = f"sqlite:///{work / BASE}"
    command = [sys.executable, "-m", "tests.tracking.traced", address, synchronous, str(ANSWERS)]
    trace(command, folder / "log")
    happened = list(events(folder / "log", work))
    for disk, left in cuts(happened, count, Random(2026)):
        base = restored(left, image)
        try:
            sound, ids, learners = found(base)
        except sqlite3.DatabaseError as error:
            yield f"damaged: {error}"
            continue
        if sound != "ok":
            yield f"damaged: {sound}"
        lost = [name for name in disk.acknowledged if name.replace("-", "") not in ids]
        if lost:
            yield f"{len(lost)} of {len(disk.acknowledged)} acknowledged statements lost"
        if len(ids) != len(learners):
            yield "statements without their answers"


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory: the disk is the one that we play."""
    folder = Path("/dev/shm") / "emas-coupures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def test_no_power_cut_loses_what_was_acknowledged(memory: Path) -> None:
    assert list(damage("FULL", memory, CUTS)) == []
    base = memory / "image" / BASE  # and the service goes on from there
    with opened(f"sqlite:///{base}") as store:
        write(store, answer(ANSWERS * 2, "00000000-0000-4000-8000-000000000000"))


@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_the_cuts_are_seen_where_less_is_synchronised(memory: Path, synchronous: str) -> None:
    assert any("lost" in told for told in damage(synchronous, memory, 200))
