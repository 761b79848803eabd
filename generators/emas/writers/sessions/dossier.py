"""The whole pack as one file: what a coordinator gives to a copier."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from emas.writers.handouts.compile import Document as Typeset
from emas.writers.handouts.compile import typeset
from emas.writers.sessions.binding import Shelf, bound
from emas.writers.sessions.pack import Pack
from emas.writers.sessions.packets import packets
from emas.writers.sessions.papers import settings_file
from emas.writers.sessions.sheets import Copy, Document, Leaf, Pile, two_sided, whole
from emas.writers.sessions.slip import Slip, as_data, slip
from emas.writers.written import Written

DOSSIER, TITLE = "dossier-a-imprimer.pdf", "Dossier de session"
ON_TOP = "bordereau.pdf"


def dossier(
    pack: Pack, documents: list[Document], bases: Mapping[str, Copy], shelf: Shelf
) -> tuple[Written, Slip]:
    """Return the file of all `documents`, packets gathered, and the slip that is its first page.

    `bases` are what packets are made of. Every copy begins on a sheet of its own.
    """
    made, on_top = _slip(pack, documents, shelf)
    if not on_top.files:
        return on_top, made
    pdf = on_top.files[PurePosixPath(ON_TOP)]
    leaves = [*two_sided([whole(ON_TOP, pdf)]), *_leaves(pack, documents, bases)]
    with_slip = replace(shelf, pdfs={**shelf.pdfs, ON_TOP: pdf})
    return bound(DOSSIER, f"{TITLE} {pack.item.session.id}", leaves, with_slip), made


def _slip(pack: Pack, documents: list[Document], shelf: Shelf) -> tuple[Slip, Written]:
    """Return the slip, which counts its own pages, and its PDF."""
    own = 1
    while True:
        made = slip(pack, documents, own)
        document = Typeset(
            PurePosixPath(ON_TOP),
            "bordereau.typ",
            settings_file(shelf.theme),
            shelf.dated,
            private=as_data(made, pack),
        )
        written = typeset(document, shelf.theme, shelf.explain)
        really = max((len(whole(ON_TOP, pdf)) for pdf in written.files.values()), default=own)
        if really <= own:
            return made, written
        own = really


def _leaves(
    pack: Pack, documents: list[Document], bases: Mapping[str, Copy]
) -> Iterator[Leaf | None]:
    """Yield all the pages in printing order: pile by pile, a packet after another."""
    for pile in Pile:
        if pile is Pile.PACKETS:
            yield from two_sided(packets(pack, bases))
        else:
            for document in documents:
                if document.pile is pile:
                    yield from two_sided(document.copies)
