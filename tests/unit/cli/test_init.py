"""`emas init`, as it is typed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from emas.cli import main


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def init(folder: str) -> Result:
    return CliRunner().invoke(main, ["init", folder], prog_name="emas")


def test_it_says_what_to_type_next() -> None:
    lines = init("nos modules").stdout.splitlines()
    assert lines[0].startswith("Projet créé dans « nos modules » : ")
    assert lines[2:4] == ['  cd "nos modules"', "  emas build"]


def test_the_folder_where_one_is_needs_no_cd() -> None:
    assert "  cd" not in init(".").stdout


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").touch()
    done = init("notes")
    assert done.exit_code == 2
    assert (
        "« notes » n’est pas vide : il contient « a.txt ». Choisissez un autre nom." in done.stderr
    )


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("à moi", encoding="utf-8")
    done = init("notes")
    assert (done.exit_code, (tmp_path / "notes").read_text("utf-8")) == (1, "à moi")
    assert "rien n’a été créé : un fichier occupe la place d’un dossier." in done.stderr
