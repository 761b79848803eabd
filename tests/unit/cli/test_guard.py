"""A mistake of the program is one French sentence, wherever it is met."""

import contextlib
import tempfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from emas.cli.guard import GuardedGroup


@click.group(cls=GuardedGroup)
def group() -> None:
    """Commands that go wrong."""


@group.command()
def fail() -> None:
    raise RuntimeError("boum")


@group.command()
def refuse() -> None:
    raise click.UsageError("non.")


def told(command: str, place: Path) -> Result:
    with contextlib.chdir(place):
        return CliRunner().invoke(group, [command])


BEGINNING = "erreur interne (RuntimeError). Vos fichiers n’ont pas changé."


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that looks like a project."""
    (tmp_path / "projet" / "content").mkdir(parents=True)
    (tmp_path / "projet" / "mkdocs.yml").touch()
    return tmp_path / "projet"


def sentence(done: Result) -> str:
    return done.stderr.removeprefix("Erreur : ").removesuffix("\n")


def test_in_a_project_the_story_is_beside_the_work(place: Path) -> None:
    done = told("fail", place)
    assert (done.exit_code, done.stdout) == (3, "")
    assert sentence(done) == (
        f"{BEGINNING} Envoyez le fichier « .emas/erreur-interne.txt » à l’équipe technique."
    )
    story = (place / ".emas" / "erreur-interne.txt").read_text("utf-8")
    assert story.rstrip().split("\n")[-1] == "RuntimeError: boum"


def test_from_a_folder_inside_the_whole_place_is_told(place: Path) -> None:
    done = told("fail", place / "content")
    assert sentence(done) == (
        f"{BEGINNING} Envoyez le fichier « {place}/.emas/erreur-interne.txt » à l’équipe technique."
    )


def test_without_a_project_the_story_goes_with_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporaires"))
    done = told("fail", tmp_path)
    assert sentence(done) == (
        f"{BEGINNING} Envoyez le fichier « temporaires/emas-erreur-interne.txt » à l’équipe"
        " technique."
    )


def test_when_the_story_cannot_be_written_that_is_told_too(place: Path) -> None:
    (place / ".emas").write_text("un fichier", encoding="utf-8")
    done = told("fail", place)
    assert (done.exit_code, sentence(done)) == (
        3,
        f"{BEGINNING} Le détail n’a pas pu être écrit : un fichier occupe la place d’un dossier.",
    )


def test_a_wrong_use_is_no_mistake_of_ours(place: Path) -> None:
    done = told("refuse", place)
    assert (done.exit_code, (place / ".emas").exists()) == (2, False)
