"""What is printed on sheets of its own: copies of a document, and what is stamped on them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

from pypdf import PageObject, PdfReader


class Pile(StrEnum):
    """Where printed sheets go; the value is the title of the pile on the slip."""

    BEFORE = "À envoyer avant la session"
    LEADING = "Pour la personne qui anime"
    WELCOME = "À l’accueil"
    PACKETS = "Un paquet par personne, à donner face cachée"
    OPINIONS = "À part, en fin de session"
    AFTER = "À signer après la session"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is printed over a page: words, and an address to be read by a phone, or nothing."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a made PDF, by the name of its file and its number from 1."""

    file: str
    page: int
    stamp: Stamp | None = None


Copy = tuple[Leaf | None, ...]
"""Pages that belong together, None for a blank one: they begin on a sheet of their own."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the pack: its copies, what it is called, where it goes and what becomes of it.

    `count` is how many copies are told: a file with a page for each person is printed once.
    `named` tells that names are on it.
    """

    name: str
    title: str
    pile: Pile
    copies: tuple[Copy, ...]
    count: int
    fate: str
    named: bool = False

    @property
    def pages(self) -> int:
        """Sides that something is printed on."""
        return sum(leaf is not None for copy in self.copies for leaf in copy)

    @property
    def sheets(self) -> int:
        """Sheets of paper, printed on both sides."""
        return sum(-(-len(copy) // 2) for copy in self.copies)


def whole(file: str, pdf: bytes) -> Copy:
    """Return one copy of a made PDF, as it is."""
    pages = enumerate(PdfReader(BytesIO(pdf)).pages, 1)
    return tuple(None if _is_blank(page) else Leaf(file, number) for number, page in pages)


def _is_blank(page: PageObject) -> bool:
    """Return whether no word is on a page: Typst ends a sheet so."""
    content = page.get_contents()
    return content is None or not re.search(rb"T[jJ]\b", content.get_data())


def two_sided(copies: Iterable[Copy]) -> Iterator[Leaf | None]:
    """Yield pages in printing order, None for the blank one that ends an odd copy."""
    for copy in copies:
        yield from copy
        if len(copy) % 2:
            yield None
