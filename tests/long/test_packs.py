"""Packs that are killed, and names looked for in a whole project."""

import random
import subprocess
import time
from pathlib import Path

import pytest
from tests.copies import EMAS, copy_project, emas, files_under
from tests.packs import LIST, WORDS
from tests.seeking import holders

from emas.project import Project

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

SESSION = "aut-aesh-2027-01"
KILLS = 12
OTHERS = "Nom;Prénom\nFlanquebuche;Isaure\n"


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """The list of a coordinator, outside of the project."""
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def packed(project: Project, names: Path) -> dict[str, str]:
    """Make the pack and return its files."""
    done = emas(project, "session", "pack", SESSION, "--inscrits", str(names))
    assert done.returncode == 0, done.stderr
    return dict(files_under(project.build / "sessions" / SESSION))


def test_a_killed_pack_leaves_the_former_one_or_the_new_one(
    root: Path, names: Path, tmp_path: Path
) -> None:
    project = copy_project(root, tmp_path / "projet")
    other = tmp_path / "autre.csv"
    other.write_text(OTHERS, encoding="utf-8")
    packed(project, other)
    start = time.monotonic()
    new = packed(project, names)
    duration_s = time.monotonic() - start
    old = packed(project, other)
    for number in range(KILLS):
        running = subprocess.Popen(
            [EMAS, "session", "pack", SESSION, "--inscrits", str(names)],
            cwd=project.root,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(duration_s * random.Random(number).uniform(0.3, 1.05))
        running.kill()
        running.wait()
        found = files_under(project.build / "sessions" / SESSION)
        assert found in (old, new)
    assert emas(project, "session", "oublier", SESSION).returncode == 0
    assert list((project.build / "sessions").iterdir()) == []
    assert holders(project.root, [*WORDS, "Flanquebuche", "Isaure"]) == set()


def test_names_are_in_no_other_file_of_a_project_where_all_is_built(
    root: Path, names: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    project = copy_project(root, tmp_path / "projet")
    packed(project, names)
    assert emas(project, "build").returncode == 0
    found = {Path(name) for name in holders(project.root, WORDS)}
    assert {path.parent for path in found} == {Path("build/sessions") / SESSION}
    assert {path.stem for path in found} == {
        "emargement", "chevalets", "rappel-pratique", "attestations", "dossier-a-imprimer",
    }  # fmt: skip
    assert holders(temporary, WORDS) == set()
    read = {Path(name).suffix for name in holders(project.root, ["neurodéveloppement"])}
    assert read >= {".md", ".html", ".pdf", ".pptx", ".zip", ".h5p", ".xml"}
