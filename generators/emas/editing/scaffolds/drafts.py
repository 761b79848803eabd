"""What a new piece would write, and whether it may be written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from string import Template

from emas.diagnostics import Diagnostic, Severity
from emas.diagnostics.suggest import fold
from emas.pipeline import load_sources
from emas.readers.sources import Sources

MODELS = Path(__file__).parent / "modeles"
TO_COMPLETE = "à compléter"
"""How our texts say what they lack; authors look for it."""


class RefusedError(Exception):
    """Nothing can be written: a French sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The files that would be written, whole; the first line to look at is in `opens`.

    `remarks` are French sentences about what is left to do.
    """

    changes: Mapping[PurePosixPath, bytes]
    opens: PurePosixPath
    remarks: tuple[str, ...] = ()


def filled(name: str, **values: str) -> str:
    """Return the model `name` with its `${names}` replaced; values are never read as models."""
    return Template((MODELS / name).read_text("utf-8")).substitute(values)


def after(old: bytes, text: str, *, gap: str = "\n") -> bytes:
    """Return `text` after what is there, `gap` between them, with the same line ends."""
    kept = old.rstrip(b"\r\n \t")
    whole = f"\n{gap}{text}" if kept else text
    return kept + (whole.replace("\n", "\r\n") if b"\r\n" in old else whole).encode()


def verified(sources: Sources, draft: Draft) -> Draft:
    """Return `draft` if its files can be written and would have no error.

    Raises:
        RefusedError: if one is a link, if its text is wrong already, or would be.
    """
    for path in draft.changes:
        for place in (path, *path.parents):
            if place in sources.links:
                raise RefusedError(f"« {place} » est un lien symbolique : mettez le vrai fichier.")
    files = {**sources.files, **draft.changes}
    loaded = load_sources(Sources(files, sources.links, sources.unreadable))
    for item in _errors(loaded.diagnostics, draft):
        where = f"{item.span.path}, ligne {item.span.line}"
        raise RefusedError(f"{where} : {item.message} Remède : {item.repair}")
    return draft


def _errors(found: tuple[Diagnostic, ...], draft: Draft) -> Iterator[Diagnostic]:
    for item in found:
        if item.severity is Severity.ERROR and item.span.path in draft.changes:
            yield item


def line_to_open(sources: Sources, draft: Draft) -> int:
    """Return the first new line of the file to open that is to complete, else the first new one."""
    old = sources.files.get(draft.opens, b"").decode("utf-8", "replace").splitlines()
    new = draft.changes[draft.opens].decode("utf-8").splitlines()
    start = next((rank for rank, line in enumerate(new) if line not in old[rank : rank + 1]), 0)
    wanted = (rank for rank, line in enumerate(new) if rank >= start and _is_to_complete(line))
    return next(wanted, start) + 1


def _is_to_complete(line: str) -> bool:
    return fold(TO_COMPLETE) in fold(line) and not line.lstrip().startswith(("# ", "<!--"))
