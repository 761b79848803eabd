"""Spellings of an answer: platforms compare letters where our player compares words."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice, product

MOST = 24
"""Spellings of one answer, at most: beyond, a file grows and nobody types them."""

MARKS = "sxSX"
"""Last letters of a plural."""


def spellings(accepted: str, *, strict: bool) -> list[str]:
    """Return `accepted`, then what `same_words` also takes for it: no accent, a plural, no hyphen.

    Capitals are left to the platform. `strict` keeps `accepted` alone.
    """
    if strict:
        return [accepted]
    found = (
        join("".join(pieces))
        for join in (str, bare, _parted, lambda text: _parted(bare(text)))
        for pieces in product(*map(_numbers, re.split(r"(\W+)", accepted)))
    )
    return list(islice(dict.fromkeys(found), MOST))


def all_spellings(accepted: Iterable[str], *, strict: bool) -> list[str]:
    """Return the spellings of each answer that a gap accepts, none of them twice."""
    return list(dict.fromkeys(way for one in accepted for way in spellings(one, strict=strict)))


def _numbers(word: str) -> tuple[str, ...]:
    """Return a word, then with or without the mark of its plural (see `same_words`)."""
    if len(word) < 3 or not word.isalpha():
        return (word,)
    if word[-1] not in MARKS:
        return (word, f"{word}s")
    return (word, word[:-1]) if len(word) > 4 and word[-2] not in MARKS else (word,)


def bare(text: str) -> str:
    """Return `text` without accents, and with the apostrophe that keyboards have."""
    letters = unicodedata.normalize("NFD", text.replace("’", "'"))
    joined = "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    return joined.replace("œ", "oe").replace("æ", "ae").replace("Œ", "Oe").replace("Æ", "Ae")


def _parted(text: str) -> str:
    return text.replace("-", " ")
