"""How many statements a second the service acknowledges, with few and with many stored."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.ralph import ralph, stored
from tests.bench.table import Line, shown
from tests.tracking.filling import fill
from tests.tracking.killing import child
from tests.tracking.writing import opened

FEW, MANY = 1_000, 200_000
SAME = 500
ROUNDS = 5
SECONDS = 4


def run(root: Path) -> str:
    """Return what was found, as tables: rounds alternate, what disturbs one disturbs the next."""
    del root  # the service needs no project
    return f"{_grown()}\n{_compared()}"


def _compared() -> str:
    """Return what is found beside Ralph on files, once both hold `SAME` statements."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder}/suivi.db"
        with opened(url) as store:
            fill(store, SAME)
        with child(url) as (_, ours), ralph(folder) as theirs:
            while stored(folder) < SAME:
                _rate(theirs)
            rounds = [(_rate(ours), _rate(theirs)) for _ in range(ROUNDS)]
    rates = [median(found) for found in zip(*rounds, strict=True)]
    lines = [
        Line("ce service", rates[0], "/s", digits=0),
        Line("Ralph 5.1.0 sur fichiers", rates[1], "/s", digits=0),
        Line("rapport des deux", median(one / other for one, other in rounds), digits=1, floor=15),
    ]
    return shown(f"Suivi : {SAME} énoncés en base, un par requête, médianes", lines)


def _grown() -> str:
    """Return what is found with few and with many statements stored."""
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite:///{folder}/{name}.db" for name in ("few", "many")]
        for url, count in zip(urls, (FEW, MANY), strict=True):
            with opened(url) as store:
                fill(store, count)
        with child(urls[0]) as (_, few), child(urls[1]) as (_, many):
            rounds = [(_rate(few), _rate(many)) for _ in range(ROUNDS)]
    rates = [median(found) for found in zip(*rounds, strict=True)]
    ratio = median(after / before for before, after in rounds)
    lines = [
        Line(f"{FEW} énoncés en base", rates[0], "/s", digits=0),
        Line(f"{MANY} énoncés en base", rates[1], "/s", digits=0),
        Line("rapport des deux", ratio, digits=2, floor=0.8),
    ]
    return shown(f"Suivi : énoncés acquittés, un par requête, médianes de {ROUNDS} passages", lines)


def _rate(address: str) -> float:
    port = address.rpartition(":")[2]
    command = [sys.executable, "-m", "tests.bench.posting", port, str(SECONDS)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
