"""The numbers to call in danger: whether somebody checked them within a year."""

import re
from collections.abc import Iterator
from datetime import date

from emas.diagnostics import Code, Diagnostic
from emas.model.catalogue import Catalogue
from emas.model.charter.passages import Page, Passage, pages
from emas.model.days import day_in_words, months_after

VALID_MONTHS = 12
"""How long a check holds. Source: our charter, part 8."""

NUMBER = re.compile(
    r"(?<![\w,.:/°–-])(?<!art\. )(?:15|17|18|112|114|119|3018|3114)(?=\s*(?:$|[.,;:)»/]"
    r"|(?:ou|et|pour|par|au|si|à|quand|en\scas|samu|police|gendarmerie|pompiers|partout|enfance"
    r"|harcèlement|prévention)\b))(?!,\d)",
    re.IGNORECASE,
)
CALL = re.compile(
    r"appel|numéro|secours|danger|urgence|samu|police|pompier|suicide|harcèlement|enfance|sourd"
    r"|à voix haute",
    re.IGNORECASE,
)
"""What a text says around a number that is to be called."""


def numbers_to_check(catalogue: Catalogue, on: date) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each page whose emergency numbers nobody checked within a year.

    The check is that of the source cited with them, or else with others of the same page.
    """
    for page in pages(catalogue):
        late = [item for item in _shown(page, catalogue) if not _holds(item[2], on)]
        if late:
            passage, first, _ = late[0]
            numbers = sorted({match[0] for item in late for match in _calls(item[0])}, key=int)
            known = [day for _, _, day in late if day]
            cause = f"la source est du {day_in_words(min(known))}" if known else NO_SOURCE
            values = {"numeros": ", ".join(numbers), "cause": cause}
            yield Diagnostic(Code.CHA011, passage.span(*first.span()), values)


NO_SOURCE = "aucune source n’est citée avec eux"

Shown = tuple[Passage, re.Match[str], date | None]
"""A passage with numbers, the first of them, and when they were checked."""


def _shown(page: Page, catalogue: Catalogue) -> Iterator[Shown]:
    found = [(passage, calls) for passage in page.passages if (calls := _calls(passage))]
    around = tuple(name for passage, _ in found for name in passage.sources)
    for passage, calls in found:
        named = (catalogue.sources.get(name) for name in passage.sources or around)
        days = [source.consulted_on for source in named if source and source.consulted_on]
        yield passage, calls[0], max(days, default=None)


def _calls(passage: Passage) -> list[re.Match[str]]:
    found = list(NUMBER.finditer(passage.text))
    alone = bool(found) and len(found[0][0]) > 2 and found[0][0] == passage.text.strip()
    return found if alone or CALL.search(passage.text) else []


def _holds(checked: date | None, on: date) -> bool:
    return checked is not None and months_after(checked, VALID_MONTHS) >= on
