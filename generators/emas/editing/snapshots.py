"""Copies of the sources as they were before a command changed them, in `.emas/instantanes/`.

A content is kept once, under its hash, whatever the number of snapshots that hold it; a snapshot
is a list of names and hashes. No link of any kind: Windows has none, and the folder can be copied.
"""

import contextlib
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path, PurePosixPath

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from emas import files
from emas.editing.plan_memory import PATH as PLAN_MEMORY
from emas.editing.taken_memory import PATH as TAKEN_MEMORY
from emas.project import Project

FILES = (
    PurePosixPath("mkdocs.yml"),
    PLAN_MEMORY,
    TAKEN_MEMORY,
    PurePosixPath(".vscode/settings.json"),
    PurePosixPath(".vscode/extensions.json"),
)
"""What is kept beside `content/` and `modules/`."""

LAST = 30
"""Snapshots that are kept whatever their age; of the older ones, the last of each day."""

DAYS = 60
"""Days after which a snapshot goes, unless it is among the last ones."""

MAX_BYTES = 200_000_000
"""What all snapshots may take; beyond, the oldest go, but for the last three."""
FEWEST = 3

MAX_FILE = 20_000_000
"""Bytes of a file that is copied: films are larger, and no command changes one."""

ORPHAN_S = 3600
"""Seconds after which a content that no snapshot holds goes: another command may be writing."""

HASH = re.compile(r"[0-9a-f]{64}")
STATE = re.compile(r"(\d{6,})\.json")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The sources at one time. `before` is the command that was about to change them.

    `files` are hashes by path; `left` are the files that were too large, or that the disk refused.
    """

    number: int
    taken: datetime
    before: str
    files: Mapping[PurePosixPath, str]
    left: tuple[PurePosixPath, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    pris: AwareDatetime
    avant: str
    fichiers: dict[str, str]
    laisses: list[str]


def folder(project: Project) -> Path:
    """Return where snapshots are."""
    return project.work / "instantanes"


def take(project: Project, before: str, *, now: datetime | None = None) -> Snapshot:
    """Keep the sources as they are, before the command called `before` changes them.

    Where they are those of the last snapshot, the new one takes its place.

    Raises:
        OSError: what the disk refused; the sources must then stay as they are.
    """
    known = snapshots(project)
    hashes, left = _copied(project)
    number = known[-1].number + 1 if known else 1
    taken = Snapshot(number, now or datetime.now(UTC), before, hashes, left)
    files.write(_state(project, number), _data(taken))
    same = [item for item in known[-1:] if item.files == hashes]
    with contextlib.suppress(OSError):  # what could not go now goes the next time
        _forget(project, [*(item for item in known if item not in same), taken])
    return taken


def snapshots(project: Project) -> list[Snapshot]:
    """Return the snapshots that can be read, the oldest first."""
    place = folder(project) / "etats"
    names = sorted(place.glob("*.json")) if place.is_dir() else []
    found = [_read(path) for path in names if STATE.fullmatch(path.name)]
    return sorted((item for item in found if item), key=lambda item: item.number)


def now_there(project: Project) -> dict[PurePosixPath, str]:
    """Return the hash of each source as it is."""
    return {path: _hash(data) for path, data in _sources(project) if data is not None}


def content(project: Project, name: str) -> bytes | None:
    """Return the content of that hash, or None if it is lost or damaged."""
    try:
        data = _content(project, name).read_bytes()
    except OSError:
        return None
    return data if _hash(data) == name else None


def _sources(project: Project) -> Iterator[tuple[PurePosixPath, bytes | None]]:
    """Yield each source and its content, None if it is not to be copied. Links are left out."""
    for path in _paths(project.root):
        file = project.root / path
        try:
            small = file.stat().st_size <= MAX_FILE
            yield path, file.read_bytes() if small else None
        except OSError:
            yield path, None


def _paths(root: Path) -> Iterator[PurePosixPath]:
    yield from (path for path in FILES if (root / path).is_file())
    for name in files.SOURCE_FOLDERS:
        for place, folders, names in os.walk(root / name):
            folders[:] = sorted(
                item for item in folders if not item.startswith(".") and _is_utf_8(item)
            )
            for item in sorted(names):
                file = Path(place) / item
                if not item.startswith(".") and _is_utf_8(item) and not file.is_symlink():
                    yield PurePosixPath(file.relative_to(root).as_posix())


def _is_utf_8(name: str) -> bool:
    """Return whether a file could be named so again: old disks have bytes that are no text."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def _copied(project: Project) -> tuple[dict[PurePosixPath, str], tuple[PurePosixPath, ...]]:
    """Keep the content of each source that is not kept yet; return the hashes, and what is left."""
    hashes: dict[PurePosixPath, str] = {}
    left: list[PurePosixPath] = []
    for path, data in _sources(project):
        if data is None:
            left.append(path)
            continue
        hashes[path] = _hash(data)
        place = _content(project, hashes[path])
        if not place.is_file() or place.stat().st_size != len(data):
            files.write(place, data)
    return hashes, tuple(left)


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _content(project: Project, name: str) -> Path:
    return folder(project) / "contenus" / name[:2] / name


