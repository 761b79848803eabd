"""H5P libraries that somebody gives, to compare our packages with: their fields are read, no more.

They come from the internet, as folders or inside `.h5p` files. Nothing is written on the disk, no
name of an archive is followed, and what is read is bounded.
"""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from emas.writers.lms.h5p.semantics import Field, Libraries, read_fields

LARGEST_JSON = 2_000_000
"""Bytes of a file that is read; the largest real ones have 200 000."""

LARGEST_ALL = 64_000_000
LARGEST_LIST = 8_000_000
"""Bytes of the list of files of an archive: some 80 000 files."""

TAIL = 65_557
"""Bytes at the end of an archive that may hold its end record (APPNOTE 4.3.16)."""

END, END_64 = b"PK\x05\x06", b"PK\x06\x07"
FOLDER = re.compile(r"([\w.]+-[\d.]+)/(library|semantics)\.json")

Found = Iterator[tuple[str, bytes]]
"""Files, by names such as « H5P.Blanks-1.14/semantics.json »."""


class LibrariesError(Exception):
    """What prevents libraries from being read, for a person: « une archive abîmée »."""


def read_libraries(path: Path) -> Libraries:
    """Return the fields of the libraries at `path`, by « H5P.Blanks 1.14 ».

    `path` is a folder of libraries or of `.h5p` files, or one such file.

    Raises:
        LibrariesError: if something cannot be read, is too large, or there is no library.
    """
    try:
        files = dict(_bounded(_archive(path) if path.is_file() else _folder(path)))
    except (OSError, BadZipFile, zlib.error, RuntimeError, EOFError, ValueError) as error:
        raise LibrariesError(f"« {path.name} » ne se lit pas, ou est abîmé") from error
    found = dict(_named(files))
    if not found:
        raise LibrariesError(f"« {path.name} » n’a aucune bibliothèque H5P")
    return found


def _bounded(files: Found) -> Found:
    left = LARGEST_ALL
    for name, data in files:
        left -= len(data)
        if len(data) > LARGEST_JSON or left < 0:
            raise LibrariesError(f"« {name} » est trop gros")
        yield name, data


def _folder(path: Path) -> Found:
    for place in sorted(path.iterdir()):
        if place.suffix == ".h5p" and place.is_file():
            yield from _archive(place)
        for name in ("library.json", "semantics.json"):
            file = place / name
            if file.is_file():
                with file.open("rb") as opened:
                    yield f"{place.name}/{name}", opened.read(LARGEST_JSON + 1)


def _archive(path: Path) -> Found:
    _refuse_endless_list(path)
    with ZipFile(path) as archive:
        for entry in archive.infolist():
            name = entry.filename
            if name.startswith("/") or ".." in name.split("/") or "\\" in name:
                raise LibrariesError(f"« {path.name} » contient un chemin qui sort de son dossier")
            if FOLDER.fullmatch(name):
                with archive.open(entry) as opened:
                    yield name, opened.read(LARGEST_JSON + 1)


def _refuse_endless_list(path: Path) -> None:
    """Raise LibrariesError if the list of files, which is read whole, is not of a decent size."""
    with path.open("rb") as opened:
        opened.seek(max(0, path.stat().st_size - TAIL))
        tail = opened.read(TAIL)
    end = tail.rfind(END)
    size = int.from_bytes(tail[end + 12 : end + 16], "little")
    if end >= 0 and (size > LARGEST_LIST or END_64 in tail):
        raise LibrariesError(f"« {path.name} » a trop de fichiers")


def _named(files: Mapping[str, bytes]) -> Iterator[tuple[str, list[Field]]]:
    """Yield the fields of each library that has some, under the name its own file gives."""
    for name, data in files.items():
        folder, _, file = name.partition("/")
        fields = files.get(f"{folder}/semantics.json")
        if file == "library.json" and fields is not None:
            try:
                yield _library(json.loads(data)), read_fields(fields)
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise LibrariesError(f"« {folder} » n’est pas une bibliothèque H5P") from error


def _library(facts: Mapping[str, object]) -> str:
    name, major, minor = (facts[key] for key in ("machineName", "majorVersion", "minorVersion"))
    return f"{name} {major}.{minor}"
