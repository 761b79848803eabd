"""Codes are drawn once, and never lost in silence."""

from pathlib import Path

import pytest

from emas.model.codes import read_code
from emas.project import Project
from emas.records.codes import Codes, read_codes, session_codes
from emas.records.errors import RecordsError

SESSION = "aut-aesh-2027-01"


def kept(root: Path) -> Path:
    return root / "donnees" / "sessions" / SESSION / "codes.json"


def test_more_copies_extend_the_list_and_fewer_use_the_first_ones(tmp_path: Path) -> None:
    project = Project(tmp_path)
    three = session_codes(project, SESSION, 3, 2)
    five = session_codes(project, SESSION, 5, 2)
    assert (five.participants[:3], five.opinions) == (three.participants, three.opinions)
    assert session_codes(project, SESSION, 3, 2) == three
    assert read_codes(project, SESSION) == five


def test_no_code_is_given_twice_for_whatever_use(tmp_path: Path) -> None:
    codes = session_codes(Project(tmp_path), SESSION, 40, 40)
    both = [*codes.participants, *codes.opinions]
    assert len(set(both)) == 80
    assert [code for code in both if read_code(code) != code] == []


def test_a_session_without_a_file_has_no_code(tmp_path: Path) -> None:
    assert read_codes(Project(tmp_path), SESSION) == Codes()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damaged",
    ["", "{}", '{"participants": ["K7FMXR5"], "avis": []}', '{"participants": 3, "avis": []}'],
)
def test_a_damaged_file_is_told_and_left_alone(tmp_path: Path, damaged: str) -> None:
    # New codes would make those of the sheets already printed unknown.
    path = kept(tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text(damaged, encoding="utf-8")
    with pytest.raises(RecordsError, match=f"donnees/sessions/{SESSION}/codes.json"):
        session_codes(Project(tmp_path), SESSION, 3, 0)
    assert path.read_text(encoding="utf-8") == damaged
