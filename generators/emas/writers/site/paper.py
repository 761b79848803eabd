"""The paper of the whole project, where the site offers it: by domain, and visual supports."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from emas.transforms.typography import space
from emas.writers.site.downloads import FOLDER, Download, weighed
from emas.writers.site.elements import classed, element, label, link
from emas.writers.supports.words import SUPPORTS, sheet_name

HEADING = "supports_visuels"
TITLE = "Supports visuels à imprimer"
LEAD = (
    "En noir et blanc, à découper, à l’échelle : une règle sur chaque page le vérifie. Chacun a un"
    " mode d’emploi, et une version en mots pour les plus grands."
)


def paper_uri(download: Download) -> str:
    """Return the place on the site of a document of the whole project."""
    return f"amenagements/{FOLDER}/{download.name}"


def way_to_supports(paper: Iterable[Download]) -> Iterator[Element]:
    """Yield how the top of the list leads to visual supports; nothing if there is none."""
    if any(_visual(paper)):
        words = "emploi du temps, volume, pause, émotions"
        way = link(f"#{HEADING}", "Supports visuels")
        yield element("p", None, label("À imprimer et à découper"), way, f", {words}.")


def visual_supports(paper: Iterable[Download]) -> Iterator[Element]:
    """Yield the visual supports, each with what it is for; nothing if there is none."""
    if items := list(_visual(paper)):
        yield element("h2", {"id": HEADING}, TITLE)
        yield element("p", None, space(LEAD))
        yield classed("ul", "emas-telechargements", *items)


def _visual(paper: Iterable[Download]) -> Iterator[Element]:
    files = {item.name: item for item in paper}
    for support in SUPPORTS:
        if found := files.get(f"{support.id}.pdf"):
            way = _link(found, space(support.title))
            yield element("li", None, way, element("p", None, space(support.summary)))


def printed_domain(domain: str, count: int, paper: Iterable[Download]) -> Iterator[Element]:
    """Yield the link to the document of a domain; nothing if it was not built."""
    wanted = f"{sheet_name(domain)}.pdf"
    for found in (item for item in paper if item.name == wanted):
        words = f"les {count} aménagements" if count > 1 else "cet aménagement"
        way = _link(found, f"{words}, et de quoi noter vos essais")
        yield element("p", None, label("À imprimer"), way, ".")


def _link(download: Download, words: str) -> Element:
    return link(f"{FOLDER}/{download.name}", weighed(words, download))
