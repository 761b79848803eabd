"""What the search of the site knows: each section's words, and the words that stand for others.

The browser builds the index itself, with lunr, the first time somebody searches: classic
scripts only, so that it also works from a folder.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from emas.model import Term
from emas.writers.site import hrefs
from emas.writers.site.home import HOME
from emas.writers.site.page import SitePage

INDEX = "assets/emas/js/recherche/textes.js"

HEADINGS = ("h2", "h3")
INLINE = frozenset({"a", "cite", "code", "del", "em", "q", "span", "strong", "sup", "time"})
"""What does not part two words."""

REPEATING = (HOME, hrefs.SEARCH, hrefs.ADAPTATIONS)
"""Pages made of the titles of the others."""
UNSEARCHED_TAGS = frozenset({"h1", "nav", "script", "style"})
UNSEARCHED_CLASSES = frozenset(
    {
        "emas-bulle",  # a definition, which is in the glossary
        "emas-cache",
        "emas-citation",
        "emas-discret",  # durations, and where a term is explained
        "emas-etapes",  # titles of pages
        "emas-place",
        "emas-rappel",  # the words of an answer, said again
        "emas-retour",
        "emas-sources",  # in the page of sources
        "emas-version",
    }
)
"""What a page repeats from another one, or says about itself."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its anchor, its title, its words. The first has neither of the former."""

    anchor: str
    title: str
    text: str


def index(pages: Iterable[SitePage], terms: Iterable[Term]) -> str:
    """Return the script that gives the browser what it searches in.

    Pages that only repeat what others say are left out. `question` is where one asks in plain
    words, if the site has that page.
    """
    pages = tuple(pages)
    asks = any(page.uri == hrefs.QUESTION for page in pages)
    data = {
        "question": hrefs.address(hrefs.QUESTION) if asks else "",
        "pages": [
            {
                "adresse": hrefs.address(page.uri),
                "titre": page.title,
                "resume": page.description,
                "parties": [[item.anchor, item.title, item.text] for item in sections(page.tree)],
            }
            for page in pages
            if page.searched and page.uri not in REPEATING
        ],
        "synonymes": synonyms(terms),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"window.emasTextes = {text};\n"


def synonyms(terms: Iterable[Term]) -> list[list[str]]:
    """Return, for each glossary term, the ways of saying it, when there are several."""
    groups = ([item.term, item.expansion, *item.variants] for item in terms)
    known = ([way for way in group if way] for group in groups)
    return [group for group in known if len(group) > 1]


def sections(tree: Element) -> Iterator[Section]:
    """Yield the parts of a page: what comes before its first heading, then each heading's."""
    anchor, title, text = "", "", ""
    for heading, words in _pieces(tree):
        if heading is None:
            text += words
            continue
        if title or text.strip():
            yield Section(anchor, title, _line(text))
        anchor, title, text = heading.get("id", ""), _line(words), ""
    if title or text.strip():
        yield Section(anchor, title, _line(text))


def _pieces(node: Element) -> list[tuple[Element | None, str]]:
    """Return the texts under `node` in reading order, each with its element if it is a heading."""
    found: list[tuple[Element | None, str]] = []
    _gather(node, found)
    return found


def _gather(node: Element, found: list[tuple[Element | None, str]]) -> None:
    if node.text:
        found.append((None, node.text))
    for child in node:
        if child.tag in HEADINGS and "id" in child.attrib:
            found.append((child, "".join(child.itertext())))
        elif child.tag == "img":
            found.append((None, f" {child.get('alt', '')} "))
        elif _is_searched(child):
            gap = "" if child.tag in INLINE else " "
            found.append((None, gap))
            _gather(child, found)
            found.append((None, gap))
        if child.tail:
            found.append((None, child.tail))


def _is_searched(node: Element) -> bool:
    return (
        node.tag not in UNSEARCHED_TAGS
        and "hidden" not in node.attrib
        and UNSEARCHED_CLASSES.isdisjoint(node.get("class", "").split())
    )


def _line(text: str) -> str:
    return " ".join(text.split())