def _state(project: Project, number: int) -> Path:
    return folder(project) / "etats" / f"{number:06}.json"


def _data(item: Snapshot) -> bytes:
    fields = _File(
        pris=item.taken,
        avant=item.before,
        fichiers={str(path): name for path, name in item.files.items()},
        laisses=[str(path) for path in item.left],
    )
    return fields.model_dump_json(indent=1).encode()


def _read(path: Path) -> Snapshot | None:
    try:
        read = _File.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    listed = {PurePosixPath(name): data for name, data in read.fichiers.items()}
    if not all(_is_source(name) and HASH.fullmatch(data) for name, data in listed.items()):
        return None
    left = tuple(PurePosixPath(name) for name in read.laisses)
    return Snapshot(int(path.stem), read.pris, read.avant, listed, left)


def _is_source(path: PurePosixPath) -> bool:
    """Return whether `path` may be written back: a list that was tampered with leads nowhere."""
    inside = path.parts[:1] in [(name,) for name in files.SOURCE_FOLDERS] and len(path.parts) > 1
    return path in FILES or (inside and ".." not in path.parts)


def to_keep(known: Sequence[Snapshot], sizes: Mapping[str, int]) -> list[Snapshot]:
    """Return those of `known`, the oldest first, that stay; `sizes` are those of the contents."""
    if not known:
        return []
    newest = known[-1].taken
    of_day = {item.taken.date(): item for item in known}
    kept = [
        item
        for rank, item in enumerate(reversed(known))
        if rank < LAST
        or (of_day[item.taken.date()] is item and newest - item.taken <= timedelta(days=DAYS))
    ][::-1]
    while len(kept) > FEWEST and _size(kept, sizes) > MAX_BYTES:
        del kept[0]
    return kept


def _size(known: Iterable[Snapshot], sizes: Mapping[str, int]) -> int:
    names = {name for item in known for name in item.files.values()}
    return sum(sizes.get(name, 0) for name in names)


def _forget(project: Project, known: Sequence[Snapshot]) -> None:
    """Remove the snapshots that are not to be kept, then what none of them holds."""
    contents = [path for path in (folder(project) / "contenus").glob("??/*") if path.is_file()]
    sizes = {path.name: path.stat().st_size for path in contents}
    kept = to_keep(known, sizes)
    for path in (folder(project) / "etats").glob("*.json"):
        if path.name not in {f"{item.number:06}.json" for item in kept}:
            path.unlink()
    held = {name for item in kept for name in item.files.values()}
    for path in contents:
        if path.name not in held and time.time() - path.stat().st_mtime > ORPHAN_S:
            path.unlink()
