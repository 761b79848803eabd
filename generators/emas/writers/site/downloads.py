"""Files to take away: decks and sheets that have been built, those to lead a session apart."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from emas.model import TITLES, Vocabulary, in_words, title_of
from emas.writers.site.elements import NBSP, classed, element, link

NAMES: Mapping[str, str] = {
    "livret": "Livret du participant",
    "livret-simple": "Livret, version simple",
    "livret-gros-caracteres": "Livret en gros caractères",
    "livret-noir-et-blanc": "Livret en noir et blanc",
    "livret-a5": "Livret au format A5",
    "livret-a5-imposition": "Livret A5, feuilles à plier, à imprimer seulement",
}
FOR_TRAINERS: Mapping[str, str] = {
    "guide-animateur": "Guide de l’animateur",
    "quiz": "Quiz",
    "corrige": "Corrigé du quiz",
    "cartes": "Cartes des situations",
    "fiche-programme": "Fiche programme",
}
OF_AN_ASSESSMENT = re.compile(r"(quiz|corrige)-(.+?)(-gros-caracteres)?")
"""The sheets that there may be several of: one of each for an assessment."""

HEADINGS = {
    False: ("a_telecharger", "À télécharger"),
    True: ("pour_animer", "Pour animer une séance"),
}
FORMATS: Mapping[str, str] = {
    "pptx": "PowerPoint",
    "html": "à ouvrir dans un navigateur",
    "pdf": "PDF",
    "txt": "texte à copier",
}
DECKS = ("pptx", "html")
FOLDER = "telechargements"


@dataclass(frozen=True, slots=True)
class Download:
    """A built file of a module, by the name it has on the site: « autisme--aesh.pptx »."""

    name: str
    size: int


def uri(module: str, download: Download) -> str:
    """Return the place of a file on the site."""
    return f"modules/{module}/{FOLDER}/{download.name}"


def listed(downloads: Iterable[Download], vocabulary: Vocabulary) -> Iterator[Element]:
    """Yield the list of files, each with its format and its size; nothing if there is none."""
    found = sorted(downloads, key=_rank)
    for trainers in (False, True):
        items = [
            element("li", None, _link(item, vocabulary))
            for item in found
            if (_family(item) in FOR_TRAINERS) is trainers
        ]
        if items:
            identifier, title = HEADINGS[trainers]
            yield element("h2", {"id": identifier}, title)
            yield classed("ul", "emas-telechargements", *items)


def _family(download: Download) -> str:
    """Return the name of a sheet without that of its assessment, or nothing for a deck."""
    return _named(download)[0]


def _named(download: Download) -> tuple[str, str]:
    """Return the name of a sheet, then that of its assessment; each may be empty."""
    stem, extension = _parts(download)
    base = "" if extension in DECKS else stem.partition("--")[0]
    found = OF_AN_ASSESSMENT.fullmatch(base)
    return (found[1], found[2]) if found else (base, "")


def _rank(download: Download) -> tuple[int, int, str, int]:
    """Return what sorts files: decks first, then sheets in the order of their names here.

    Those of an assessment come in the order in which assessments are taken.
    """
    stem, extension = _parts(download)
    (family, assessment), names, taken = _named(download), [*NAMES, *FOR_TRAINERS], list(TITLES)
    return (
        names.index(family) if family in names else -1,
        taken.index(assessment) if assessment in taken else len(taken),
        stem,
        list(FORMATS).index(extension),
    )


def _link(download: Download, vocabulary: Vocabulary) -> Element:
    """Return the link to a file. A deck for browsers is saved rather than opened.

    Its styles and its script are inside, which the security header of a site refuses.
    """
    result = link(f"{FOLDER}/{download.name}", title(download, vocabulary))
    if _parts(download)[1] == "html":
        result.set("download", download.name)
    return result


def _parts(download: Download) -> tuple[str, str]:
    stem, _, extension = download.name.rpartition(".")
    return stem, extension


def title(download: Download, vocabulary: Vocabulary) -> str:
    """Return « Diaporama, AESH, version courte (PowerPoint, 180 Ko) »."""
    stem, extension = _parts(download)
    base, *variant = stem.split("--")
    kind = "Diaporama" if extension in DECKS else _sheet(base)
    labels = {**vocabulary.audiences, **vocabulary.levels, "courte": "version courte"}
    words = ", ".join([kind, *(labels.get(part) or _length(part) for part in variant)])
    return weighed(words, download)


def weighed(words: str, download: Download) -> str:
    """Return `words` with the format and the size of a file: « … (PDF, 180 Ko) »."""
    return f"{words} ({FORMATS[_parts(download)[1]]}, {_weight(download.size)})"


def _sheet(base: str) -> str:
    """Return what readers call a sheet: « Quiz « Faire le point » en gros caractères »."""
    found = OF_AN_ASSESSMENT.fullmatch(base)
    if not found:
        return {**NAMES, **FOR_TRAINERS}.get(base, base)
    family, assessment, large = found.groups()
    named = f"{FOR_TRAINERS[family]} «{NBSP}{title_of(assessment)}{NBSP}»"
    return f"{named} en gros caractères" if large else named


def _length(part: str) -> str:
    """Return « séance de 1 h 30 » for « duree-90 », and any other part of a name as it is."""
    minutes = part.removeprefix("duree-")
    return f"séance de {in_words(int(minutes))}" if minutes.isdecimal() else part


def _weight(size: int) -> str:
    """Return a size in bytes as it is written in French: « 180 Ko », « 2,4 Mo »."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{NBSP}Ko"
    return f"{size / 1_000_000:.1f}{NBSP}Mo".replace(".", ",")
