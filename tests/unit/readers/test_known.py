"""What is known of earlier readings changes nothing of what is read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.copies import break_module
from tests.small import small_project

from emas.files import read_sources
from emas.pipeline import load_sources
from emas.project import Project
from emas.readers.known import Known


def _word(project: Project) -> None:
    step = project.root / "modules" / "voisin" / "01-lire.md"
    step.write_text(step.read_text("utf-8").replace("Un chat", "Le chat"), "utf-8")


def _error(project: Project) -> None:
    break_module(project, "voisin")


def _gone(project: Project) -> None:
    # « essai » says that « voisin » comes before it.
    for path in (project.root / "modules" / "voisin").iterdir():
        path.unlink()


def _families(project: Project) -> None:
    path = project.root / "content" / "vocabulaire.yml"
    path.write_text(path.read_text("utf-8").replace("  autisme:", "  autre:"), "utf-8")


def _link(project: Project) -> None:
    path = project.root / "modules" / "voisin" / "01-lire.md"
    path.unlink()
    path.symlink_to(project.root / "mkdocs.yml")


@pytest.mark.parametrize("change", [_word, _error, _gone, _families, _link])
def test_a_reading_that_knows_says_what_one_that_does_not_says(
    change: Callable[[Project], None], root: Path, tmp_path: Path
) -> None:
    project, known = small_project(root, tmp_path / "projet"), Known()
    before = load_sources(read_sources(project.root), known)
    change(project)
    sources = read_sources(project.root)
    now = load_sources(sources, known)
    assert now == load_sources(sources)
    assert now != before


def test_a_module_that_did_not_change_is_not_read_again(root: Path, tmp_path: Path) -> None:
    project, known = small_project(root, tmp_path / "projet"), Known()
    before = load_sources(read_sources(project.root), known).catalogue
    _word(project)
    now = load_sources(read_sources(project.root), known).catalogue
    same = {module.id: now.module(module.id) is module for module in before.modules}
    assert same == {"essai": True, "voisin": False}
