"""Checksums, as `sha256sum --check` reads them."""

from collections.abc import Mapping
from pathlib import PurePosixPath


def sums(hashes: Mapping[PurePosixPath, str]) -> bytes:
    """Return one line a file: its SHA-256 in hexadecimal, two blanks, its path.

    Source: GNU coreutils, « sha2 utilities »; `shasum` and our own page read the same.
    """
    listed = sorted((str(path), digest) for path, digest in hashes.items())
    lines = (f"{digest}  {path}\n" for path, digest in listed)
    return "".join(lines).encode()
