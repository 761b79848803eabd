"""A new project: what is in it, and what it never takes the place of."""

import re
from pathlib import Path

import pytest

from emas import files, shipped
from emas.editing.fixing import fixed
from emas.editing.starting import NotEmptyError, first_files, start
from emas.pipeline import load
from emas.project import Project, find


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A new project, to read only."""
    folder = tmp_path_factory.mktemp("nouveau") / "nos modules"
    start(folder)
    return find(folder)


def test_a_new_project_has_nothing_to_mend(place: Project) -> None:
    loaded = load(place)
    assert loaded.diagnostics == ()
    assert [module.id for module in loaded.catalogue.modules] == ["exemple"]
    assert loaded.catalogue.plans == ()
    assert loaded.catalogue.surveys
    assert fixed(files.read_sources(place.root), ["exemple"]).files == {}


def test_the_example_asks_in_two_ways_and_shows_a_picture(place: Project) -> None:
    (module,) = load(place).catalogue.modules
    assert sorted(question.kind for question in module.bank) == ["multiple", "vrai-faux"]
    assert list(module.media) == ["trois-actions.svg"]


def test_no_contact_is_one_of_somebody(place: Project) -> None:
    team = (place.root / "content" / "equipe.yml").read_text("utf-8")
    assert set(re.findall(r"@([\w.-]+)", team)) == {"emas.example"}
    assert not re.search(r"\d\d[ .]?\d\d", team)


def test_what_git_must_leave_is_told(place: Project) -> None:
    ignored = (place.root / ".gitignore").read_text("utf-8").splitlines()
    assert {"build/", ".emas/", "donnees/"} <= set(ignored)


def test_a_folder_becomes_a_project_last() -> None:
    assert [str(path) for path in first_files()][-1] == "mkdocs.yml"


def test_what_is_there_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("à moi", encoding="utf-8")
    with pytest.raises(NotEmptyError, match=r"notes\.txt"):
        start(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_hidden_files_do_not_fill_a_folder_but_ours_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").touch()
    (tmp_path / ".gitignore").touch()
    with pytest.raises(NotEmptyError, match=r"\.gitignore"):
        start(tmp_path)
    (tmp_path / ".gitignore").unlink()
    start(tmp_path)
    assert find(tmp_path) == Project(tmp_path)


def test_contents_are_found_in_a_checkout_and_in_a_wheel(root: Path, tmp_path: Path) -> None:
    assert shipped.contents() == root
    (tmp_path / "emas" / "_contenu").mkdir(parents=True)
    assert shipped.contents(tmp_path / "emas") == tmp_path / "emas" / "_contenu"
