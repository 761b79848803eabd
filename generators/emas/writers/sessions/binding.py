"""Pages of made PDFs put together for a copier, with a code and a QR code over some of them.

Identical pages are stored once, whatever the number of copies.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from emas.theme import Theme
from emas.writers.handouts.codes import qr_code
from emas.writers.handouts.compile import Document, Explain, as_json, typeset
from emas.writers.handouts.context import Data
from emas.writers.handouts.look import mono, settings
from emas.writers.sessions.sheets import Leaf, Stamp
from emas.writers.written import Written

LINE_CM = 0.95
"""From the upper edge of a page to the words of its stamp: margins are two centimetres."""

QR_CM = 3.0


def reserved_cm(site: str) -> float:
    """Return the side of the square that a copy leaves for its QR code: none without a site."""
    return QR_CM if site else 0


@dataclass(frozen=True, slots=True)
class Shelf:
    """The PDFs that pages are taken from, by name, and what a file for the copier is made with.

    The PDFs are written inside `within` while Typst reads them: names of people may be on them.
    """

    pdfs: Mapping[str, bytes]
    theme: Theme
    dated: date
    explain: Explain
    within: Path


def bound(name: str, title: str, leaves: Iterable[Leaf | None], shelf: Shelf) -> Written:
    """Return `leaves` as one PDF without tags, for a printer only; None is a blank page."""
    pages = list(leaves)
    data: Data = {
        "title": f"{title} (à imprimer seulement)",
        "pages": [_page(leaf) for leaf in pages],
        "line-cm": LINE_CM,
        "qr-cm": QR_CM,
    }
    files = {leaf.file: shelf.pdfs[leaf.file] for leaf in pages if leaf}
    files["reglages.json"] = as_json(settings(shelf.theme, mono(shelf.theme)))
    document = Document(
        PurePosixPath(name),
        "assemblage.typ",
        files,
        shelf.dated,
        tagged=False,
        private=data,
        within=shelf.within,
    )
    return typeset(document, shelf.theme, shelf.explain)


def _page(leaf: Leaf | None) -> Data | None:
    if leaf is None:
        return None
    return {"file": leaf.file, "page": leaf.page, "stamp": _stamp(leaf.stamp)}


def _stamp(stamp: Stamp | None) -> Data | None:
    if stamp is None:
        return None
    return {"words": stamp.words, "qr": qr_code(stamp.address).decode() if stamp.address else ""}
