"""The page of all results, which is also the map of the site: without script, a list of pages."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from emas.writers.site import hrefs
from emas.writers.site.elements import Child, classed, element, link
from emas.writers.site.navigation import Entry
from emas.writers.site.page import SitePage

MAP = "plan_du_site"
"""The anchor of the list of all pages."""


def search_page(entries: Iterable[Entry]) -> SitePage:
    """Return the page that `recherche.js` fills; `entries` are those of the menu."""
    lead = "Chercher un mot dans toutes les pages, ou les parcourir."
    tree = element(
        "div",
        None,
        element("h1", None, "Recherche"),
        _form(),
        _without_script(),
        element("p", {"id": "emas_etat", "role": "status"}),
        element("ol", {"id": "emas_trouvailles", "class": "emas-trouvailles"}),
        element("h2", {"id": MAP}, "Plan du site"),
        classed("div", "emas-plan", _list(entries)),
    )
    return SitePage(hrefs.SEARCH, "Recherche", lead, tree)


def _form() -> Element:
    field = {"type": "search", "id": "emas_question", "name": "q", "autocapitalize": "off"}
    attributes = {
        "class": "emas-recherche emas-recherche--page",
        "role": "search",
        "aria-label": "Recherche dans toutes les pages",
        "action": hrefs.address(hrefs.SEARCH),
    }
    return element(
        "form",
        attributes,
        element("label", {"for": "emas_question"}, "Que cherchez-vous ?"),
        classed(
            "div",
            "emas-recherche__champ",
            element("input", {**field, "spellcheck": "false", "enterkeyhint": "search"}),
            classed("button", "emas-bouton", "Rechercher"),
        ),
    )


def _without_script() -> Element:
    return classed(
        "p",
        "emas-sans-script",
        "La recherche a besoin de JavaScript, que ce navigateur n’exécute pas ici. Passez par le ",
        link(hrefs.GLOSSARY, "glossaire"),
        " ou par la liste des pages.",
    )


def _list(entries: Iterable[Entry]) -> Element:
    return element("ul", None, *map(_entry, entries))


def _entry(entry: Entry) -> Element:
    title: Child = link(entry.uri, entry.title) if entry.uri else entry.title
    return element("li", None, title, *([_list(entry.entries)] if entry.entries else []))
