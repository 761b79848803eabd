"""Sentences that are too long to be read in one go."""

import re
from collections.abc import Iterator

from emas.diagnostics import Code, Diagnostic
from emas.model.catalogue import Catalogue
from emas.model.charter.passages import Page, Pages, Passage, Within

LONGEST = 35
"""Words of a sentence; longer ones are told one by one."""

PLAIN = 12
"""Words of a sentence in plain language. Source: our charter, part 3."""

AVERAGE = 20
"""Words of a sentence, on average over a page. Source: our charter, rule 4."""

FEWEST = 5
"""Sentences under which an average says nothing."""

SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…](?!\s|$)[^.!?…\n]*)*")
"""Up to a mark of the end that a blank follows: « 1.2 » ends nothing."""

WORD = re.compile(r"\w[\w’'-]*")


def long_sentences(_: Catalogue, read: Pages) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each sentence that is too long, and each page of long ones."""
    for page in read:
        for passage in page.passages:
            yield from _too_long(passage)
        yield from _long_on_average(page)


def _too_long(passage: Passage) -> Iterator[Diagnostic]:
    plain = Within.PLAIN in passage.within
    most, code = (PLAIN, Code.CHA006) if plain else (LONGEST, Code.CHA005)
    for match, words in _sentences(passage.text):
        if words > most:
            values = {"mots": str(words), "plus": str(most)}
            yield Diagnostic(code, passage.span(match.start(), match.end()), values)


def _sentences(text: str) -> Iterator[tuple[re.Match[str], int]]:
    for match in SENTENCE.finditer(text):
        words = len(WORD.findall(match[0]))
        if words:
            yield match, words


def _long_on_average(page: Page) -> Iterator[Diagnostic]:
    prose = [passage for passage in page.passages if not passage.within]
    counts = [words for passage in prose for _, words in _sentences(passage.text)]
    if len(counts) >= FEWEST and sum(counts) > AVERAGE * len(counts):
        values = {"moyenne": str(round(sum(counts) / len(counts))), "plus": str(AVERAGE)}
        yield Diagnostic(Code.CHA007, prose[0].span(0, 1), values)
