"""What the box « Posez votre question » shows: the passages of the steps, in their own words.

A passage is what stands under a heading, block by block, as on its page, but for what only works
there: drawings, definitions that open, forms. `question/` ranks them in the browser.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, tostring

from emas.document import ELSEWHERE
from emas.model import Catalogue, Module, Wording, day_in_words
from emas.writers.site import hrefs
from emas.writers.site.elements import Child, element, fill
from emas.writers.site.page import SitePage
from emas.writers.site.search import synonyms

INDEX = "assets/emas/js/question/passages.js"

UNSHOWN_TAGS = frozenset({"button", "figure", "img", "nav", "script", "style", "textarea"})
UNSHOWN_CLASSES = frozenset(
    {
        "emas-boite--question",
        "emas-boite--activite",
        "emas-bulle",
        "emas-etape-lue",
        "emas-place",
        "emas-version",
    }
)
"""What asks instead of telling, says again, or is about the page itself."""

KEPT = frozenset({"class", "href", "rel", "scope", "datetime", "lang", "start", "aria-hidden"})
"""The attributes that a passage keeps: what is left out only serves on its page."""

ASIDE = ("sources_de_la_page", "notes_de_la_page")


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under a heading of a page: its anchor, its title, its blocks."""

    anchor: str
    title: str
    blocks: tuple[Element, ...]


def index(pages: Iterable[SitePage], catalogue: Catalogue, wording: Wording) -> str:
    """Return the script that gives the browser the passages, and the words that lead to them."""
    sources: dict[str, str] = {}
    data = {
        "pages": [_page(page, module, sources) for page, module in steps(pages, catalogue)],
        "sources": sources,
        "synonymes": synonyms(catalogue.glossary.values()),
        "mots": [[list(item.heard), list(item.ours)] for item in wording.words],
        "danger": list(wording.danger),
        "ordinaire": list(wording.ordinary),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"window.emasPassages = {text};\n"


def steps(pages: Iterable[SitePage], catalogue: Catalogue) -> Iterator[tuple[SitePage, Module]]:
    """Yield the pages of the steps of the modules, each with its module."""
    modules = {
        hrefs.step_uri(module.id, step.id): module
        for module in catalogue.modules
        for step in module.steps
    }
    for page in pages:
        if page.uri in modules:
            yield page, modules[page.uri]


def _page(page: SitePage, module: Module, sources: dict[str, str]) -> Mapping[str, object]:
    numbers = {}
    for rank, (name, reference) in enumerate(_references(page), 1):
        numbers[str(rank)] = name
        sources[name] = reference
    return {
        "adresse": hrefs.address(page.uri),
        "titre": page.title,
        "module": module.title,
        "relu": f"Relu le {day_in_words(module.review.done_on)}" if module.review else "",
        "sources": numbers,
        "parties": [
            [item.anchor, item.title, [_html(block) for block in item.blocks]]
            for item in passages(page)
        ],
    }


def _references(page: SitePage) -> Iterator[tuple[str, str]]:
    """Yield the sources of a page in the order of their numbers: the name, what is read of it."""
    for item in page.tree.iterfind(".//ol[@class='emas-sources']/li"):
        parts = [child for child in item if child.get("class") != "emas-retour"]
        line = element("span", None, item.text or "", *_still(parts, page.uri))
        yield item.get("data-source", ""), _html(line)


def passages(page: SitePage) -> Iterator[Passage]:
    """Yield what stands under each heading of a page, if anything does."""
    anchor, title, blocks = "", "", list[Element]()
    for child in page.tree:
        if child.tag == "h2":
            if blocks and anchor not in ASIDE:
                yield Passage(anchor, title, tuple(blocks))
            anchor, title, blocks = child.get("id", ""), "".join(child.itertext()), []
        elif anchor:
            blocks += _blocks(child, page.uri)
    if blocks and anchor not in ASIDE:
        yield Passage(anchor, title, tuple(blocks))


def _blocks(node: Element, uri: str) -> Iterator[Element]:
    """Yield what `node` shows: one block, and each decision of a situation apart."""
    if not _is_shown(node):
        return
    apart = [child for child in node if _is_apart(child)]
    yield from _still([_without(apart, node)], uri)
    yield from _still(apart, uri)


def _is_apart(node: Element) -> bool:
    return "emas-boite--decision" in _classes(node)


def _without(apart: list[Element], node: Element) -> Element:
    """Return `node` where a mark stands for what is shown apart."""
    if not apart:
        return node
    made = element(node.tag, node.attrib, node.text or "")
    for child in node:
        if child not in apart:
            made.append(child)
        elif child is apart[0]:
            made.append(element("p", {"class": "emas-discret"}, "[…]"))
    return made


def _still(nodes: Iterable[Element], uri: str) -> Iterator[Element]:
    """Yield copies of `nodes` that read the same on a page at the root of the site."""
    for node in nodes:
        made = _copy(node, uri) if _is_shown(node) else element("span")
        made.tail = node.tail
        if _is_shown(node) or node.tail:
            yield made


def _copy(node: Element, uri: str) -> Element:
    if node.tag == "form":
        return _corrected(node, uri)
    if "emas-terme" in _classes(node):
        return element("span", None, node.text or "", *_still(node, uri))
    kept = {name: value for name, value in node.attrib.items() if name in KEPT}
    if "href" in kept:
        kept["href"] = _from_root(kept["href"], uri)
    return element(node.tag, kept, node.text or "", *_still(node, uri))


def _corrected(form: Element, uri: str) -> Element:
    """Return a decision as it is read once answered: what is asked, what is said of each choice."""
    legend = form.find(".//legend")
    asked: list[Child] = [] if legend is None else [legend.text or "", *_still(legend, uri)]
    made = element("div", None, element("p", None, element("strong", None, *asked)))
    fill(made, _still(form.iterfind(".//ul[@class='emas-remarques']"), uri))
    return made


def _from_root(href: str, uri: str) -> str:
    """Return an address written on the page of that uri, seen from the root of the site."""
    if href.startswith(ELSEWHERE):
        return href
    path, mark, anchor = href.partition("#")
    target = normpath(join(dirname(uri), path)) if path else uri
    return f"{hrefs.address(target) if target.endswith('.md') else target}{mark}{anchor}"


def _classes(node: Element) -> list[str]:
    return node.get("class", "").split()


def _is_shown(node: Element) -> bool:
    return (
        node.tag not in UNSHOWN_TAGS
        and "hidden" not in node.attrib
        and UNSHOWN_CLASSES.isdisjoint(_classes(node))
    )


def _html(node: Element) -> str:
    return tostring(node, encoding="unicode", method="html").strip()
