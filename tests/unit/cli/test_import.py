"""`emas import`: what it prints, and its exit status."""

from pathlib import Path

import pytest
from tests.copies import run
from tests.exchanges import MOODLE

from emas.project import Project

pytestmark = pytest.mark.xdist_group("project")

GIFT = """\
// [id:imp-un] [tag:objectif:decrire]
Le ciel est bleu.{T}

// [id:imp-deux]
Qui ?{=Elle ~%50%Lui}

Lisez ceci.
"""


def given(project: Project, data: bytes, name: str = "banque.gift") -> str:
    (project.root / name).write_bytes(data)
    return name


def test_what_was_done_then_what_to_know_then_what_to_complete(project: Project) -> None:
    done = run(project, "import", given(project, GIFT.encode()), "--module", "autisme")
    assert (done.exit_code, done.stderr) == (0, "")
    first, *rest = done.stdout.split("\n")
    assert first == "2 questions ajoutées à modules/autisme/questions.md (1 unique, 1 vrai-faux)."
    assert rest[0] == "1 question non importée."
    assert "banque.gift:5:14: avertissement IMP003" in rest
    assert "À compléter dans le module « autisme » :" in rest
    assert "La question « imp-deux » est notée" in done.stdout
    assert run(project, "check").exit_code == 1


def test_a_module_that_lacks_nothing_is_told_so(project: Project) -> None:
    data = GIFT.split("\n\n")[0].encode()
    done = run(project, "import", given(project, data), "--module", "autisme")
    assert done.exit_code == 0
    assert "« emas check autisme » ne dit rien." in done.stdout
    assert run(project, "check").exit_code == 0


def test_a_second_time_everything_is_there(project: Project) -> None:
    file = given(project, GIFT.split("\n\n")[0].encode())
    run(project, "import", file, "--module", "autisme")
    done = run(project, "import", file, "--module", "autisme")
    assert done.exit_code == 0
    assert done.stdout.startswith("0 question ajoutée à modules/autisme/questions.md.\n")
    assert "1 question déjà présente." in done.stdout


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\xff\xfe\xff", b"<?xml version='1.0'?><a", b""])
def test_a_file_that_cannot_be_read_ends_with_status_1(project: Project, data: bytes) -> None:
    done = run(project, "import", given(project, data), "--module", "autisme")
    assert done.exit_code == 1
    assert "1 erreur, 0 avertissement" in done.stdout


@pytest.mark.parametrize(
    "data", [b"Quoi ?{=\x1b[31mrouge", b"[html]<b>&#27;[31m &#155;rouge</b>{=a ~%50%b&#27;}"]
)
def test_signs_that_a_terminal_obeys_are_not_printed(project: Project, data: bytes) -> None:
    done = run(project, "import", given(project, data), "--module", "autisme")
    assert not {"\x1b", "\x9b"} & set(done.stdout)
    bank = (project.root / "modules" / "autisme" / "questions.md").read_text("utf-8")
    assert not {"\x1b", "\x9b"} & set(bank)


@pytest.mark.parametrize(
    "arguments",
    [
        ("absent.gift", "--module", "autisme"),
        (".", "--module", "autisme"),
        ("banque.gift", "--module", "absent"),
        ("banque.gift",),
    ],
)
def test_wrong_usage_ends_with_status_2(project: Project, arguments: tuple[str, ...]) -> None:
    given(project, GIFT.encode())
    done = run(project, "import", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Erreur" in done.stderr


def test_a_file_elsewhere_is_named_in_full(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "moodle.xml"
    file.write_bytes(MOODLE.read_bytes())
    done = run(project, "import", str(file), "--module", "autisme")
    assert f"{file}:124:3: avertissement IMP002" in done.stdout
