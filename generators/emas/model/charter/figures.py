"""Numbers that state a fact, and whether their paragraph names a source.

Our charter writes measures and headcounts in figures, and what a story counts in words: only
figures are looked at, but for shares (« un élève sur vingt »). Exact list: docs/source-format.md.
"""

import re
from collections.abc import Iterator

from emas.diagnostics import Code, Diagnostic
from emas.model.catalogue import Catalogue
from emas.model.charter.passages import Pages, Within

NUMBER = r"\d+(?:[   .]\d{3})*(?:,\d+)?"
SPELT = "une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|cent|mille"
PEOPLE = (
    r"(?:personnes?|élèves?|enfants?|adolescente?s?|jeunes|adultes?|parents|familles?|femmes?"
    r"|hommes?|filles?|garçons?|naissances?|enseignante?s?|professionnels?|aesh)"
)
PLACES = (
    r"(?:écoles?|collèges?|lycées?|établissements?|classes?|équipes?|unités?|dispositifs?|pôles?"
    r"|places?|postes?|départements?|académies?|communes?|pays|études?)"
)
TIME = r"(?:ans?|mois|semaines?|jours?|heures?)"

SHARE = re.compile(
    rf"""(?<![\w,])(?:
        {NUMBER}\s*(?:%|‰|pour\s(?:cent|mille)\b)
      | {NUMBER}\s(?:millions?|milliards?|milliers?|fois\s(?:plus|moins))\b
      | (?:{NUMBER}|{SPELT})\s{PEOPLE}\ssur\s(?:{NUMBER}|{SPELT})\b
      | {NUMBER}\ssur\s(?!20\b){NUMBER}
      | {NUMBER}\s?(?:€|euros?\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""A share, a rate or an amount: a fact wherever it is; « 13 sur 20 » is a mark."""

COUNT = re.compile(rf"(?<![\w,]){NUMBER}\s(?:\w+\s)?(?:{PEOPLE}|{PLACES}|{TIME})\b", re.IGNORECASE)
"""A headcount, an age or a time limit: a fact where we state something."""

TOLD = {Within.STORY, Within.HEARD, Within.TITLE, Within.PICTURE, Within.INVENTED, Within.WRONG}
"""What is made up, what others say, and what only names what follows."""

DONE = {Within.TRAINER, Within.ACTIVITY, Within.ADAPTATION}
"""What is to be done: its groups and its times are no facts."""


def figures_without_source(_: Catalogue, read: Pages) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each number of a statement whose paragraph names no source."""
    for page in read:
        for passage in page.passages:
            if passage.sources or passage.within & TOLD:
                continue
            asked = (SHARE,) if passage.within & DONE else (SHARE, COUNT)
            found = [match for pattern in asked for match in pattern.finditer(passage.text)]
            if found:
                first = min(found, key=lambda match: match.start())
                span = passage.span(*first.span())
                yield Diagnostic(Code.CHA008, span, {"nombre": " ".join(first[0].split())})
