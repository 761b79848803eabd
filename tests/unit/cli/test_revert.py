"""`emas revenir`: the list, the difference, the question, the way back."""

import re
from pathlib import Path

import pytest
from tests.copies import files_under, run
from tests.mended import STEP, minimal_project

from emas.project import Project

GIFT = "// [id:imp-un] [tag:objectif:decrire]\nLe ciel est bleu.{T}\n"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A copy of the minimal project, mended."""
    project = minimal_project(tmp_path)
    step = project.root / STEP
    step.write_text(step.read_text("utf-8") + "\n* L'eau.\n", encoding="utf-8")
    return project


def test_without_a_snapshot_it_says_when_they_are_made(small: Project) -> None:
    done = run(small, "revenir")
    assert done.exit_code == 0
    assert done.stdout == (
        "Aucun instantané : il s’en fait un avant chaque commande qui change vos sources.\n"
    )


def test_the_list_says_when_before_what_and_how_much(small: Project) -> None:
    run(small, "fix")
    (small.root / "banque.gift").write_text(GIFT, encoding="utf-8")
    run(small, "import", "banque.gift", "--module", "essai")
    done = run(small, "revenir")
    lines = re.sub(r"\d+ h \d\d", "17 h 42", done.stdout).split("\n")
    assert (
        lines[0] == "  1  aujourd’hui à 17 h 42, avant « emas import » : 1 fichier changé ensuite"
    )
    assert lines[1].startswith("  2  aujourd’hui à 17 h 42, avant « emas fix » : ")


def test_the_difference_is_shown_and_no_is_the_answer(small: Project) -> None:
    run(small, "fix")
    before = files_under(small.root)
    done = run(small, "revenir", "--quand", "1", text="\n")
    assert done.exit_code == 1
    assert "-- L’eau.\n+* L'eau.\n" in done.stdout
    assert done.stdout.endswith("(oui ou non) [non]: \nRien n’a été changé.\n")
    assert files_under(small.root) == before


def test_yes_puts_back_and_can_be_undone(small: Project) -> None:
    old = files_under(small.root / "modules")
    run(small, "fix")
    new = files_under(small.root / "modules")
    done = run(small, "revenir", "--quand", "1", text="oui\n")
    assert done.exit_code == 0
    assert done.stdout.endswith("« emas revenir --quand 1 » annule.\n")
    assert files_under(small.root / "modules") == old
    assert run(small, "revenir", "--quand", "aujourd’hui", "--oui").exit_code == 0
    assert files_under(small.root / "modules") == new


def test_newer_files_are_told_and_left(small: Project) -> None:
    run(small, "fix")
    newer = STEP.parent / "02-suite.md"
    (small.root / newer).write_text("Suite.", encoding="utf-8")
    done = run(small, "revenir", "--quand", "1", "--oui")
    assert f"N’existait pas alors, laissé en place : {newer}\n" in done.stdout
    assert (small.root / newer).is_file()


def test_nothing_to_put_back_is_told(small: Project) -> None:
    run(small, "fix")
    run(small, "revenir", "--quand", "1", "--oui")
    done = run(small, "revenir", "--quand", "2")
    assert done.exit_code == 0
    assert done.stdout.endswith("Rien à remettre : les sources sont celles de cet instantané.\n")


@pytest.mark.parametrize("asked", ["hier", "demain", "9"])
def test_what_is_not_there_or_not_understood_is_a_usage_error(small: Project, asked: str) -> None:
    run(small, "fix")
    done = run(small, "revenir", "--quand", asked)
    assert (done.exit_code, f"« {asked} »" in done.stderr) == (2, True)


@pytest.mark.parametrize("command", [["fix"], ["import", "banque.gift", "--module", "essai"]])
def test_without_a_place_for_the_snapshot_nothing_changes(
    small: Project, command: list[str]
) -> None:
    (small.root / "banque.gift").write_text(GIFT, encoding="utf-8")
    (small.root / ".emas").write_text("", encoding="utf-8")
    before = files_under(small.root)
    done = run(small, *command)
    assert done.exit_code == 1
    assert "un fichier occupe la place d’un dossier" in done.output
    assert files_under(small.root) == before
