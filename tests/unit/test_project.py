"""Where a project is."""

from pathlib import Path

import pytest

from emas import theme
from emas.project import Project, ProjectNotFoundError, find


def a_project(folder: Path) -> Path:
    (folder / "content").mkdir(parents=True)
    (folder / "mkdocs.yml").touch()
    return folder


def test_a_project_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    root = a_project(tmp_path / "projet")
    (root / "modules" / "autisme").mkdir(parents=True)
    assert [find(root), find(root / "modules" / "autisme")] == [Project(root), Project(root)]


def test_the_nearest_project_wins(tmp_path: Path) -> None:
    a_project(tmp_path)
    inner = a_project(tmp_path / "essais" / "projet")
    assert find(inner / "content") == Project(inner)


def test_without_a_project_the_error_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ProjectNotFoundError) as caught:
        find(tmp_path)
    assert str(caught.value) == (
        "aucun projet ici ni au-dessus : le dossier « content » et le fichier « mkdocs.yml »"
        f" manquent à partir de {tmp_path}"
    )


def test_a_project_may_have_a_theme_of_its_own(tmp_path: Path) -> None:
    place = Project(a_project(tmp_path))
    assert place.theme == theme.locate()
    own = tmp_path / "themes" / "emas"
    own.mkdir(parents=True)
    (own / "tokens.yml").touch()
    assert place.theme == own


def test_outputs_and_work_have_their_folders(tmp_path: Path) -> None:
    place = Project(tmp_path)
    assert (place.build, place.work) == (tmp_path / "build", tmp_path / ".emas")
