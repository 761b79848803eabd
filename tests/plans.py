"""A project whose plan has eight sessions, on four small modules."""

from pathlib import Path, PurePosixPath

from emas import pipeline
from emas.files import read_sources
from emas.model import Catalogue
from emas.readers.sources import Sources

FIXTURES = Path(__file__).parent / "fixtures"
MODULES = ("autisme", "cadre", "comportement", "tnd")


def sources() -> Sources:
    """Return the sources of that project."""
    minimal = read_sources(FIXTURES / "minimal").files
    real = FIXTURES.parents[1] / "content" / "vocabulaire.yml"
    files = {path: data for path, data in minimal.items() if path.parts[0] == "content"}
    files[PurePosixPath("content/vocabulaire.yml")] = real.read_bytes()
    for survey in (FIXTURES.parents[1] / "content" / "evaluations").iterdir():
        files[PurePosixPath("content/evaluations") / survey.name] = survey.read_bytes()
    for plan in (FIXTURES / "plan").iterdir():
        files[PurePosixPath("content/plan") / plan.name] = plan.read_bytes()
    for module in MODULES:
        for path, data in minimal.items():
            if path.parts[0] == "modules":
                place = PurePosixPath("modules", module, *path.parts[2:])
                files[place] = data.replace(b"ess-q", f"{module[:3]}-q".encode())
    return Sources(files)


def catalogue() -> Catalogue:
    """Return what these sources say; nothing is wrong in them."""
    loaded = pipeline.load_sources(sources())
    assert loaded.diagnostics == ()
    return loaded.catalogue
