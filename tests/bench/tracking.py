"""How many statements a second the service acknowledges, with few and with many stored."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.table import Line, shown
from tests.tracking.filling import fill
from tests.tracking.killing import child
from tests.tracking.writing import opened

FEW, MANY = 1_000, 200_000
ROUNDS = 5
SECONDS = 4


def run(root: Path) -> str:
    """Return what was found, as a table: rounds alternate, what disturbs one disturbs the next."""
    del root  # the service needs no project
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
