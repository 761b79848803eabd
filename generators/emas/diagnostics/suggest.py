"""The nearest known name to what an author wrote."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache


@lru_cache(maxsize=1024)  # the words of the vocabulary come back with every name
def fold(text: str) -> str:
    """Return `text` without accents, capitals and outer blanks: how names are compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).strip()


NEAR = 0.75
"""How alike two names must be; below, the suggestion misleads more often than it helps."""


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return « Vouliez-vous dire … ? » with a leading space, or nothing when no name is near."""
    by_folded = {fold(item): item for item in known}
    near = get_close_matches(fold(name), by_folded, n=1, cutoff=NEAR)
    return f" Vouliez-vous dire « {by_folded[near[0]]} » ?" if near else ""
