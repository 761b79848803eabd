"""`emas prendre`, as it is typed, in a project that `emas init` made."""

from pathlib import Path

import pytest
from tests.copies import files_under, run

from emas.editing.starting import start
from emas.project import Project

STEP = "modules/autisme/01-comprendre.md"


@pytest.fixture
def ours(tmp_path: Path) -> Project:
    """A new project."""
    start(tmp_path)
    return Project(tmp_path)


def test_a_module_is_listed_shown_taken_and_has_no_error(ours: Project) -> None:
    before = files_under(ours.root)
    assert " : pas pris\n" in run(ours, "prendre").stdout
    shown = run(ours, "prendre", "autisme", "--diff")
    assert f"+++ {STEP} (pris)\n" in shown.stdout
    assert files_under(ours.root) == before
    done = run(ours, "prendre", "autisme")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("modules/autisme, version ")
    assert run(ours, "check").stdout == "Tout va bien.\n"
    (line,) = [each for each in run(ours, "prendre").stdout.splitlines() if "autisme " in each]
    assert line.endswith(" : à jour")
    assert run(ours, "revenir", "--quand", "1", "--oui").exit_code == 0
    kept = files_under(ours.root)
    assert {name: kept.get(name) for name in kept if not name.startswith(".emas/")} == before


def test_what_the_team_changed_is_kept_and_counted(ours: Project) -> None:
    assert run(ours, "prendre", "autisme").exit_code == 0
    file = ours.root / STEP
    file.write_text("À nous.\n", encoding="utf-8")
    done = run(ours, "prendre", "autisme")
    assert "Gardé comme vous l’avez écrit : 1.\n" in done.stdout
    assert file.read_text("utf-8") == "À nous.\n"
    assert (ours.root / ".emas" / "nouveautes" / STEP).is_file()


def test_an_unknown_module_and_a_lost_memory_are_told(ours: Project) -> None:
    assert "« autism » n’existe pas" in run(ours, "prendre", "autism").stderr
    (ours.root / "modules-pris.json").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    done = run(ours, "prendre", "autisme")
    assert done.exit_code == 1
    assert "rien n’a été changé. « modules-pris.json » ne se lit pas." in done.stderr


def test_the_project_of_the_program_has_nothing_to_take(root: Path) -> None:
    assert run(Project(root), "prendre").exit_code == 2
