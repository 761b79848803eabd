"""The disk: how sources are read, and the one way in which a file is written."""

import errno
import os
import stat
import tempfile
import time
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from emas.readers.source import FORBIDDEN, MAX_BYTES
from emas.readers.sources import Sources

SOURCE_FOLDERS = ("content", "modules")
TEXTS = {".md", ".yml"}
PARTIAL = ".partiel"


def read_source(path: Path) -> bytes:
    """Return the bytes of a file; those of a text longer than the limit just far enough."""
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1 if path.suffix in TEXTS else -1)


def read_sources(root: Path, read: Callable[[Path], bytes] = read_source) -> Sources:
    """Return the files of `content/` and `modules/`, each as `read` gives it.

    Hidden ones are left out. Names are those that authors type: a Mac may write « é » as two
    letters.
    """
    files: dict[PurePosixPath, bytes] = {}
    links: set[PurePosixPath] = set()
    unreadable: dict[PurePosixPath, str] = {}
    for name in SOURCE_FOLDERS:
        for folder, folders, names in os.walk(root / name):
            here = Path(folder)
            for linked in [item for item in folders if (here / item).is_symlink()]:
                links.add(_named(here / linked, root))
            folders[:] = sorted(item for item in folders if not item.startswith("."))
            for item in sorted(item for item in names if not item.startswith(".")):
                path = _named(here / item, root)
                if (here / item).is_symlink():
                    links.add(path)
                else:
                    try:
                        files[path] = read(here / item)
                    except OSError as error:
                        unreadable[path] = cause(error)
    return Sources(files, frozenset(links), unreadable)


def _named(path: Path, root: Path) -> PurePosixPath:
    return PurePosixPath(unicodedata.normalize("NFC", path.relative_to(root).as_posix()))


BINARY = ("PK\x03\x04", "\ufffd\ufffd\x11")
"""How a workbook starts once it is taken for a text: a line of it would say nothing."""

MAX_SHOWN = 10_000_000
"""Bytes of a file whose lines are shown beside what is wrong with them."""


def text_lines(path: Path) -> list[str]:
    """Return the lines of a text as far as they can be shown; none if it cannot be read."""
    try:
        with path.open("rb") as stream:
            return shown_lines(stream.read(MAX_SHOWN))
    except OSError:
        return []


def shown_lines(data: bytes) -> list[str]:
    """Return the lines of a text as far as they can be shown; none of what is not a text.

    What a terminal would obey, or a line end that we do not count, is shown as an unknown letter.
    """
    text = data.decode("utf-8-sig", errors="replace")
    if text.startswith(BINARY):
        return []
    text = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def write(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write `data` at `path`, whole or not at all, and not before it is on the disk.

    A temporary file beside it, fsync, replace, fsync of the folder: what a crash leaves is
    either the former file or the new one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=PARTIAL)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        move(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


TRIES = 10 if os.name == "nt" else 1
"""On Windows an antivirus or an indexer opens each new file for a moment."""
PAUSE_S = 0.05


def move(source: Path, target: Path) -> None:
    """Give a file another name, in the place of what had it.

    Raises:
        OSError: if the disk refuses; PermissionError when another program has one of them open.
    """
    for left in reversed(range(TRIES)):
        try:
            source.replace(target)
        except PermissionError:
            if not left:
                raise
            time.sleep(PAUSE_S)
        else:
            return


def sync(path: Path, mode: int = 0o644) -> None:
    """Have a file that another program wrote on the disk for good, with the rights of ours."""
    path.chmod(mode)
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def write_all(root: Path, changes: Mapping[PurePosixPath, bytes | None]) -> None:
    """Write files in order, or remove those whose content is None; all of them or none.

    When the disk refuses one, or somebody stops the command, those before it become as they were.

    Raises:
        OSError: what the disk refused.
    """
    done: list[tuple[Path, bytes | None]] = []
    try:
        for path, data in changes.items():
            place = root / path
            done.append((place, place.read_bytes() if place.is_file() else None))
            _put(place, data)
    except BaseException:
        for place, before in reversed(done):
            if before is not None or place.is_file():
                _put(place, before)
        raise


def _put(place: Path, data: bytes | None) -> None:
    """Write the file at `place`, or remove it."""
    if data is None:
        place.unlink(missing_ok=True)
    else:
        write(place, data, _mode(place))


def _mode(path: Path) -> int:
    """Return who may do what with the file at `path`, as it is, or as a new one has it."""
    return stat.S_IMODE(path.stat().st_mode) if path.is_file() else 0o644


def clear_partial(folder: Path) -> None:
    """Remove what writes that were cut short left under `folder`."""
    for path in folder.rglob(f".*{PARTIAL}"):
        path.unlink(missing_ok=True)


CAUSES: Mapping[int, str] = {
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "le disque est plein",
    errno.EFBIG: "le disque n’accepte pas un fichier de cette taille",
    errno.EACCES: "l’accès est refusé, ou le fichier est ouvert dans un autre programme",
    errno.EPERM: "l’accès est refusé, ou le fichier est ouvert dans un autre programme",
    errno.EROFS: "le disque est en lecture seule",
    errno.EEXIST: "un fichier occupe la place d’un dossier",
    errno.ENOTDIR: "un fichier occupe la place d’un dossier",
    errno.EISDIR: "un dossier occupe la place d’un fichier",
    errno.EIO: "le disque ne répond plus",
}


def cause(error: OSError) -> str:
    """Return in French why the disk refused."""
    return CAUSES.get(error.errno or 0, f"le disque a refusé (erreur {error.errno})")


def sync_folder(folder: Path) -> None:
    """Have the names in `folder` on the disk. Windows cannot open a folder, and needs not to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
