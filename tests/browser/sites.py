"""Sites built by bare MkDocs from copies of the project."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.copies import copy_project


def published(project: Path) -> Path:
    """Build the site of the project in the folder `project`; return its folder."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    build(load_config(str(project / "mkdocs.yml")))
    return project / "build" / "site"


KINDS = Path(__file__).parents[1] / "fixtures" / "genres.md"
"""A step that asks a question of each kind."""


def built(root: Path, project: Path, changes: Mapping[str, tuple[tuple[str, str], ...]]) -> Path:
    """Return the folder of a site built from a copy where, in each file, words replace words.

    The copy has one more step, `genres`.
    """
    copy_project(root, project)
    shutil.copy(KINDS, project / "modules" / "autisme" / "99-genres.md")
    for name, replaced in changes.items():
        text = (project / name).read_text(encoding="utf-8")
        for old, new in replaced:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (project / name).write_text(text, encoding="utf-8")
    return published(project)
