"""The slip on top of what is printed: each document, its sheets, and what to do with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from emas.model import Planned, day_in_words
from emas.model.asking import Asked
from emas.model.asking import kept_until as last_day
from emas.writers.handouts.context import Data
from emas.writers.handouts.inlines import breakable
from emas.writers.sessions.pack import Pack, in_room, is_alone, meets
from emas.writers.sessions.sheets import Document, Pile
from emas.writers.sessions.words import heading

KIND = "Bordereau d’impression"


TOLD = {
    Pile.BEFORE: "Une dizaine de jours avant.",
    Pile.LEADING: "Les corrigés ont les réponses\u00a0: ne les laissez pas sur une table.",
    Pile.WELCOME: "Chacun signe à chaque demi-journée, animation comprise\u202f; les chevalets se"
    " coupent et se plient.",
    Pile.PACKETS: "Mélangez-les. Aucun nom n’y est écrit.",
    Pile.OPINIONS: "Ces feuilles ont d’autres codes\u00a0: ne les rangez pas avec les quiz.",
    Pile.AFTER: "Au vu de l’émargement, pour qui était là\u202f; détruisez les autres.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One document of the pack. `pages` are those of all the copies, blank ones left out."""

    name: str
    title: str
    pile: Pile
    count: int
    pages: int
    sheets: int
    fate: str
    named: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """All that is printed, in printing order, and why something is not; `own` are its own pages."""

    lines: tuple[Line, ...]
    own: int
    left_out: tuple[str, ...]

    @property
    def pages(self) -> int:
        """Sides that something is printed on."""
        return self.own + sum(line.pages for line in self.lines)

    @property
    def sheets(self) -> int:
        """Sheets of paper, printed on both sides."""
        return -(-self.own // 2) + sum(line.sheets for line in self.lines)


def slip(pack: Pack, documents: Iterable[Document], own: int) -> Slip:
    """Return the slip of `documents`, in their order; it has `own` pages itself."""
    lines = (
        Line(
            one.name, one.title, one.pile, one.count, one.pages, one.sheets, one.fate,
            one.named,
        )
        for one in documents
    )  # fmt: skip
    return Slip(tuple(lines), own, tuple(left_out(pack)))


def left_out(pack: Pack) -> Iterator[str]:
    """Yield what a session of this kind has no use for on paper, with the reason."""
    if is_alone(pack.item):
        yield (
            "Ni émargement, ni déroulé, ni attestation de présence\u00a0: chacun suit la formation"
            " à son heure, personne ne peut dire qui était là."
        )
    elif remote := [half for half in pack.item.session.half_days if not in_room(half)]:
        what = "Une demi-journée est" if len(remote) == 1 else f"{len(remote)} demi-journées sont"
        yield (
            f"{what} à distance\u00a0: pas de feuille d’émargement à signer\u202f; le déroulé a une"
            " ligne pour noter combien de personnes étaient connectées."
        )
    if not meets(pack.item):
        yield (
            "Ni chevalets, ni livrets numérotés, ni quiz, ni avis\u00a0: personne n’est dans une"
            " salle pour les recevoir. Chacun répond en ligne\u202f; les livrets sans numéro sont"
            " dans «\u00a0build/livrets\u00a0»."
        )


def as_data(made: Slip, pack: Pack) -> Data:
    """Return what `bordereau.typ` prints."""
    return {
        **heading(pack, KIND, numbered=True),
        "piles": [
            {"title": str(pile), "told": TOLD[pile], "lines": [_line(line) for line in lines]}
            for pile, lines in groupby(made.lines, key=lambda line: line.pile)
        ],
        "pages": made.pages,
        "sheets": made.sheets,
        "left_out": list(made.left_out),
        "packets": len(pack.codes),
        "names": bool(pack.people),
        "kept_until": kept_until(pack.item, pack.quizzes),
        "id": pack.item.session.id,
    }


def kept_until(item: Planned, parts: Iterable[Asked]) -> str:
    """Return the day until which answers are kept, or nothing for a session without a day."""
    day = last_day(item.session, parts)
    return "" if day is None else day_in_words(day)


def _line(line: Line) -> Data:
    return {
        "name": breakable(line.name),
        "title": breakable(line.title),
        "copies": line.count,
        "pages": line.pages,
        "sheets": line.sheets,
        "fate": line.fate,
        "named": line.named,
    }
