"""What one followed of a path, on one sheet of paper that is filled in by hand."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from emas.model import LearningPath, Stop, in_words, minutes_in
from emas.writers.site import hrefs
from emas.writers.site.elements import classed, element, label, link, table
from emas.writers.site.page import SitePage

TITLE = "Fiche de suivi"
WHAT_IT_IS = (
    "Cette fiche n’est pas une attestation. Elle redit ce que vous avez noté vous-même dans ce"
    " navigateur\u00a0; rien n’en est envoyé. Les attestations signées viennent des sessions."
)
TRIED = 4
"""How many lines there are to write what one tries."""


def sheet_page(path: LearningPath, found: tuple[Stop, ...]) -> SitePage:
    """Return the sheet of a path, empty: the script writes the days that the browser knows."""
    back = link(f"../{path.id}.md", path.title)
    sheet = classed(
        "div",
        "emas-fiche",
        classed("p", "emas-chapo", label("Parcours"), back),
        element("p", {"class": "emas-actions emas-imprimer", "data-silence": ""}),
        element("h2", {"id": "etapes"}, "Étapes"),
        _table(found),
        element("h2", {"id": "objectifs"}, "Ce que ces étapes travaillent"),
        element("ul", None, *_objectives(found)),
        element("h2", {"id": "essais"}, "Ce que j’essaie"),
        *(_line("") for _ in range(TRIED)),
        element("h2", {"id": "nom"}, "À remplir à la main"),
        _line("Nom"),
        _line("Date"),
        classed("p", "emas-discret", WHAT_IT_IS),
    )
    tree = element("div", None, element("h1", None, TITLE), sheet)
    return SitePage(
        hrefs.sheet_uri(path.id), TITLE, f"{path.title}. {TITLE}.", tree, searched=False
    )


def _table(found: tuple[Stop, ...]) -> Element:
    heads = ("Étape", "Durée", "Suivie le")
    total = minutes_in(found)
    foot = element(
        "tfoot",
        None,
        element(
            "tr",
            None,
            element("th", {"scope": "row"}, "En tout"),
            element("td", None, in_words(total) if total else ""),
            element("td", {"data-total": ""}),
        ),
    )
    return table(
        heads,
        element("thead", None, element("tr", None, *(_head(name) for name in heads))),
        element("tbody", None, *(_row(stop) for stop in found)),
        foot,
    )


def _head(name: str) -> Element:
    return element("th", {"scope": "col"}, name)


def _row(stop: Stop) -> Element:
    online = stop.step.durations.online_min
    title = classed("span", "emas-discret", stop.module.title)
    return element(
        "tr",
        {"data-etape": f"{stop.module.id}/{stop.step.id}", "data-minutes": str(online or 0)},
        element("th", {"scope": "row"}, stop.step.title, element("br"), title),
        element("td", None, in_words(online) if online else ""),
        element("td", {"data-suivie": ""}),
    )


def _objectives(found: tuple[Stop, ...]) -> Iterator[Element]:
    """Yield the objectives of the steps, each once."""
    seen: set[tuple[str, str]] = set()
    for stop in found:
        for aim in stop.module.objectives:
            if aim.id in stop.step.objectives and (stop.module.id, aim.id) not in seen:
                seen.add((stop.module.id, aim.id))
                yield element("li", None, aim.statement)


def _line(word: str) -> Element:
    """Return a line to write on, after `word`."""
    named = [element("span", None, label(word))] if word else []
    return classed("div", "emas-ligne-a-ecrire", *named)
