"""What both formats say and count: why a question is not understood, how it is named, numbers."""

import re
from decimal import Decimal

from emas.readers.exchange.draft import HOLE
from emas.readers.source import FORBIDDEN

NUMBER = re.compile(r"[+-]?(?:\d{1,15}(?:[.,]\d{0,15})?|[.,]\d{1,15})(?:[eE][+-]?\d{1,2})?")


class NotUnderstoodError(Exception):
    """Why a question cannot be read, in French; `place` is where, in its block."""

    def __init__(self, cause: str, place: int = 0) -> None:
        super().__init__(cause)
        self.cause = cause
        self.place = place


def named(text: str) -> str:
    """Return the first words of a question, between quotes, as messages name it."""
    words = shown(text, 60)
    return f"« {words or '(sans texte)'} »"


def shown(text: str, most: int) -> str:
    """Return the first words of a text of others, without what a terminal would obey."""
    clean = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace(HOLE, "…"))
    words = " ".join(clean.split()).replace("«", "“").replace("»", "”")
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def number(text: str) -> Decimal:
    """Return the number in `text`, with a point or a comma.

    Raises:
        NotUnderstoodError: if it is none.
    """
    if not NUMBER.fullmatch(text.strip()):
        raise NotUnderstoodError(f"{named(text)} n’est pas un nombre")
    return Decimal(text.strip().replace(",", "."))
