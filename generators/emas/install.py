"""How finished outputs take the place of the former ones: all or nothing, nothing lost.

Everything is first written in a staging folder. A journal then says what goes where, and is
replayed at the next start if the work was cut short. Each file is replaced by a rename, so a
reader finds either the former file or the new one, and no folder is ever missing. A file that
somebody edited by hand (its hash is not the one noted when it was made) is kept beside.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TypedDict

from emas import files
from emas.project import Project

Hashes = dict[str, str]


class Move(TypedDict):
    """One file to put in place; `keep_as` is where the hand-edited one goes, or empty."""

    staged: str
    final: str
    keep_as: str


class Journal(TypedDict):
    """What is left to do, with paths from the root of the project."""

    moves: list[Move]
    removals: list[str]
    hashes: Hashes


@dataclass(frozen=True, slots=True)
class Installed:
    """What was put in place, and the hand-edited files that were kept: from -> to."""

    written: tuple[PurePosixPath, ...]
    kept: Mapping[PurePosixPath, PurePosixPath]


def recover(project: Project) -> None:
    """Finish what a former run had begun to put in place, and clear what it left behind."""
    journal = _journal_path(project)
    if journal.is_file():
        _apply(project, json.loads(journal.read_text(encoding="utf-8")))
    shutil.rmtree(_staging(project), ignore_errors=True)


def install(
    project: Project,
    target: str,
    outputs: Mapping[PurePosixPath, bytes],
    obsolete: Iterable[PurePosixPath] = (),
) -> Installed:
    """Put `outputs` (paths inside `build/<target>/`) in place, and remove `obsolete` ones."""
    hashes = noted(project)
    moves: list[Move] = []
    folder = PurePosixPath("build") / target
    for number, (path, data) in enumerate(sorted(outputs.items())):
        final = folder / path
        staged = PurePosixPath(".emas/chantier") / f"{number:05d}"
        files.write(project.root / staged, data)
        keep_as = _edited_name(project.root, final, hashes.get(str(final)), data)
        moves.append(Move(staged=str(staged), final=str(final), keep_as=keep_as))
        hashes[str(final)] = sha256(data).hexdigest()
    removals = [
        str(folder / path)
        for path in obsolete
        if not _is_edited(project.root / folder / path, hashes.get(str(folder / path)))
    ]
    for removed in removals:
        hashes.pop(removed, None)
    journal = Journal(moves=moves, removals=removals, hashes=hashes)
    files.write(_journal_path(project), json.dumps(journal, indent=1).encode())
    _apply(project, journal)
    kept = {
        PurePosixPath(move["final"]): PurePosixPath(move["keep_as"])
        for move in moves
        if move["keep_as"]
    }
    return Installed(tuple(PurePosixPath(move["final"]) for move in moves), kept)


def noted(project: Project) -> Hashes:
    """Return the hash of each output as it was made, by its path from the root."""
    path = _hashes_path(project)
    try:
        hashes: Hashes = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return hashes


def _apply(project: Project, journal: Journal) -> None:
    """Do what `journal` says; doing it twice changes nothing more."""
    folders: set[Path] = set()
    for move in journal["moves"]:
        staged, final = project.root / move["staged"], project.root / move["final"]
        if not staged.exists():
            continue
        final.parent.mkdir(parents=True, exist_ok=True)
        if move["keep_as"] and final.exists():
            final.replace(project.root / move["keep_as"])
        staged.replace(final)
        folders.add(final.parent)
    for path in journal["removals"]:
        (project.root / path).unlink(missing_ok=True)
    for folder in folders:
        files.sync_folder(folder)
    files.write(_hashes_path(project), json.dumps(journal["hashes"], indent=1).encode())
    _journal_path(project).unlink()
    shutil.rmtree(_staging(project), ignore_errors=True)


def _is_edited(path: Path, noted_hash: str | None) -> bool:
    return path.is_file() and sha256(path.read_bytes()).hexdigest() != noted_hash


def _edited_name(root: Path, final: PurePosixPath, noted_hash: str | None, new: bytes) -> str:
    """Return where to keep the file that is at `final`, or nothing if nobody edited it."""
    present = root / final
    if not _is_edited(present, noted_hash) or present.read_bytes() == new:
        return ""
    number = 1
    while True:
        label = "modifié" if number == 1 else f"modifié {number}"
        kept = final.with_name(f"{final.stem} ({label}){final.suffix}")
        if not (root / kept).exists():
            return str(kept)
        number += 1


def _staging(project: Project) -> Path:
    return project.work / "chantier"


def _journal_path(project: Project) -> Path:
    return project.work / "journal.json"


def _hashes_path(project: Project) -> Path:
    return project.work / "empreintes.json"
