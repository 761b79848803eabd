"""How finished outputs take the place of the former ones: all or nothing, nothing lost.

Everything is first written in a staging folder. A journal then says what goes where, and is
replayed at the next start if the work was cut short. Each file is replaced by a rename, so a
reader finds either the former file or the new one, and no folder is ever missing. A file that
somebody edited by hand (its hash is not the one noted when it was made) is kept beside. One that
another program holds open, as PowerPoint does on Windows, stays as it is, and is told.
"""

import errno
import json
import shutil
from collections.abc import Iterable, Mapping
from hashlib import file_digest
from itertools import count
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypedDict

from emas import files
from emas.project import Project

Hashes = dict[str, str]


class Move(TypedDict):
    """One file to put in place, from the staging folder."""

    staged: str
    final: str


class Journal(TypedDict):
    """What is left to do, with paths from the root of the project."""

    moves: list[Move]
    removals: list[str]
    hashes: Hashes
    keep_edited: bool


class Placed(NamedTuple):
    """What did not simply take its place, with paths from the root."""

    kept: Mapping[PurePosixPath, PurePosixPath] = {}
    """Where the hand-edited files went: from, to."""
    held: tuple[PurePosixPath, ...] = ()
    """Those that are as they were: another program has them open, or they are protected."""


def recover(project: Project) -> Placed:
    """Finish what a former run had begun to put in place, and clear what it left behind."""
    journal = _journal_path(project)
    begun = journal.is_file()
    placed = _apply(project, json.loads(journal.read_text("utf-8"))) if begun else Placed()
    shutil.rmtree(staging(project), ignore_errors=True)
    files.clear_partial(project.work)
    return placed


def renew(project: Project, target: str, outputs: Mapping[PurePosixPath, bytes]) -> None:
    """Put `outputs` in place, whatever was done to the former ones.

    Raises:
        OSError: if the disk refuses, or another program has one of them open.
    """
    recover(project)
    placed = install(project, target, outputs, keep_edited=False)
    if placed.held:
        raise PermissionError(errno.EACCES, "open elsewhere", str(placed.held[0]))


def install(
    project: Project,
    target: str,
    outputs: Mapping[PurePosixPath, bytes | Path],
    obsolete: Iterable[PurePosixPath] = (),
    *,
    keep_edited: bool = True,
) -> Placed:
    """Put `outputs` (paths inside `build/<target>/`) in place, and remove `obsolete` ones.

    An output is bytes, or a file in the folder `staging`, which is moved. Without `keep_edited`,
    files that somebody changed are replaced and removed as the others.

    Raises:
        OSError: if the disk refuses; former outputs are still there.
    """
    hashes = noted(project)
    moves: list[Move] = []
    folder = PurePosixPath("build") / target
    try:
        for number, (path, data) in enumerate(sorted(outputs.items())):
            staged = _staged(project, number, data)
            name = staged.relative_to(project.root).as_posix()
            moves.append(Move(staged=name, final=str(folder / path)))
            hashes[str(folder / path)] = _hash(staged)
        removals = [str(folder / path) for path in obsolete]
        for removed in removals:
            hashes.pop(removed, None)
        journal = Journal(moves=moves, removals=removals, hashes=hashes, keep_edited=keep_edited)
        files.write(_journal_path(project), json.dumps(journal, indent=1).encode())
    except OSError:
        shutil.rmtree(staging(project), ignore_errors=True)
        raise
    return _apply(project, journal)


def _staged(project: Project, number: int, data: bytes | Path) -> Path:
    """Return the file in the staging folder that holds `data`, on the disk for good."""
    if isinstance(data, Path):
        files.sync(data)
        return data
    staged = staging(project) / f"{number:05d}"
    files.write(staged, data)
    return staged


def noted(project: Project) -> Hashes:
    """Return the hash of each output as it was made, by its path from the root."""
    path = _hashes_path(project)
    try:
        hashes: Hashes = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return hashes


def _apply(project: Project, journal: Journal) -> Placed:
    """Do what `journal` says; doing it twice changes nothing more."""
    former = noted(project)
    edited = former if journal["keep_edited"] else None
    kept: dict[PurePosixPath, PurePosixPath] = {}
    held: list[str] = []
    for move in journal["moves"]:
        try:
            if beside := _take_place(project, move, edited):
                place = PurePosixPath(move["final"])
                kept[place] = place.with_name(beside.name)
        except PermissionError:
            held.append(move["final"])
    for path in journal["removals"]:
        try:
            if not _is_edited(project.root / path, path, edited):
                _remove(project, project.root / path)
        except PermissionError:
            held.append(path)
    for folder in {(project.root / move["final"]).parent for move in journal["moves"]}:
        if folder.is_dir():
            files.sync_folder(folder)
    hashes = {name: made for name, made in journal["hashes"].items() if name not in held}
    hashes |= {name: former[name] for name in held if name in former}
    files.write(_hashes_path(project), json.dumps(hashes, indent=1).encode())
    _journal_path(project).unlink()
    shutil.rmtree(staging(project), ignore_errors=True)
    return Placed(kept, tuple(map(PurePosixPath, held)))


def _take_place(project: Project, move: Move, edited: Hashes | None) -> Path | None:
    """Put one file in place; return where the one edited by hand went, if it was."""
    staged, final = project.root / move["staged"], project.root / move["final"]
    if not staged.exists():
        return None
    final.parent.mkdir(parents=True, exist_ok=True)
    beside = None
    if _is_edited(final, move["final"], edited) and not _same(staged, final):
        beside = _free_name(final)
        files.move(final, beside)
    files.move(staged, final)
    return beside


def _is_edited(path: Path, name: str, former: Hashes | None) -> bool:
    """Return whether the file is not the one that was made; never without `former` hashes."""
    return former is not None and path.is_file() and _hash(path) != former.get(name)


def _same(one: Path, other: Path) -> bool:
    return _hash(one) == _hash(other)


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _free_name(path: Path) -> Path:
    """Return « nom (modifié).pptx », or « nom (modifié 2).pptx »… if there is one already."""
    for number in count(1):
        label = "modifié" if number == 1 else f"modifié {number}"
        beside = path.with_name(f"{path.stem} ({label}){path.suffix}")
        if not beside.exists():
            return beside
    raise AssertionError("numbers have no end")


def _remove(project: Project, path: Path) -> None:
    """Remove a file, and the folders of `build/` that it leaves empty."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder.parent.parent == project.root or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()


def staging(project: Project) -> Path:
    """Return where what is being made waits; it is cleared when a build begins."""
    return project.work / "chantier"


def _journal_path(project: Project) -> Path:
    return project.work / "journal.json"


def _hashes_path(project: Project) -> Path:
    return project.work / "empreintes.json"
