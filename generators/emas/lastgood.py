"""The last good sources of each module, so that the site keeps its pages while one is mended."""

from pathlib import Path, PurePosixPath

from emas import files
from emas.files import read_sources
from emas.model import Module
from emas.pipeline import Loaded, load_sources
from emas.project import Project
from emas.readers.module import MODULES
from emas.readers.sources import Sources


def remember(project: Project, loaded: Loaded) -> None:
    """Copy the sources of the modules that have no error."""
    present = read_sources(project.root)
    place = _place(project)
    for module in loaded.catalogue.modules:
        folder = MODULES / module.id
        kept = {path: data for path, data in present.files.items() if path.is_relative_to(folder)}
        for path, data in kept.items():
            if not _holds(place / path, data):
                files.write(place / path, data)
        for path in [path for path in _files_in(place, folder) if path not in kept]:
            (place / path).unlink()


def last_good_modules(project: Project, loaded: Loaded) -> tuple[Module, ...]:
    """Return the last good state of each broken module that still reads without error."""
    place = _place(project)
    present = read_sources(project.root).files
    content = {path: data for path, data in present.items() if path.parts[0] == "content"}
    old = {
        path: (place / path).read_bytes()
        for name in sorted(loaded.broken)
        for path in _files_in(place, MODULES / name)
    }
    if not old:
        return ()
    modules = load_sources(Sources({**content, **old})).catalogue.modules
    return tuple(module for module in modules if module.id in loaded.broken)


def _place(project: Project) -> Path:
    return project.work / "bons"


def _files_in(place: Path, folder: PurePosixPath) -> list[PurePosixPath]:
    found = (path for path in (place / folder).rglob("*") if path.is_file())
    return sorted(PurePosixPath(path.relative_to(place).as_posix()) for path in found)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
