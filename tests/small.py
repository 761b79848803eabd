"""A project of two small modules, quick to build, and what a build of it from nothing gives."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.copies import SOURCES, add_module, files_under

from emas import pipeline
from emas.compiler import Built, Request, build
from emas.project import Project

MINIMAL = Path(__file__).parent / "fixtures" / "minimal"

PLAN = """\
annee: 2026-2027
academie: Lille (fictif)
dispositifs:
  - titre: Lire une page
    cadre: aesh-60h
    modules:
      - titre: Lire une page en séance
        contenu: [voisin]
        duree: 3 h
        publics: [aesh]
        inscription: public-designe
        sessions:
          - id: lire-2027-01
            modalite: presentiel
            demi-journees:
              - {date: 2027-01-13, debut: "13:30", fin: "16:30", lieu: École A, salle: polyvalente}
            statut: prevue
"""


def small_project(root: Path, place: Path) -> Project:
    """Make a project with the modules « essai », which asks a question, and « voisin ».

    One is to follow before the other.
    """
    shutil.copytree(MINIMAL, place)
    with (place / "modules" / "essai" / "module.yml").open("a", encoding="utf-8") as file:
        file.write("prerequis: [voisin]\n")
    shutil.copytree(root / "themes", place / "themes")
    shutil.copy(root / "mkdocs.yml", place)
    (place / "content" / "plan").mkdir()
    (place / "content" / "plan" / "2026-2027-lille.yml").write_text(PLAN, encoding="utf-8")
    add_module(Project(place))
    return Project(place)


def built(project: Project, request: Request | None = None) -> Built:
    """Build the project as it is now."""
    return build(project, pipeline.load(project), request or Request())


def from_nothing(project: Project, place: Path) -> Mapping[str, str]:
    """Return the hash of each output of a build of the same sources, without any former one."""
    for name in SOURCES:
        if (project.root / name).is_dir():
            shutil.copytree(project.root / name, place / name)
        elif (project.root / name).is_file():
            shutil.copy(project.root / name, place / name)
    built(Project(place))
    return files_under(place / "build")
