"""Questions that other programs exported: GIFT, Moodle XML."""

from pathlib import PurePosixPath

from emas import memory
from emas.diagnostics import Code, Diagnostic, file_start
from emas.readers.exchange.draft import Draft
from emas.readers.exchange.gift import read_gift
from emas.readers.exchange.moodle_xml import read_moodle_xml
from emas.readers.source import decode

__all__ = ["MAX_BYTES", "Draft", "read_exchange"]

MAX_BYTES = 10_000_000
"""A bank of a thousand questions with its pictures; a larger one is exported by category."""

MAX_WEIGHT = 2_000_000
"""Letters, a tag or a text counting for twenty: more than a bank of ours may hold."""

SIGNATURES = {
    b"PK": "c’est une archive zip",
    b"\x1f\x8b": "c’est une archive compressée",
    b"%PDF": "c’est un PDF",
    b"\xd0\xcf\x11\xe0": "c’est un document de bureautique",
}
"""How files start that are given by mistake. None is ever opened."""

TEXT = "exportez les questions au format « GIFT » ou « XML Moodle »."
LESS = "exportez moins de questions à la fois, une catégorie après l’autre."


def read_exchange(data: bytes, path: PurePosixPath) -> tuple[list[Draft], list[Diagnostic]]:
    """Return the questions of a file, and what is wrong with it. Its content says its format."""
    if len(data) > MAX_BYTES:
        return [], [refused(path, f"il dépasse {MAX_BYTES // 1_000_000} Mo", LESS)]
    for signature, what in SIGNATURES.items():
        if data.startswith(signature):
            return [], [refused(path, what, TEXT)]
    with memory.held():
        drafts, found = read_moodle_xml(data, path) if _is_xml(data) else _gift(data, path)
    if sum(draft.weight() for draft in drafts) > MAX_WEIGHT:
        return [], [refused(path, "il a trop de texte pour une seule banque", LESS)]
    return drafts, found


def _gift(data: bytes, path: PurePosixPath) -> tuple[list[Draft], list[Diagnostic]]:
    source, found = decode(data, path)
    if source is None:
        return [], found
    drafts, problems = read_gift(source)
    return drafts, [*found, *problems]


def refused(path: PurePosixPath, cause: str, remedy: str) -> Diagnostic:
    """Return why a whole file is not imported."""
    return Diagnostic(Code.IMP001, file_start(path), {"cause": cause, "remede": remedy})


def _is_xml(data: bytes) -> bool:
    """Return whether a file is meant as XML, in UTF-8 or UTF-16: GIFT may start with a tag too."""
    start = data[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith((b"<?xml", b"<quiz", b"<!DOCTYPE", b"<!doctype", b"<!--"))
