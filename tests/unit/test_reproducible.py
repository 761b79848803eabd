"""The same sources give the same bytes, on another computer, another day."""

import time
from pathlib import Path

import pytest
from tests.copies import build_elsewhere, files_under

from emas.project import Project

pytestmark = pytest.mark.xdist_group("project")


def test_two_builds_give_the_same_bytes(built_project: Project, root: Path, tmp_path: Path) -> None:
    time.sleep(2)  # ZIP counts time by two seconds
    elsewhere = build_elsewhere(root, tmp_path / "un autre dossier" / "projet")
    assert files_under(elsewhere.build) == files_under(built_project.build)
