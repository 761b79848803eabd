"""The glossary and the page of all sources, with the pages that use each entry."""

from collections.abc import Iterable, Iterator, Mapping
from unicodedata import combining, normalize
from xml.etree.ElementTree import Element

from emas.model import Source, Term
from emas.writers.site import hrefs
from emas.writers.site.elements import Child, classed, element, label, link, sentence
from emas.writers.site.page import SitePage
from emas.writers.site.references import reference

Uses = Mapping[str, tuple[SitePage, ...]]
"""For each entry, the pages that use it, in the order of the site."""


def uses(pages: Iterable[SitePage], of: str) -> Uses:
    """Return the pages that use each entry of the page of uri `of`."""
    found: dict[str, dict[str, SitePage]] = {}
    for page in pages:
        for name in _named(page.tree, hrefs.relative(of, page.uri), of):
            found.setdefault(name, {})[page.uri] = page
    return {name: tuple(users.values()) for name, users in found.items()}


def _named(tree: Element, address: str, of: str) -> Iterator[str]:
    start = f"{address}#"
    for item in tree.iter():
        target = item.get("href", "")
        if target.startswith(start) and target != start:
            yield target.removeprefix(start)
        if of == hrefs.SOURCES and "data-source" in item.attrib:
            yield item.attrib["data-source"]


def glossary_page(terms: Iterable[Term], used: Uses) -> SitePage:
    """Return the glossary, in alphabetical order."""
    entries = (
        _entry(term, used.get(term.id, ()))
        for term in sorted(terms, key=lambda item: _folded(item.term))
    )
    lead = "Les mots et les sigles des modules, expliqués simplement."
    tree = element(
        "div",
        None,
        element("h1", None, "Glossaire"),
        classed("p", "emas-chapo", lead),
        *(part for entry in entries for part in entry),
    )
    return SitePage(hrefs.GLOSSARY, "Glossaire", lead, tree)


def _entry(term: Term, pages: tuple[SitePage, ...]) -> list[Element]:
    expansion = classed("span", "emas-developpement", f"{sentence(term.expansion)}. ")
    meaning = [expansion] if term.expansion else []
    return [
        element("h2", {"id": term.id}, sentence(term.term)),
        element("p", None, *meaning, term.definition),
        *_used("Expliqué dans", pages, hrefs.GLOSSARY),
    ]


def sources_page(sources: Iterable[Source], used: Uses) -> SitePage:
    """Return every source, by organisation."""
    lead = "D’où viennent les faits, jusqu’où nous les avons lus, et où ils servent."
    items = (
        element(
            "li",
            {"id": source.id},
            element("p", None, *reference(source)),
            *_used("Citée dans", used.get(source.id, ()), hrefs.SOURCES),
        )
        for source in sorted(sources, key=lambda item: (_folded(item.organisation), item.year))
    )
    tree = element(
        "div",
        None,
        element("h1", None, "Sources"),
        classed("p", "emas-chapo", lead),
        classed("ul", "emas-bibliographie", *items),
    )
    return SitePage(hrefs.SOURCES, "Sources", lead, tree)


def _used(words: str, pages: tuple[SitePage, ...], here: str) -> list[Element]:
    if not pages:
        return []
    links: list[Child] = []
    for page in pages:
        links += [", "] if links else []
        links.append(link(hrefs.relative(page.uri, here), page.title))
    return [classed("p", "emas-discret", label(words), *links, ".")]


def _folded(text: str) -> str:
    """Return `text` as it is sorted: without accents nor capitals."""
    return "".join(sign for sign in normalize("NFD", text.casefold()) if not combining(sign))
