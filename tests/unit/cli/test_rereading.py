"""`emas check --relecture`: a page to read, or one object."""

import json
from pathlib import Path

import pytest
from tests.copies import run
from tests.mended import minimal_project

from emas.editing.snapshots import snapshots
from emas.project import Project

STEP = "modules/essai/01-etape.md"
ON = ("--date", "2026-11-23")


@pytest.fixture
def small(tmp_path: Path) -> Project:
    place = minimal_project(tmp_path)
    with (place.root / STEP).open("a", encoding="utf-8") as file:
        file.write("\nUn autre fait [@has-2026, à confirmer]. L'EMAS répond.\n")
    return place


def test_facts_are_listed_by_state_and_source_then_the_charter(small: Project) -> None:
    done = run(small, "check", "--relecture", *ON)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "Faits cités, au 23\u00a0novembre 2026 : périmé 0, à confirmer 1, source secondaire 0, "
        "à relire bientôt 0, vérifié 1.",
        "",
        "À confirmer (1)",
        "",
        "  HAS, « Une recommandation » (has-2026) ; à relire avant le 21\u00a0novembre 2029",
        f"    {STEP}:13 Un autre fait.",
        "",
        "Charte de rédaction (1)",
        f"  {STEP}:13:43: avertissement CHA003: Le sigle « EMAS » n’est pas développé là où "
        "cette page l’emploie d’abord.",
        "0 erreur, 1 avertissement",
        "",
    ]


def test_json_has_every_fact(small: Project) -> None:
    done = run(small, "check", "essai", "--relecture", *ON, "--format", "json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["jour"], told["diagnostics"]) == (0, "2026-11-23", [])
    assert told["comptes"]["à confirmer"] == 1
    assert [(item["etat"], item["ligne"], item["phrase"]) for item in told["faits"]] == [
        ("à confirmer", 13, "Un autre fait."),
        ("vérifié", 9, "Un fait."),
    ]
    assert [item["code"] for item in told["charte"]] == ["CHA003"]


def test_a_review_keeps_what_it_read_for_the_next_one(small: Project) -> None:
    run(small, "check", "--relecture", *ON)
    assert [item.before for item in snapshots(small)] == ["emas check --relecture"]


def test_a_check_keeps_nothing(small: Project) -> None:
    run(small, "check")
    assert snapshots(small) == []


def test_an_error_is_told_aside_and_makes_the_status_1(small: Project) -> None:
    with (small.root / STEP).open("a", encoding="utf-8") as file:
        file.write("\nUn fait [@autre].\n")
    done = run(small, "check", "--relecture", *ON)
    assert (done.exit_code, "erreur SRC001" in done.stderr) == (1, True)


def test_a_list_is_asked_for_alone(small: Project) -> None:
    done = run(small, "check", "--relecture", "--publication")
    assert (done.exit_code, "--relecture se demande seul" in done.stderr) == (2, True)
