"""What each output was made of: what reads nothing that changed is not made again.

A record says which files a piece of work gave, and holds its key: a digest of all that its writers
may read. Too much in a key only costs time; too little would keep something stale for ever. A
record is believed if its key is the present one and each file is, byte for byte, what it says.
"""

import os
import sys
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from emas import files, install, lastgood
from emas.diagnostics import Diagnostic
from emas.jobs import Job, Target
from emas.model import RunningOrder
from emas.pipeline import Loaded, as_of
from emas.project import Project
from emas.readers.adaptations import FOLDER as ADAPTATIONS
from emas.readers.module import MODULES
from emas.theme.place import PACKAGE
from emas.transforms.shared_adaptations import named_in

Key = str


@dataclass(frozen=True, slots=True)
class Keys:
    """What keys are made of.

    `around` is the digest of what all writers may read beside the sources (see `surroundings`),
    `sources` that of each part of the sources, `content`, `modules/<id>` or the file of a shared
    adaptation, and `weights` the bytes of its texts.
    """

    around: str
    sources: Mapping[PurePosixPath, str]
    weights: Mapping[PurePosixPath, int]


@dataclass(frozen=True, slots=True)
class Record:
    """What a piece of work gave: the hash of each file, by its path from the root."""

    key: Key
    files: Mapping[PurePosixPath, str]
    diagnostics: tuple[Diagnostic, ...] = ()
    order: RunningOrder = field(default_factory=RunningOrder)


# Keys


def keys(project: Project, loaded: Loaded) -> Keys:
    """Return what the keys of `loaded` are made of; call it before any writer reads."""
    parts: dict[PurePosixPath, list[str]] = {}
    weights: dict[PurePosixPath, int] = {}
    for path in loaded.sources.paths():
        folder = _part_of(path)
        data = loaded.sources.files.get(path)
        content = "" if data is None else sha256(data).hexdigest()
        parts.setdefault(folder, []).extend((str(path), content))
        if data is not None and path.suffix in files.TEXTS:
            weights[folder] = weights.get(folder, 0) + len(data)
    return Keys(
        around=surroundings(project),
        sources={folder: _digest(*found) for folder, found in parts.items()},
        weights=weights,
    )


def _part_of(path: PurePosixPath) -> PurePosixPath:
    """Return what of the sources the file at `path` is counted with."""
    if path.parent == ADAPTATIONS:
        return path
    return PurePosixPath(*path.parts[: 2 if path.is_relative_to(MODULES) else 1])


def surroundings(project: Project) -> str:
    """Return a digest of what all writers may read beside the sources.

    The program and its libraries, the theme, the configuration of MkDocs, the date that is asked.
    """
    themes = {project.theme, project.root / "themes"}
    return _digest(
        *(_folder(place) for place in sorted(themes)),
        _file(project.root / "mkdocs.yml"),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        _folder(PACKAGE),
        sys.version,
        zlib.ZLIB_RUNTIME_VERSION,
        *_libraries(),
    )


def document_key(known: Keys, job: Job) -> Key:
    """Return the key of the documents of `job`.

    All of `content/` and of the module counts, and what its catalogue has of the rest; of the
    shared adaptations, those that the module names.
    """
    module = job.catalogue.module(job.module)
    named = (ADAPTATIONS / f"{name}.md" for name in sorted(named_in(module)))
    others = [repr(item) for item in job.catalogue.modules if item.id != job.module]
    return _digest(
        *("document", known.around, job.target, job.module, repr(job.variant)),
        *(known.sources[folder] for folder in (PurePosixPath("content"), MODULES / job.module)),
        *(known.sources[path] for path in named),
        *(str(job.catalogue.dated), *others),
    )


def project_key(
    known: Keys, project: Project, target: Target, loaded: Loaded, session: str = ""
) -> Key:
    """Return the key of what concerns the whole project: the site, the catalogue of sessions.

    The site offers the documents that were made, and shows the last good state of what is broken.
    A stick holds copies of both, and names the files of the print pack of `session`.
    """
    if target is Target.SUPPORTS:
        return _supports_key(known, loaded)
    broken = sorted(loaded.broken)
    return _digest(
        *("project", known.around, target, repr(broken)),
        *(f"{folder} {found}" for folder, found in sorted(known.sources.items())),
        *(_folder(lastgood.folder_of(project) / MODULES / name) for name in broken),
        *(
            _folder(project.build / one)
            for one in (Target.SLIDES, Target.HANDOUTS, Target.SUPPORTS)
        ),
        *([_folder(project.build / Target.SITE), session] if target is Target.STICK else []),
        *([_folder(project.build / "sessions" / session)] if session else []),
    )


def _supports_key(known: Keys, loaded: Loaded) -> Key:
    """Return the key of the paper of the project: of modules, only the date that they give."""
    read = (
        ADAPTATIONS.parent,
        *sorted(path for path in known.sources if path.parent == ADAPTATIONS),
    )
    return _digest(
        *("project", known.around, Target.SUPPORTS, str(as_of(loaded.catalogue))),
        *(f"{path} {known.sources[path]}" for path in read),
    )


# Records


def up_to_date(
    project: Project, target: Target, name: str, key: Key, noted: install.Hashes
) -> Record | None:
    """Return what was made for `key`, if it is all there as it was made and `noted`, else None."""
    record = read(_place(project, target, name))
    if record is None or record.key != key:
        return None
    for path, made in record.files.items():
        if noted.get(str(path)) != made or _file(project.root / path) != made:
            return None
    return record


def remember(project: Project, target: Target, name: str, record: Record) -> None:
    """Write down what was made, once it is in its place.

    Raises:
        OSError: if the disk refuses.
    """
    body = _records().dump_json(record)
    files.write(_place(project, target, name), f"{sha256(body).hexdigest()}\n".encode() + body)


def read(path: Path) -> Record | None:
    """Return the record at `path`; None if it is damaged, or from another version."""
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
        if seal.decode() != sha256(body).hexdigest():
            return None
        return _records().validate_json(body)
    except (OSError, ValidationError, UnicodeDecodeError):
        return None


@cache
def _records() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


def _place(project: Project, target: Target, name: str) -> Path:
    return project.work / "cache" / target / f"{name}.json"


# Digests


def _digest(*parts: str) -> str:
    """Return one hash for several texts; each is preceded by its length, so that none runs on."""
    whole = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()


def _folder(folder: Path) -> str:
    """Return a digest of the files under `folder`, hidden ones and compiled modules left out."""
    found: list[str] = []
    for here, folders, names in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for path in (Path(here, name) for name in sorted(names)):
            found += (path.relative_to(folder).as_posix(), _file(path))
    return _digest(*found)


def _file(path: Path) -> str:
    """Return the hash of a file; of nothing, if it cannot be read."""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


@cache
def _libraries() -> Iterable[str]:
    """Return the name and version of all that is installed, from the names of their folders."""
    places = [Path(place) for place in sys.path if Path(place).is_dir()]
    return sorted({found.name for place in places for found in place.glob("*.*-info")})
