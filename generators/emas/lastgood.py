"""The last good sources of each module, so that the site keeps its pages while one is mended."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from emas import files
from emas.model import Module
from emas.pipeline import Loaded, load_sources
from emas.project import Project
from emas.readers.known import Known
from emas.readers.module import MODULES
from emas.readers.sources import Sources


def remember(project: Project, loaded: Loaded) -> None:
    """Copy the sources of the modules that have no error, as they were read."""
    place = folder_of(project)
    present: dict[PurePosixPath, dict[PurePosixPath, bytes]] = {}
    for path, data in loaded.sources.files.items():
        present.setdefault(PurePosixPath(*path.parts[:2]), {})[path] = data
    for folder in (MODULES / module.id for module in loaded.catalogue.modules):
        for path, data in present[folder].items():
            if not _holds(place / path, data):
                files.write(place / path, data)
        for path in [path for path in _files_in(place, folder) if path not in present[folder]]:
            (place / path).unlink()


def last_good_modules(project: Project, loaded: Loaded) -> tuple[Module, ...]:
    """Return the last good state of each broken module that still reads without error."""
    place = folder_of(project)
    old = {
        path: (place / path).read_bytes()
        for name in sorted(loaded.broken)
        for path in _files_in(place, MODULES / name)
    }
    return still_good(loaded, old)


def still_good(
    loaded: Loaded, old: Mapping[PurePosixPath, bytes], known: Known | None = None
) -> tuple[Module, ...]:
    """Return the broken modules that the files `old` give, with the present `content/`."""
    if not old:
        return ()
    # With all the others, which it may name: those to follow before it, say.
    present = loaded.sources.files
    good = {path: data for path, data in present.items() if _module(path) not in loaded.broken}
    modules = load_sources(Sources({**good, **old}), known).catalogue.modules
    return tuple(module for module in modules if module.id in loaded.broken)


def folder_of(project: Project) -> Path:
    """Return where these sources are, in `modules/<id>/` as in the project."""
    return project.work / "bons"


def _files_in(place: Path, folder: PurePosixPath) -> list[PurePosixPath]:
    found = (path for path in (place / folder).rglob("*") if path.is_file())
    return sorted(PurePosixPath(path.relative_to(place).as_posix()) for path in found)


def _module(path: PurePosixPath) -> str | None:
    return path.parts[1] if path.is_relative_to(MODULES) else None


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
