"""A site like the real one, but for what a test changes in its sources."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def built(root: Path, project: Path, changes: Mapping[str, tuple[tuple[str, str], ...]]) -> Path:
    """Return the folder of a site built from a copy where, in each file, words replace words."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    for name in ("content", "modules", "themes"):
        shutil.copytree(root / name, project / name)
    shutil.copy(root / "mkdocs.yml", project)
    for name, replaced in changes.items():
        text = (project / name).read_text(encoding="utf-8")
        for old, new in replaced:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (project / name).write_text(text, encoding="utf-8")
    build(load_config(str(project / "mkdocs.yml")))
    return project / "build" / "site"
