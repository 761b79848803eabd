"""What Lighthouse says of the site on a telephone: slow network, slow processor, five times."""

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.processes import cost
from tests.bench.serving import Host
from tests.bench.table import Line, shown
from tests.copies import copy_project
from tests.serving import served

ROUNDS = 5
SECONDS = 300
CHROMIUM = "/usr/bin/chromium"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
PAGES: Mapping[str, str] = {
    "accueil": "index.html",
    "module": "modules/autisme/index.html",
    "étape": "modules/autisme/comprendre.html",
}

Report = Mapping[str, Any]


def _score(category: str) -> Callable[[Report], float]:
    return lambda report: 100 * float(report["categories"][category]["score"])


def _audit(name: str, divided_by: float = 1) -> Callable[[Report], float]:
    return lambda report: float(report["audits"][name]["numericValue"]) / divided_by


def _requests(report: Report) -> float:
    return len(report["audits"]["network-requests"]["details"]["items"])


def lines_of(page: str, reports: list[Report]) -> list[Line]:
    """Return the medians of the reports on one page, with what was promised."""

    def middle(read: Callable[[Report], float]) -> float:
        return median(map(read, reports))

    return [
        Line(f"{page}, rapidité", middle(_score("performance")), digits=0, floor=95),
        Line(f"{page}, accessibilité", middle(_score("accessibility")), digits=0, floor=95),
        Line(f"{page}, LCP", middle(_audit("largest-contentful-paint", 1000)), "s", limit=1.5),
        Line(f"{page}, CLS", middle(_audit("cumulative-layout-shift")), digits=3, limit=0.01),
        Line(f"{page}, requêtes", middle(_requests), digits=0, limit=12),
        Line(f"{page}, poids", middle(_audit("total-byte-weight", 1024)), "Ko", 0, limit=300),
    ]


def run(root: Path) -> str:
    """Return what was found, as a table."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(root, Path(folder) / "projet")
        cost(project.root, Path(folder) / "bytecode")
        with served(project.build / "site", Host) as address:
            reports = {
                page: [report(root, f"{address}/{path}", Path(folder)) for _ in range(ROUNDS)]
                for page, path in PAGES.items()
            }
    lines = [line for page, found in reports.items() for line in lines_of(page, found)]
    return shown(f"Téléphone : Lighthouse, médianes de {ROUNDS} passages", lines)


def report(root: Path, address: str, place: Path) -> Report:
    """Return Lighthouse's report on a page, as on a telephone; network and processor simulated."""
    written = place / "rapport.json"
    lighthouse = root / "node_modules" / "lighthouse" / "cli" / "index.js"
    command = (
        *("node", str(lighthouse), address, "--quiet", "--output=json"),
        *(f"--output-path={written}", "--only-categories=performance,accessibility"),
        f"--chrome-flags={FLAGS}",
    )
    environment = {**os.environ, "CHROME_PATH": CHROMIUM, "TMPDIR": str(place)}
    subprocess.run(
        command,
        check=True,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        start_new_session=True,
    )
    found: Report = json.loads(written.read_text("utf-8"))
    return found
