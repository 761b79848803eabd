"""Which files of a folder hold some words, whatever the format of the file."""

import re
import sqlite3
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

ENCODINGS = ("utf-8", "utf-16-le", "latin-1")


def holders(root: Path, words: Iterable[str]) -> set[str]:
    """Return the files under `root` that hold one of `words`, by their paths from it.

    A name counts too: that of a file, of a folder, of what an archive holds.
    """
    wanted = [_bare(word) for word in words]
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if any(word in bare for bare in map(_bare, _texts(path, root)) for word in wanted)
    }


def _bare(text: str) -> str:
    """Return `text` without accents, capitals, blanks or signs: a line end parts nothing."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return re.sub(r"[^a-z0-9]", "", plain)


def _texts(path: Path, root: Path) -> Iterator[str]:
    yield path.relative_to(root).as_posix()
    if path.is_file():
        yield from texts_of(path.read_bytes())


def texts_of(data: bytes) -> Iterator[str]:
    """Yield all that can be read in `data`, which may hold other files."""
    if data.startswith(b"%PDF"):
        yield from _pdf(data)
    elif data.startswith(b"SQLite format 3"):
        with sqlite3.connect(":memory:") as base:
            base.deserialize(data)
            yield "\n".join(base.iterdump())
    elif zipfile.is_zipfile(BytesIO(data)):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                yield from texts_of(archive.read(name))
    else:
        for encoding in ENCODINGS:
            yield data.decode(encoding, errors="replace")


def _pdf(data: bytes) -> Iterator[str]:
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    yield done.stdout.decode()
    reader = PdfReader(BytesIO(data))
    yield str(dict(reader.metadata or {}))
    yield " ".join(
        found.decode() for found in re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", data, re.S)
    )
    yield "\n".join(str(entry) for entry in reader.outline)
