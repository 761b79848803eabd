"""Copies of the real project that a test may change, and what it may change in them."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from click.testing import CliRunner, Result

from emas.cli import main
from emas.project import Project

SOURCES = ("content", "modules", "themes", "mkdocs.yml")
EMAS = Path(sys.executable).parent / "emas"


def copy_project(root: Path, place: Path, *, whole: bool = False) -> Project:
    """Copy the sources of the project of `root`, without anything built.

    One real module stands for all, so that tests do not last longer with each that is written.
    """
    place.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, place / name)
        else:
            shutil.copy(source, place / name)
    if not whole:
        _keep_one_module(place)
    return Project(place)


REAL = "autisme"
NAMED = re.compile(r"(?m)^ *- module: (.+)$")
"""The modules that a learning path names."""


def _keep_one_module(place: Path) -> None:
    for folder in (place / "modules").iterdir():
        if folder.name != REAL:
            shutil.rmtree(folder)
    for plan in (place / "content" / "plan").glob("*.yml"):
        plan.write_text(with_sessions_of(REAL, plan.read_text("utf-8")), encoding="utf-8")
    for path in (place / "content" / "parcours").glob("*.yml"):
        if set(NAMED.findall(path.read_text("utf-8"))) - {REAL}:
            path.unlink()


def with_sessions_of(module: str, plan: str) -> str:
    """Return the text of a plan without the « dispositifs » that name another module."""
    start, *programmes = re.split(r"(?m)^(?=  - )", plan)
    named = [set(re.findall(r"contenu: \[(.*)\]", one)) for one in programmes]
    kept = [one for one, names in zip(programmes, named, strict=True) if names == {module}]
    return "".join([start, *kept])


def add_module(project: Project, name: str = "voisin") -> None:
    """Add a small module without mistakes, beside the real one."""
    folder = project.root / "modules" / name
    folder.mkdir()
    (folder / "module.yml").write_text(MODULE.format(name=name), encoding="utf-8")
    (folder / "01-lire.md").write_text(STEP, encoding="utf-8")


def break_module(project: Project, name: str) -> None:
    """Leave a block open in the first step of a module."""
    step = min((project.root / "modules" / name).glob("*.md"))
    step.write_text(step.read_text("utf-8") + "\n::: retenir\nJamais fermé.\n", encoding="utf-8")


def files_under(folder: Path) -> Mapping[str, str]:
    """Return the hash of each file under `folder`, by its path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def emas(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does, in the project."""
    return subprocess.run(
        [EMAS, *arguments], cwd=project.root, capture_output=True, text=True, check=False
    )


def run(project: Project, *arguments: str, text: str | None = None) -> Result:
    """Run the command in the project, in this process: ten times as fast; `text` is typed."""
    with contextlib.chdir(project.root):
        return CliRunner().invoke(main, arguments, prog_name="emas", input=text)


def build_elsewhere(
    root: Path,
    place: Path,
    *,
    TZ: str = "Pacific/Kiritimati",  # noqa: N803  # the names that the system gives
    LC_ALL: str = "C",  # noqa: N803
    PYTHONHASHSEED: str = "1",  # noqa: N803
    umask: int = 0o077,
) -> Project:
    """Build a copy of the project as another computer would."""
    project = copy_project(root, place, whole=True)
    settings = {"TZ": TZ, "LC_ALL": LC_ALL, "PYTHONHASHSEED": PYTHONHASHSEED}
    subprocess.run(
        [EMAS, "build"], cwd=place, env={**os.environ, **settings}, umask=umask, check=True
    )
    return project


MODULE = """\
titre: "Le module {name}"
famille: autisme
resume: Un petit module.
publics: [aesh]
niveaux: [college]
objectifs:
  - {{id: lire, enonce: "lire une page"}}
durees: {{en-ligne: 5 min, seance: 10 min}}
prerequis: []
version: "0.1"
licence: CC BY-SA 4.0
"""
STEP = """\
---
titre: Lire une page
duree: {en-ligne: 5 min, seance: 10 min}
objectifs: [lire]
---

## Pour commencer

Un chat dort sur le radiateur du couloir.

::: demain
- Ouvrir la fenêtre avant la réunion.
:::

::: public aesh
Une phrase pour les accompagnants seulement.
:::

::: sauf-public aesh
Une phrase pour toutes les autres personnes.
:::
"""
