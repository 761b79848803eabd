"""A small module whose assessments ask a question of each of the eleven kinds."""

import shutil
from pathlib import Path, PurePosixPath

from emas import pipeline
from emas.diagnostics import has_errors
from emas.files import read_sources
from emas.model import Catalogue, Quiz, Variant
from emas.project import Project
from emas.readers.sources import Sources

FIXTURES = Path(__file__).parents[3] / "fixtures"
STEP = PurePosixPath("modules/essai/02-genres.md")
MODULE = PurePosixPath("modules/essai/module.yml")

NAMED = ", ".join(
    f"gen-{kind}"
    for kind in (
        "position", "unique", "multiple", "vrai-faux", "ordre", "association", "categories",
        "trous", "numerique", "ouverte", "echelle",
    )
)  # fmt: skip
ASSESSMENTS = f"""\
evaluations:
  positionnement: {{questions: [{NAMED}], notee: non}}
  acquis: {{tirage: 1, seuil: 80 %}}
"""


def files() -> dict[PurePosixPath, bytes]:
    """Return the sources of that project, by their paths."""
    found = dict(read_sources(FIXTURES / "minimal").files)
    kinds = (FIXTURES / "genres.md").read_text("utf-8")
    for kind in ("ordre", "unique"):
        kinds = kinds.replace(f"{{#gen-{kind}}}\n", f"{{#gen-{kind}}}\nobjectif : decrire\n")
    head, rest = found[MODULE].decode().split("evaluations:\n")
    tail = rest.split("\n", 1)[1]
    return {
        **found,
        STEP: kinds.encode(),
        MODULE: f"{head}{ASSESSMENTS}{tail}".encode(),
    }


def project(root: Path, place: Path) -> Project:
    """Write that project in `place`, with the theme and the site of `root`."""
    shutil.copytree(root / "themes", place / "themes")
    shutil.copy(root / "mkdocs.yml", place)
    for path, data in files().items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(data)
    return Project(place)


def catalogue() -> Catalogue:
    """Return what these sources say."""
    loaded = pipeline.load_sources(Sources(files()))
    assert not has_errors(loaded.diagnostics)
    return loaded.catalogue


def quizzes() -> tuple[Quiz, ...]:
    """Return the two assessments of the module for paper: all the kinds, then a draw of one."""
    return pipeline.quizzes(catalogue(), "essai", Variant())
