"""H5P packages as another program takes them: the importer of Lumi, with libraries of our own."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("lumi.mjs")


def imported(packages: Iterable[Path], libraries: Path) -> list[dict[str, Any]]:
    """Return what a site with `libraries` keeps of each package, or the errors that it tells."""
    done = subprocess.run(
        ["node", str(SCRIPT), str(libraries)],
        input=json.dumps([str(path) for path in packages]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
