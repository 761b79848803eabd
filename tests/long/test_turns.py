"""Builds at the same time, some of them killed: what is there in the end is what one would give."""

import random
import subprocess
import time
from pathlib import Path

import pytest
from tests.copies import EMAS, files_under
from tests.small import from_nothing, small_project

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

ROUNDS = 10
TOGETHER = 3
LONGEST_S = 3.0


def test_builds_at_the_same_time_harm_nothing(root: Path, tmp_path: Path) -> None:
    project = small_project(root, tmp_path / "projet")
    step = project.root / "modules" / "voisin" / "01-lire.md"
    text, chance = step.read_text("utf-8"), random.Random(10)
    for number in range(ROUNDS):
        step.write_text(text.replace("Un chat", f"Le chat {number}"), encoding="utf-8")
        running = []
        for _ in range(TOGETHER):
            running.append(
                subprocess.Popen([EMAS, "build"], cwd=project.root, stdout=subprocess.DEVNULL)
            )
            time.sleep(LONGEST_S / TOGETHER * chance.random())
        running[number % TOGETHER].kill()
        ended = [one.wait() for one in running]
        assert ended.count(0) >= TOGETHER - 1
        assert files_under(project.build) == from_nothing(project, tmp_path / f"neuf-{number}")
    left = {path.name for path in project.work.iterdir()}
    assert left == {"bons", "cache", "empreintes.json", "verrou"}
