"""The pages that the audit looks at, and what it asks of all of them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page
from tests.browser.conftest import Scheme

HOME = "index.html"
MODULE = "modules/autisme/index.html"
STEP = "modules/autisme/comprendre.html"
VIGNETTE = "modules/autisme/ce-que-l-on-voit.html"
SEARCH = "recherche.html"
PROGRESS = "ma-progression.html"

ADDRESSES: Mapping[str, str] = {
    "accueil": HOME,
    "module": MODULE,
    "étape": STEP,
    "vignette": VIGNETTE,
    "glossaire": "glossaire.html",
    "sources": "sources.html",
    "recherche": SEARCH,
    "résultats": f"{SEARCH}?q=autisme",
    "progression": PROGRESS,
    "session": "sessions/aut-aesh-2027-01/acquis.html",
    "parcours": "parcours/accueillir-un-eleve-autiste.html",
    "fiche de suivi": "parcours/accueillir-un-eleve-autiste/fiche.html",
    "aménagements": "amenagements/index.html",
    "fiche": "amenagements/ma-fiche.html#fiche=consigne-un-verbe,temps-visible",
    "accessibilité": "accessibilite.html",
    "404": "404.html",
}
"""One page of each kind."""

Templates = Mapping[str, Page]
"""Those pages, each open in its own tab; tests look at them and change nothing."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element as Chromium gives it to a screen reader."""

    role: str
    name: str
    description: str


@contextmanager
def seen_in(templates: Templates, scheme: Scheme) -> Iterator[Templates]:
    """The pages in the colours that a device asks for."""
    for page in templates.values():
        page.emulate_media(color_scheme=scheme)
    yield templates
    for page in templates.values():
        page.emulate_media(color_scheme="light")


@contextmanager
def sized(templates: Templates, width: int, height: int = 900) -> Iterator[Templates]:
    """The pages in a window of that size, in px.

    Styles follow at once; scripts that wait for the window to change may not have run yet.
    """
    _resize(templates, width, height)
    yield templates
    _resize(templates, 1280, 900)


def _resize(templates: Templates, width: int, height: int) -> None:
    for page in templates.values():
        page.set_viewport_size({"width": width, "height": height})


@contextmanager
def reading_options(page: Page) -> Iterator[Page]:
    """The page with its reading options open."""
    page.get_by_role("button", name="Confort de lecture").click()
    yield page
    page.keyboard.press("Escape")


def faults(templates: Templates, script: str) -> dict[str, list[object]]:
    """What `script`, which lists what is wrong, finds on each page; {} when all is well."""
    found = {name: page.evaluate(script) for name, page in templates.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def total(templates: Templates, selector: str) -> int:
    """How many elements match on all pages: a test of none of them would prove nothing."""
    return sum(page.locator(selector).count() for page in templates.values())


def accessible(page: Page) -> list[Node]:
    """What a screen reader is given of a page, in reading order."""
    session = page.context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        Node(*(str(item.get(key, {}).get("value", "")) for key in ("role", "name", "description")))
        for item in tree
        if not item["ignored"]
    ]
