"""A build that is killed leaves every former output whole, and the next one ends well."""

import contextlib
import random
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.copies import EMAS, add_module, copy_project, emas, files_under

from emas import processes
from emas.project import Project

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

KILLS = 50
WAIT_S = 60


@pytest.fixture(scope="module")
def former(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Two modules, built; then the sources change, in every output and in the list of them.

    Their texts are long enough for two processes to share the work.
    """
    place = copy_project(root, tmp_path_factory.mktemp("avant") / "projet")
    add_module(place)
    add_module(place, "ancien")
    remark = f"<!-- {'rien ' * (processes.WORTH_A_PROCESS // 10)} -->"
    step = place.root / "modules" / "voisin" / "01-lire.md"
    step.write_text(f"{step.read_text('utf-8')}\n{remark}\n", encoding="utf-8")
    assert emas(place, "build").returncode == 0
    for step in (place.root / "modules").glob("*/01-*.md"):
        text = step.read_text("utf-8")
        step.write_text(text.replace("\n## ", "\n## Encore : ", 1), encoding="utf-8")
    shutil.rmtree(place.root / "modules" / "ancien")
    add_module(place, "nouveau")
    return place


@pytest.fixture(scope="module")
def wanted(former: Project, tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, float]:
    """What the build that will be killed should give, and the seconds that it takes."""
    place = Project(tmp_path_factory.mktemp("apres") / "projet")
    shutil.copytree(former.root, place.root)
    start = time.monotonic()
    assert emas(place, "build").returncode == 0
    return place, time.monotonic() - start


def at_any_time(project: Project, duration_s: float, chance: float) -> None:
    del project
    time.sleep(duration_s * chance)


def while_files_move(project: Project, duration_s: float, chance: float) -> None:
    """Wait until a journal is there, then a little: moving takes some thousandths of a second."""
    del duration_s
    end = time.monotonic() + WAIT_S
    while not (project.work / "journal.json").exists() and time.monotonic() < end:
        time.sleep(0.0005)
    time.sleep(0.008 * chance)


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_build_leaves_whole_outputs(
    number: int, former: Project, wanted: tuple[Project, float], tmp_path: Path
) -> None:
    after, duration_s = wanted
    project = Project(tmp_path / "projet")
    shutil.copytree(former.root, project.root)
    wait: Callable[[Project, float, float], None] = while_files_move if number % 2 else at_any_time
    sources = files_under(project.root / "modules"), files_under(project.root / "content")
    _killed(project, wait, duration_s, random.Random(number).random())
    old, new = files_under(former.build), files_under(after.build)
    found = files_under(project.build)
    torn = {name for name, data in found.items() if data not in (old.get(name), new.get(name))}
    lost = {name for name in old if name not in found and name in new}
    assert (torn, lost) == (set(), set())
    assert emas(project, "build").returncode == 0
    assert files_under(project.build) == new
    assert (files_under(project.root / "modules"), files_under(project.root / "content")) == sources
    assert sorted(path.name for path in project.work.iterdir()) == [
        "bons",
        "cache",
        "empreintes.json",
        "verrou",
    ]


def _killed(
    project: Project,
    wait: Callable[[Project, float, float], None],
    duration_s: float,
    chance: float,
) -> None:
    """Start a build and kill it at a moment that `wait` chooses; `chance` is between 0 and 1."""
    running = subprocess.Popen(
        [EMAS, "build"],
        cwd=project.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    wait(project, duration_s, chance)
    running.kill()
    status = running.wait()
    assert _end_of_session(running.pid)
    where = "pendant les remplacements" if (project.work / "journal.json").exists() else "ailleurs"
    print(f"{project.root.parent.name}: {status}, {where}")


def _end_of_session(leader: int) -> bool:
    """Return whether the processes that shared the work end, with the one that gave it."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        if str(leader) not in _sessions():
            return True
        time.sleep(0.05)
    return False


def _sessions() -> set[str]:
    """Return the session of each process of this computer."""
    found: set[str] = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            found.add(stat.read_text().rpartition(")")[2].split()[3])
    return found
