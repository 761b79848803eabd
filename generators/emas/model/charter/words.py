"""The words to avoid of `charte.yml`, where we say them ourselves: not where others do."""

import re
from collections.abc import Iterator
from functools import lru_cache

from emas.diagnostics import Code, Diagnostic
from emas.model.catalogue import Catalogue
from emas.model.charter.passages import Pages, Passage, Within
from emas.model.reference import AvoidedWord

OTHERS = {Within.HEARD, Within.QUOTE, Within.WRONG}
"""Where what is written is what people say, or what is not to be done."""

QUOTED = re.compile(r"«[^»]*(?:»|$)|“[^”]*(?:”|$)")


def words_to_avoid(catalogue: Catalogue, read: Pages) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each word that the charter of the project avoids."""
    words = catalogue.charter.words
    if not words:
        return
    searched = _pattern(words)
    for page in read:
        for passage in page.passages:
            if not passage.within & OTHERS:
                yield from _of_passage(passage, words, searched)


def _of_passage(
    passage: Passage, words: tuple[AvoidedWord, ...], searched: re.Pattern[str]
) -> Iterator[Diagnostic]:
    own = QUOTED.sub(lambda match: " " * len(match[0]), passage.text)
    for match in searched.finditer(own):
        if match.lastindex:
            yield _diagnostic(passage, match, words[match.lastindex - 1])


def _diagnostic(passage: Passage, match: re.Match[str], word: AvoidedWord) -> Diagnostic:
    span = passage.span(*match.span())
    found = " ".join(match[0].split())
    values = {"mot": found, "preferer": word.instead, "pourquoi": word.why}
    edit = passage.edit(*match.span(), word.replacement) if word.replacement else None
    return Diagnostic(Code.CHA001 if word.certain else Code.CHA002, span, values, edit)


@lru_cache(maxsize=4)
def _pattern(words: tuple[AvoidedWord, ...]) -> re.Pattern[str]:
    """Return what finds them, a group each, and first of all the phrases where they are right."""
    fine = "|".join(_inflected(phrase) for word in words for phrase in word.fine) or "(?!)"
    groups = "|".join(f"({'|'.join(map(_inflected, word.forms))})" for word in words)
    return re.compile(rf"(?<![\w-])(?:{fine}|{groups})(?![\w-])", re.IGNORECASE)


def _inflected(phrase: str) -> str:
    """Return what finds `phrase`, each of its words with the endings of gender and number."""
    words = (re.sub("['’]", "['’]", re.escape(word)) for word in phrase.split())
    return r"\s+".join(f"{word}(?:e|s|es)?" for word in words)
