"""Files to take away: decks and booklets that have been built."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from emas.model import Vocabulary, in_words
from emas.writers.site.elements import NBSP, classed, element, link

NAMES: Mapping[str, str] = {
    "livret": "Livret du participant",
    "livret-simple": "Livret, version simple",
    "livret-gros-caracteres": "Livret en gros caractères",
    "livret-noir-et-blanc": "Livret en noir et blanc",
    "livret-a5": "Livret au format A5",
    "livret-a5-imposition": "Livret A5, feuilles à plier, à imprimer seulement",
    "guide-animateur": "Guide de l’animateur",
    "cartes": "Cartes des situations",
    "fiche-programme": "Fiche programme",
}
FORMATS: Mapping[str, str] = {
    "pptx": "PowerPoint",
    "html": "à ouvrir dans un navigateur",
    "pdf": "PDF",
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
    items = [element("li", None, _link(item, vocabulary)) for item in sorted(downloads, key=_rank)]
    if items:
        yield element("h2", {"id": "a_telecharger"}, "À télécharger")
        yield classed("ul", "emas-telechargements", *items)


def _rank(download: Download) -> tuple[int, str, int]:
    """Return what sorts files: decks first, then sheets in the order of `NAMES`."""
    stem, extension = _parts(download)
    base, names = stem.partition("--")[0], list(NAMES)
    rank = names.index(base) if base in names else -1
    return (rank, stem, list(FORMATS).index(extension))


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
    kind = "Diaporama" if extension in DECKS else NAMES.get(base, base)
    labels = {**vocabulary.audiences, **vocabulary.levels, "courte": "version courte"}
    words = ", ".join([kind, *(labels.get(part) or _length(part) for part in variant)])
    return f"{words} ({FORMATS[extension]}, {_weight(download.size)})"


def _length(part: str) -> str:
    """Return « séance de 1 h 30 » for « duree-90 », and any other part of a name as it is."""
    minutes = part.removeprefix("duree-")
    return f"séance de {in_words(int(minutes))}" if minutes.isdecimal() else part


def _weight(size: int) -> str:
    """Return a size in bytes as it is written in French: « 180 Ko », « 2,4 Mo »."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{NBSP}Ko"
    return f"{size / 1_000_000:.1f}{NBSP}Mo".replace(".", ",")
