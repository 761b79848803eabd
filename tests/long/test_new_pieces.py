"""All that `emas new` adds, built in every output."""

from pathlib import Path

import pytest
from tests.copies import run
from tests.small import built

from emas.editing.starting import start
from emas.project import Project

pytestmark = pytest.mark.long

KINDS = "unique multiple vrai-faux ordre association categories trous numerique echelle position"


def add(place: Project, *words: str, typed: str = "") -> None:
    done = run(place, "new", *words, text=typed)
    assert done.exit_code == 0, done.output


def test_all_that_is_new_builds_in_every_output(tmp_path: Path) -> None:
    start(tmp_path)
    place = Project(tmp_path)
    add(place, "module", "Un élève arrive", "--famille", "cadre", "--publics", "aesh", typed="\n")
    for kind in KINDS.split():
        add(place, "question", "--module", "eleve-arrive", "--genre", kind, typed="\n")
    add(place, "etape", "Ensuite", "--module", "eleve-arrive", typed="\n")
    words = ("--module", "eleve-arrive", "--etape", "ensuite", "--niveau", "college")
    add(place, "situation", "Sami attend", *words)
    add(place, "session", "--module", "eleve-arrive", "--date", "2027-01-13", typed="\n\n\n\n")
    diagnostics = built(place).diagnostics
    assert [item for item in diagnostics if not item.code.startswith("EXP")] == []
    assert (place.build / "diapos" / "eleve-arrive.pptx").is_file()
    assert (place.build / "livrets" / "eleve-arrive" / "quiz-acquis.pdf").is_file()
    assert (place.build / "site" / "sessions" / "eleve-arrive-2027-01.html").is_file()
