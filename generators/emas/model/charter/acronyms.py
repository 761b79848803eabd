"""Acronyms: said in full where a page first uses them."""

import re
from collections.abc import Iterator, Mapping

from emas.diagnostics import Code, Diagnostic
from emas.diagnostics.suggest import fold
from emas.model.catalogue import Catalogue
from emas.model.charter.passages import Page, Pages, Passage, Within
from emas.model.reference import Term

ACRONYM = re.compile(r"(?<![\w-])(?![IVXLC]+(?!\w))[A-ZÀÂÉÈÊÎÔ]{2,6}(?![\w-])")
"""Two to six capitals; no century, and no part of a longer name as « GEVA-Sco »."""

LABELS = {Within.TITLE, Within.PICTURE}
"""What the text under it says in full."""

OPENED = re.compile(r"\w['’\w»]*\s+\((?:[\w-]+(?:,| et| ou)? )*$")
BRACKET = re.compile(r"\s*\(\s*[a-zà-ÿ]")
APPOSED = re.compile(r"(?:,|\s*:|\s+–)\s+(?:[ld]['’]|(?:le|la|les|une?|des|du|de)\s)?(\w)")


def unexplained_acronyms(catalogue: Catalogue, read: Pages) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each acronym that a page does not say in full where it first uses it.

    Titles and alternatives of pictures are not the place for it: they neither do nor need it.
    """
    terms = {word: term for term in catalogue.glossary.values() for word in _names(term)}
    common = frozenset(catalogue.charter.acronyms)
    for page in read:
        yield from _of_page(page, terms, common)


def _names(term: Term) -> tuple[str, ...]:
    return (term.term, *term.variants)


def _of_page(page: Page, terms: Mapping[str, Term], common: frozenset[str]) -> Iterator[Diagnostic]:
    seen = set(common)
    for passage in page.passages:
        if passage.within & LABELS:
            continue
        for match in ACRONYM.finditer(passage.text):
            if match[0] not in seen:
                seen.add(match[0])
                term = terms.get(match[0])
                if not _is_in_full(passage, match, term):
                    yield _diagnostic(passage, match, term)


def _is_in_full(passage: Passage, match: re.Match[str], term: Term | None) -> bool:
    """Return whether the acronym is in brackets after its words, or is followed by them."""
    before, after = passage.text[: match.start()], passage.text[match.end() :]
    if OPENED.search(before) or BRACKET.match(after):
        return True
    apposed = APPOSED.match(after)
    if apposed and fold(apposed[1]) == fold(match[0][0]):
        return True
    return bool(term and term.expansion and fold(term.expansion) in fold(passage.text))


def _diagnostic(passage: Passage, match: re.Match[str], term: Term | None) -> Diagnostic:
    span = passage.span(*match.span())
    if term is None or not term.expansion:
        return Diagnostic(Code.CHA004, span, {"sigle": match[0]})
    whole = f"{term.expansion} ({match[0]})"
    edit = passage.edit(*match.span(), whole)
    return Diagnostic(Code.CHA003, span, {"sigle": match[0], "entier": whole}, edit)
