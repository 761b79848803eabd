"""Whatever changes, wherever: what is kept and what is made again are what a first build gives."""

import random
import shutil
from pathlib import Path

import pytest
from tests.copies import SOURCES, files_under
from tests.small import built, from_nothing, small_project

from emas import pipeline, theme
from emas.diagnostics import has_errors
from emas.project import Project

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

PROJECTS, CHANGES = 12, 5
EDITED = " (modifié"


@pytest.fixture(scope="module")
def ready(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    place = small_project(root, tmp_path_factory.mktemp("petit") / "projet")
    built(place)
    return place


@pytest.mark.parametrize("seed", range(PROJECTS))
def test_any_byte_of_any_source_counts(seed: int, ready: Project, tmp_path: Path) -> None:
    draw = random.Random(seed)
    project = Project(tmp_path / "projet")
    shutil.copytree(ready.root, project.root)
    for number in range(CHANGES):
        former = shutil.copytree(project.root, tmp_path / f"avant-{number}")
        told = _changed(project, draw)
        if not _builds(project):
            _restore(project, former)
        assert _builds(project), told
        found = files_under(project.build).items()
        outputs = {name: data for name, data in found if EDITED not in name}
        assert outputs == from_nothing(project, tmp_path / f"ailleurs-{number}"), told


def _changed(project: Project, draw: random.Random) -> str:
    """Change a byte of a source, or of an output, or remove one; return what was done."""
    folders = [*SOURCES, "content", "modules", "modules", "build"]
    chosen = project.root / draw.choice(folders)
    files = sorted(path for path in chosen.rglob("*") if path.is_file()) or [chosen]
    path = draw.choice(files)
    data = bytearray(path.read_bytes())
    if not data or (path.is_relative_to(project.build) and draw.random() < 0.5):
        path.unlink()
        return f"{path} removed"
    place = draw.randrange(len(data))
    data[place] = draw.choice(b"abcdefghijklmnopqrstuvwxyz 0123456789")
    path.write_bytes(data)
    return f"{path}, byte {place}"


def _builds(project: Project) -> bool:
    """Build; return whether nothing was wrong."""
    try:
        loaded, done = pipeline.load(project), built(project)
    except theme.ThemeError:
        return False
    return not has_errors([*loaded.diagnostics, *done.diagnostics])


def _restore(project: Project, former: Path) -> None:
    """Give the sources back, not the outputs: what a build with errors left must not matter."""
    for name in SOURCES:
        place = project.root / name
        if place.is_dir():
            shutil.rmtree(place)
            shutil.copytree(former / name, place)
        else:
            shutil.copy(former / name, place)
