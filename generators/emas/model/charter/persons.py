"""Names that are not marked as invented, and what tells who somebody is.

No list of first names is needed: in French a noun has an article, a name has none.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic
from emas.model.catalogue import Catalogue
from emas.model.charter.passages import INVENTED, Page, Pages, Passage, Within

NAME = r"[A-ZÀÂÉÈÊËÎÏÔÛÇ][a-zàâéèêëîïôöûüç]+(?:-[A-ZÀÂÉÈÊËÎÏÔÛÇ]?[a-zàâéèêëîïôöûüç]+)?"

INSIDE = re.compile(
    rf"(?=[A-ZÀ-Ý])(?:(?<=[a-zà-ÿ,;]\s)|(?<=\bM\.\s)){NAME}(?:\s{NAME})*(?![\w’'-])"
)
"""A capital inside a sentence."""

ARTICLE = re.compile(
    r"(?:^|[\s(’'])(?:l|d|les?|la|du|des?|de\sla|de\sl|aux?|une?|en|ce|cette|ces|notre|votre|son|sa"
    r"|ses|leurs?|chaque|par|via|selon|sous|dans|sur)\s$",
    re.IGNORECASE,
)

VERBS = (
    "est|était|sera|a|avait|va|fait|dit|lit|crie|refuse|quitte|pleure|arrive|reste|part|tape|frappe"
    "|répond|écrit|parle|court|pousse|jette|sort|vient|revient|dort|mange|joue|porte|attend|demande"
    "|préfère|aime|sait|peut|veut|doit|suit|tient|vit"
    "|se|ne|s['’]\\w+|n['’]\\w+"
)
FIRST = re.compile(
    rf"(?:^|[.!?:»–]\s+)(?P<name>{NAME}(?:\s{NAME})?)"
    rf"(?:,\s(?:en|au|élève|une?|\d)\b[^,.]{{0,40}},)?\s(?:{VERBS})(?!\w)"
)
"""A capital that begins a sentence, with a verb at once."""

ACTION = re.compile(r"\w+(?:er|ir|ez)\s+(?!(?:est|a)\s+(?:en|au|élève|une?|\d))")
"""« Évaluer est le travail de tous » has a verb as its subject; « Samir est en CM1 » has not."""

NO_NAME = frozenset({
    "Il", "Elle", "Ils", "Elles", "On", "Je", "Tu", "Nous", "Vous", "Cela", "Ceci", "Ce", "Ça",
    "Celui", "Celle", "Ceux", "Qui", "Que", "Quoi", "Lequel", "Laquelle", "Quel", "Quelle",
    "Quels", "Quelles", "Chacun", "Chacune", "Tout", "Toute", "Tous", "Toutes", "Rien",
    "Personne", "Aucun", "Aucune", "Certain", "Certaine", "Autre", "Un", "Une", "Le", "La",
    "Les", "Des", "Du", "De", "Cet", "Cette", "Ces", "Chaque", "Mon", "Ma", "Mes", "Ton", "Ta",
    "Tes", "Son", "Sa", "Ses", "Notre", "Nos", "Votre", "Vos", "Leur", "Leurs", "Plus", "Moins",
    "Beaucoup", "Peu", "Trop", "Oui", "Non", "Et", "Ou", "Mais", "Si", "En", "Au", "Aux", "Par",
    "Pour", "Sans", "Dans", "Sur", "Ne", "Se", "Faites", "Dites", "Monsieur", "Madame", "Maman",
    "Papa",
})  # fmt: skip

SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")

PRIVATE = {
    "une date de naissance": re.compile(
        r"\bnée?\sle\s\d|\bdate\sde\snaissance\s:\s*\d|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b",
        re.IGNORECASE,
    ),
    "un numéro de téléphone": re.compile(
        r"(?<![\d+])(?:\+33\s?|0)(?!1\s?99\s?00|2\s?61\s?91|3\s?53\s?01|4\s?65\s?71|5\s?36\s?49"
        r"|6\s?39\s?98)[1-9](?:[\s.-]?\d\d){4}(?!\d)"
    ),
    "une adresse électronique": re.compile(
        r"[\w.+-]+@(?!(?:[\w-]+\.)*(?:example|exemple)\b)[\w-]+(?:\.[\w-]+)+"
    ),
}
"""What tells who somebody is. Addresses in `.example` and the telephone numbers that Arcep keeps
for fiction are nobody's."""


def unmarked_names(_: Catalogue, read: Pages) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each name that its module, or its adaptation, does not call invented.

    Hand-written pages are left alone: there, a team says who it is.
    """
    ours = (page for page in read if _is_ours(page.path))
    for together in [list(whole) for __, whole in groupby(ours, lambda page: _home(page.path))]:
        known = {name for page in together for name in _invented(page)}
        for page in together:
            yield from _unknown(page, known)


def private_data(_: Catalogue, read: Pages) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each date of birth, telephone number or address in a module."""
    for page in read:
        for passage in page.passages if _is_ours(page.path) else ():
            for what, pattern in PRIVATE.items():
                for match in pattern.finditer(passage.text):
                    yield Diagnostic(Code.CHA010, passage.span(*match.span()), {"quoi": what})


def _is_ours(path: PurePosixPath) -> bool:
    return path.parts[:2] not in (("content", "pages"), ("content", "guide"))


def _home(path: PurePosixPath) -> PurePosixPath:
    return PurePosixPath(*path.parts[:2]) if path.parts[0] == "modules" else path


def _invented(page: Page) -> Iterator[str]:
    for passage in page.passages:
        for sentence in SENTENCE.findall(passage.text):
            if INVENTED.search(sentence):
                yield from re.findall(NAME, sentence)


def _unknown(page: Page, known: set[str]) -> Iterator[Diagnostic]:
    """Yield each name of a page once; an author mends it once."""
    told = set(known) | NO_NAME
    for passage in page.passages:
        if Within.TITLE in passage.within:
            continue
        for start, name in _names(passage):
            if not told.issuperset(name.split()):
                told.update(name.split())
                span = passage.span(start, start + len(name))
                yield Diagnostic(Code.CHA009, span, {"nom": name})


def _names(passage: Passage) -> Iterator[tuple[int, str]]:
    for match in FIRST.finditer(passage.text):
        if not ACTION.match(passage.text, match.start("name")):
            yield match.start("name"), match["name"]
    for match in INSIDE.finditer(passage.text):
        if not ARTICLE.search(passage.text[: match.start()]):
            yield match.start(), match[0]
