"""What is kept of a session: whole, apart, and told when it is damaged."""

from pathlib import Path

import pytest

from emas.model.sheet import Sheet
from emas.project import Project
from emas.records.errors import RecordsError
from emas.records.sheets import folder, keep_sheets, kept_sheets

SHEET = Sheet("acquis", "K7FMXR4", 1, {"a-q1@11111111": [0, 2], "a-q2@22222222": "25 %"})
OPINION = Sheet("satisfaction", "B3CDFGH", 1, {"avis-clarte@33333333": 4})


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    project = Project(tmp_path)
    keep_sheets(project, "essai-01", [SHEET, OPINION], {"satisfaction"})
    assert kept_sheets(project, "essai-01") == (SHEET, OPINION)


def test_the_same_sheets_twice_change_no_byte(tmp_path: Path) -> None:
    project = Project(tmp_path)
    keep_sheets(project, "essai-01", [SHEET, OPINION], {"satisfaction"})
    once = {path: path.read_bytes() for path in folder(project, "essai-01").iterdir()}
    merged = keep_sheets(project, "essai-01", [OPINION, SHEET], {"satisfaction"})
    assert (merged.added, merged.replaced, merged.clashing) == ((), (), ())
    assert {path: path.read_bytes() for path in folder(project, "essai-01").iterdir()} == once


def test_opinions_are_in_a_file_of_their_own(tmp_path: Path) -> None:
    project = Project(tmp_path)
    keep_sheets(project, "essai-01", [SHEET, OPINION], {"satisfaction"})
    answers, opinions = (
        (folder(project, "essai-01") / name).read_text(encoding="utf-8")
        for name in ("reponses.json", "avis.json")
    )
    assert ("K7FMXR4" in answers, "B3CDFGH" in answers) == (True, False)
    assert ("K7FMXR4" in opinions, "B3CDFGH" in opinions) == (False, True)


@pytest.mark.parametrize("damaged", ["", "{}", "[]", '{"format": "emas-feuilles-2"}', "[" * 99999])
def test_nothing_is_added_to_a_damaged_file(tmp_path: Path, damaged: str) -> None:
    project = Project(tmp_path)
    path = folder(project, "essai-01") / "reponses.json"
    path.parent.mkdir(parents=True)
    path.write_text(damaged)
    with pytest.raises(RecordsError, match=r"donnees/sessions/essai-01/reponses\.json est abîmé"):
        keep_sheets(project, "essai-01", [SHEET], set())
    assert path.read_text() == damaged
