"""The preview, killed at any moment and shown any state of the files: nothing is lost."""

import contextlib
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.copies import EMAS, SOURCES, emas, files_under
from tests.previews import previewed
from tests.small import small_project

from emas.project import Project

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

KILLS = 50
LONGEST_S = 4.0
STATES = 400
PAUSE_S = 0.4
PAGE = "modules/voisin/lire.html"


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = small_project(root, tmp_path_factory.mktemp("construit") / "projet")
    assert emas(project, "build").returncode == 0
    return project


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_preview_harms_nothing(number: int, built: Project, tmp_path: Path) -> None:
    project, chance = Project(tmp_path / "projet"), random.Random(number)
    shutil.copytree(built.root, project.root)
    step = project.root / "modules" / "voisin" / "01-lire.md"
    text = step.read_text("utf-8")
    serving = subprocess.Popen(
        [EMAS, "serve"], cwd=project.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    end = time.monotonic() + LONGEST_S * chance.random()
    while time.monotonic() < end:
        step.write_text(text.replace("Un chat", f"Le chat {chance.random()}"), encoding="utf-8")
        time.sleep(0.2 * chance.random())
    wanted = files_under(project.root)
    serving.kill()
    _, errors = serving.communicate()
    assert (serving.returncode, errors) == (-signal.SIGKILL, b"")
    assert files_under(project.root) == wanted
    assert files_under(project.build) == files_under(built.build)
    assert files_under(project.work) == files_under(built.work)


def test_any_state_of_the_files_leaves_a_good_page(root: Path, tmp_path: Path) -> None:
    project, chance = small_project(root, tmp_path / "projet"), random.Random(40)
    files = _read(project)
    with previewed(project) as shown:
        shown.until(lambda: bool(shown.state(PAGE)["pret"]))
        first = shown.text(f"/site/{PAGE}")
        for _ in range(STATES):
            _hurt(project, chance, files)
            time.sleep(PAUSE_S * chance.random())
            answer = shown.ask(f"/site/{PAGE}")
            assert (answer.status, shown.unexpected) == (200, [])
            assert answer.body.rstrip().endswith(b"</html>")
            assert shown.state(PAGE)["pret"]
            if chance.random() < 0.3:
                _mended(project, files)
        _mended(project, files)
        shown.until(lambda: shown.state(PAGE)["bandeau"] is None)
        shown.until(lambda: shown.text(f"/site/{PAGE}") == first)


def _read(project: Project) -> Mapping[Path, bytes]:
    places = [project.root / name for name in SOURCES]
    every = [path for place in places for path in [place, *place.rglob("*")]]
    kept = [path for path in every if path.is_file() and "polices" not in path.parts]
    return {path: path.read_bytes() for path in kept}


def _mended(project: Project, files: Mapping[Path, bytes]) -> None:
    """Put the files back as they were, and remove those that came."""
    for place in ("content", "modules"):
        for path in (project.root / place).rglob("*"):
            if path.is_file() and path not in files:
                path.unlink()
    for path, data in files.items():
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _hurt(project: Project, chance: random.Random, files: Mapping[Path, bytes]) -> None:
    """Change a file as an editor, a mistake or a crash would; sources more often than the theme."""
    sources = [path for path in files if "themes" not in path.parts]
    path = chance.choice(sources if chance.random() < 0.8 else list(files))
    data = files[path]
    place = chance.randrange(len(data) + 1)
    with contextlib.suppress(OSError):  # its folder may be gone
        match chance.randrange(8):
            case 0:
                path.unlink()
            case 1:
                path.write_bytes(data[:place])
            case 2:
                path.write_bytes(data[:place] + chance.randbytes(20) + data[place:])
            case 3:
                path.write_bytes(data[:place] + b"\n::: {{ [ %} &\n" + data[place:])
            case 4:
                path.with_suffix(".tmp").write_bytes(data[::-1])
                path.with_suffix(".tmp").replace(path)
            case 5:
                shutil.rmtree(path.parent if path.parent != project.root else path)
            case 6:
                path.write_bytes(chance.choice(list(files.values())))
            case _:
                path.rename(path.with_name(f"x{path.name}"))
