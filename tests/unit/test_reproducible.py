"""The same sources give the same bytes, on another computer, another day."""

import time
from pathlib import Path

from tests.copies import build_elsewhere, files_under, run
from tests.unit.writers.handouts import kinds


def test_two_builds_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    here = kinds.project(root, tmp_path / "projet")
    assert run(here, "build").exit_code == 0
    time.sleep(2)  # ZIP counts time by two seconds
    elsewhere = build_elsewhere(here.root, tmp_path / "un autre dossier" / "projet")
    assert files_under(elsewhere.build) == files_under(here.build)
