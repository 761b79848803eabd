"""`emas fix`: what it prints, what it writes, and its exit status."""

import resource
import subprocess
from pathlib import Path

import pytest
from tests.copies import EMAS, files_under, run
from tests.mended import minimal_project

from emas.project import Project

STEP = "modules/essai/01-etape.md"
BANK = "modules/essai/questions.md"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A copy of the minimal project, mended once."""
    project = minimal_project(tmp_path)
    assert run(project, "fix").exit_code == 0
    return project


def add(small: Project, path: str, text: str) -> None:
    file = small.root / path
    file.write_text(file.read_text("utf-8") + text, encoding="utf-8")


def test_what_changes_is_told_by_file_then_nothing_is_left(small: Project) -> None:
    add(small, STEP, "\n* L'eau.\n* Le ciel.\n")
    add(small, BANK, "\n::: question ouverte\nobjectif : decrire\n\nPourquoi ?\n:::\n")
    done = run(small, "fix", "essai")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"{STEP} : 2 puces de liste, 1 apostrophe\n"
        f"{BANK} : 1 identifiant donné\n"
        "2 fichiers corrigés.\n"
    )
    assert run(small, "fix").stdout == "Rien à corriger.\n"


def test_a_difference_is_shown_and_nothing_is_written(small: Project) -> None:
    add(small, STEP, "\nL'eau.\n")
    before = files_under(small.root)
    done = run(small, "fix", "--diff")
    assert files_under(small.root) == before
    assert done.stdout.split("\n")[:2] == [f"--- {STEP}", f"+++ {STEP} (corrigé)"]
    assert done.stdout.split("\n")[-3:] == ["+L’eau.", " ", ""]
    assert done.stderr == f"{STEP} : 1 apostrophe\n1 fichier serait corrigé.\n"


def test_errors_that_are_left_are_counted(small: Project) -> None:
    add(small, STEP, "\n::: retenir\nL'eau.\n")
    done = run(small, "fix", "essai")
    assert done.exit_code == 1
    assert done.stdout == f"{STEP} : 1 apostrophe\n1 fichier corrigé.\n"
    assert done.stderr == "Il reste 1 erreur, 0 avertissement : « emas check essai » les dit.\n"


def test_what_would_change_the_text_is_left_and_told(small: Project) -> None:
    add(small, STEP, "\n[eau](https://a.example 'un mot d')\n")
    line = (small.root / STEP).read_text("utf-8").count("\n")
    assert run(small, "fix").stdout == (
        f"{STEP}:{line} : laissé (apostrophe), car ce qui est publié changerait.\n"
        "Rien à corriger.\n"
    )


def test_who_may_read_a_file_does_not_change(small: Project) -> None:
    add(small, STEP, "\nL'eau.\n")
    (small.root / STEP).chmod(0o600)
    assert run(small, "fix").exit_code == 0
    assert (small.root / STEP).stat().st_mode & 0o777 == 0o600


def test_a_module_that_does_not_exist_is_a_usage_error(small: Project) -> None:
    done = run(small, "fix", "essais")
    assert done.exit_code == 2
    assert "« essais » n’existe pas. Vouliez-vous dire « essai » ?" in done.stderr


def test_a_disk_that_refuses_changes_nothing(small: Project) -> None:
    add(small, STEP, "\nL'eau.\n")
    before = files_under(small.root / "modules")
    done = subprocess.run(
        [EMAS, "fix"],
        cwd=small.root,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50)),
    )
    assert done.returncode == 1
    assert done.stderr == (
        "Erreur : rien n’a été changé : le disque n’accepte pas un fichier de cette taille.\n"
    )
    assert files_under(small.root / "modules") == before
