"""Questions added to a bank: after what is there, all or nothing, and never twice."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from tests.copies import files_under
from tests.exchanges import MOODLE
from tests.good_french import faults_of

from emas import pipeline
from emas.diagnostics import Code
from emas.editing.importing import Report, import_questions
from emas.project import Project

GIFT = "// [id:q-un] [tag:objectif:decrire]\nLe ciel est bleu.{T#Non.#Oui.}\n\nQui ?{=Elle ~Lui}\n"
MINIMAL = Path(__file__).parents[2] / "fixtures" / "minimal"
BANK = "modules/essai/questions.md"


FAULTY = f"""\
<quiz>
{
    "".join(
        f"<question type='{kind}'>{inside}</question>"
        for kind, inside in (
            ("calculated", "<questiontext><text>Combien ?</text></questiontext>"),
            ("essay", "<idnumber>ess-q01</idnumber>"),
            (
                "essay",
                "<questiontext><text>&lt;u&gt;a&lt;/u&gt;&lt;img src='b'&gt;</text></questiontext>",
            ),
        )
    )
}
</quiz>"""


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A copy of the minimal project, to change freely."""
    for path in MINIMAL.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(MINIMAL)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return Project(tmp_path)


def add(project: Project, data: str | bytes, name: str = "banque.gift") -> Report:
    file = project.root / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    vocabulary = pipeline.load(project).catalogue.vocabulary
    return import_questions(project, vocabulary, "essai", file, PurePosixPath(name))


def bank(project: Project) -> str:
    return (project.root / BANK).read_text("utf-8")


def codes(report: Report) -> list[str]:
    return [str(item.code) for item in report.diagnostics]


def test_questions_come_after_what_is_there(small: Project) -> None:
    before = bank(small)
    report = add(small, GIFT)
    assert [question.id for question in report.added] == ["q-un", "essai-i01"]
    assert bank(small) == before + ADDED


ADDED = """\

::: question vrai-faux {#q-un}
objectif : decrire

Le ciel est bleu.

- [x] Vrai
  > Oui.
- [ ] Faux
  > Non.
:::

::: question unique {#essai-i01}
Qui ?

- [x] Elle
- [ ] Lui
:::
"""


def test_a_bank_is_made_when_there_is_none(small: Project) -> None:
    (small.root / BANK).unlink()
    add(small, GIFT)
    assert bank(small) == ADDED.removeprefix("\n")


def test_line_ends_of_windows_are_kept(small: Project) -> None:
    path = small.root / BANK
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    add(small, GIFT)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_the_same_file_adds_nothing_the_second_time(small: Project) -> None:
    add(small, GIFT)
    after = bank(small)
    report = add(small, GIFT)
    assert (report.added, report.known, codes(report)) == ([], 2, ["IMP007", "IMP007"])
    assert bank(small) == after


def test_an_id_that_is_taken_keeps_what_its_author_wrote(small: Project) -> None:
    add(small, GIFT)
    after = bank(small)
    report = add(small, GIFT.replace("bleu", "vert"))
    assert (report.known, codes(report)) == (1, ["IMP007", "IMP007"])
    assert bank(small) == after


def test_pictures_are_copied_and_have_to_be_credited(small: Project) -> None:
    report = add(small, MOODLE.read_bytes(), "moodle.xml")
    (name,) = report.copied
    media = small.root / "modules" / "essai" / "media"
    assert (media / name).read_bytes().startswith(b"\x89PNG")
    assert (
        (media / "medias.yml")
        .read_text("utf-8")
        .endswith(f"\n{name}:\n  credit: à compléter\n  licence: à compléter\n")
    )
    said = [item for item in pipeline.load(small).diagnostics if item.code == "IMG006"]
    assert [item.values["image"] for item in said] == [name]


def test_what_is_imported_is_what_the_check_knows(small: Project) -> None:
    add(small, MOODLE.read_bytes(), "moodle.xml")
    left = {str(item.code) for item in pipeline.load(small).diagnostics}
    assert left == {"IMG006", "QUIZ006", "QUIZ010"}


def test_nothing_is_written_when_the_disk_refuses(small: Project) -> None:
    (small.root / BANK).unlink()
    (small.root / BANK).mkdir()
    before = files_under(small.root / "modules")
    report = add(small, MOODLE.read_bytes(), "moodle.xml")
    assert (report.added, report.copied) == ([], [])
    assert "un dossier occupe la place d’un fichier" in report.diagnostics[-1].message
    assert files_under(small.root / "modules") == before


def unclosed(project: Project) -> None:
    path = project.root / BANK
    path.write_text(path.read_text("utf-8") + "\n<!-- une note sans fin\n", "utf-8")


def link_to_elsewhere(project: Project) -> None:
    (project.root / "ailleurs.md").write_text("", "utf-8")
    (project.root / BANK).unlink()
    (project.root / BANK).symlink_to(project.root / "ailleurs.md")


@pytest.mark.parametrize("damage", [unclosed, link_to_elsewhere])
def test_a_bank_that_cannot_receive_questions_is_left_alone(
    small: Project, damage: Callable[[Project], None]
) -> None:
    damage(small)
    before = files_under(small.root / "modules")
    report = add(small, GIFT)
    assert report.added == []
    assert codes(report)[-1] == "IMP001"
    assert files_under(small.root / "modules") == before


def test_every_code_is_said_in_good_french(small: Project) -> None:
    said = [
        item
        for data in (MOODLE.read_bytes(), FAULTY, "PK")
        for item in add(small, data).diagnostics
    ]
    assert [fault for item in said for fault in faults_of(item)] == []
    assert {item.code for item in said} == {code for code in Code if code.startswith("IMP")}
