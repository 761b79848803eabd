"""Lines of text as elements.

Citations, calls of notes and terms get their numbers once the page is whole: see `calls.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import assert_never
from xml.etree.ElementTree import Element

from emas.document import (
    Citation,
    Emphasis,
    FootnoteRef,
    Gap,
    Image,
    Inline,
    InlineCode,
    InlineComment,
    LineBreak,
    Link,
    Strike,
    Strong,
    TermUse,
    Text,
)
from emas.writers import pictures
from emas.writers.site import hrefs
from emas.writers.site.elements import Child, element, hidden, label, link
from emas.writers.site.references import cited
from emas.writers.site.scope import Scope

TYPED = {"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}


def inlines(nodes: Iterable[Inline], scope: Scope) -> Iterator[Child]:
    """Yield the elements and texts of `nodes`."""
    for node in nodes:
        yield from _inline(node, scope)


def still(nodes: Iterable[Inline], scope: Scope) -> Iterator[Child]:
    """Yield the elements of `nodes` for a place where nothing may be clicked."""
    return inlines(nodes, replace(scope, still=True))


def _inline(node: Inline, scope: Scope) -> Iterator[Child]:
    match node:
        case Text():
            yield node.text
        case InlineCode():
            yield element("code", None, node.text)
        case LineBreak():
            yield element("br")
        case Emphasis():
            yield element("em", None, *inlines(node.children, scope))
        case Strong():
            yield element("strong", None, *inlines(node.children, scope))
        case Strike():
            yield element("del", None, *inlines(node.children, scope))
        case Link():
            yield from _link(node, scope)
        case Image():
            yield image(node, scope)
        case Citation():
            yield cited(node.source, node.locator, node.state, clickable=not scope.still)
        case FootnoteRef():
            yield _footnote_call(node, scope)
        case TermUse():
            yield from _term(node, scope)
        case Gap():
            yield typed({"class": "emas-trou", "aria-label": f"Mot manquant {node.number}"})
        case InlineComment():
            pass
        case _:
            assert_never(node)


def typed(attributes: dict[str, str]) -> Element:
    """Return a field to type an answer in, that the browser neither completes nor corrects."""
    return element("input", {"type": "text", **TYPED, **attributes})


def image(node: Image, scope: Scope) -> Element:
    """Return a picture, in its place; one that only decorates has an empty replacement text."""
    source = hrefs.resolve(node.source, node.span.path, scope.uri)
    alt = "" if node.decorative else node.alt
    file = scope.media.get(PurePosixPath(node.source).name)
    size = pictures.size(file.data) if file else None
    place = {"width": f"{size[0]}", "height": f"{size[1]}"} if size else {}
    return element("img", {"src": source, "alt": alt, **place, "loading": "lazy"})


def _link(node: Link, scope: Scope) -> Iterator[Child]:
    text = inlines(node.children, scope)
    if scope.still:
        yield from text
    else:
        yield link(hrefs.resolve(node.href, node.span.path, scope.uri), *text)


def _footnote_call(node: FootnoteRef, scope: Scope) -> Element:
    call = element("span" if scope.still else "a", {"data-note": node.label})
    call.set("class", "emas-appel-de-note")
    call.append(hidden("note "))
    return element("sup", None, call)


def _term(node: TermUse, scope: Scope) -> Iterator[Child]:
    """Yield a link to the glossary, and the definition that `termes.js` opens in its place.

    A link flows with its line, which a button does not, and still leads somewhere without script.
    """
    words = still(node.children, scope)
    term = scope.glossary.get(node.term)
    if scope.still or term is None:
        yield from words
        return
    entry = f"{hrefs.relative(hrefs.GLOSSARY, scope.uri)}#{term.id}"
    meaning = f"{term.term} ({term.expansion})" if term.expansion else term.term
    yield element("a", {"class": "emas-terme", "href": entry}, *words)
    yield element(
        "span",
        {"class": "emas-bulle", "popover": "auto", "data-search-exclude": ""},
        element("strong", None, label(meaning)),
        f"{term.definition} ",
        link(entry, "Voir le glossaire"),
    )
