"""One command at a time writes in `build/`."""

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest
from tests.copies import EMAS, run
from tests.small import small_project

from emas.project import Project
from emas.turn import alone

HELD = """\
import sys, time
from pathlib import Path
from emas.project import Project
from emas.turn import alone
with alone(Project(Path(sys.argv[1]))):
    print("seul", flush=True)
    time.sleep(60)
"""
LIMIT_S = 30


def test_the_second_waits_until_the_first_has_ended(tmp_path: Path) -> None:
    project, order = Project(tmp_path), list[str]()
    waits = Event()

    def second() -> None:
        with alone(project, waits.set):
            order.append("la seconde")

    thread = Thread(target=second)
    with alone(project):
        thread.start()
        assert waits.wait(LIMIT_S)
        order.append("la première")
    thread.join(LIMIT_S)
    assert order == ["la première", "la seconde"]


def test_who_is_killed_keeps_nobody_waiting(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HELD, tmp_path], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "seul\n"
        with pytest.raises(TimeoutError), alone(Project(tmp_path), _fail):
            pass
        other.kill()
    with alone(Project(tmp_path), _fail):
        left = sorted(path.name for path in (tmp_path / ".emas").iterdir())
    assert left == ["verrou"]


def _fail() -> None:
    raise TimeoutError


def test_a_build_says_that_it_waits_then_builds(root: Path, tmp_path: Path) -> None:
    project = small_project(root, tmp_path / "projet")
    with alone(project):
        building = subprocess.Popen(
            [EMAS, "build", "--cible", "suivi"],
            cwd=project.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert building.stderr is not None
        said = building.stderr.readline()
        assert not project.build.exists()
    out, _ = building.communicate(timeout=LIMIT_S)
    assert said == "Une autre commande écrit dans « build » : celle-ci attend qu’elle ait fini.\n"
    assert (building.returncode, out.split()[0]) == (0, "build/suivi/catalogue.json")


def test_a_disk_that_refuses_is_told(root: Path, tmp_path: Path) -> None:
    project = small_project(root, tmp_path / "projet")
    (project.work / "verrou").mkdir(parents=True)
    done = run(project, "build", "--cible", "suivi")
    assert (done.exit_code, done.stderr) == (
        1,
        "Erreur : « .emas » n’est pas utilisable : l’accès est refusé, ou le fichier est ouvert"
        " dans un autre programme.\n",
    )
