"""Numbers of what a page calls: its sources and its notes.

They follow the order of what is really on the page, so a part that is not published leaves no
hole. Anchors made here have an underscore, which no author's id may have.
"""

from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from xml.etree.ElementTree import Element

from emas.document import Block, Footnote, walk
from emas.writers.site.blocks import blocks
from emas.writers.site.elements import NARROW, Child, classed, element, fill, hidden, section
from emas.writers.site.references import reference
from emas.writers.site.scope import Scope


def resolve(body: Element, nodes: Iterable[Block], scope: Scope) -> None:
    """Number the calls of `body`, made from `nodes`, and add the lists they lead to."""
    fill(body, _notes(body, nodes, scope))
    fill(body, _sources(body, scope))


def _notes(body: Element, nodes: Iterable[Block], scope: Scope) -> Iterator[Element]:
    texts = {node.label: node for node in walk(nodes) if isinstance(node, Footnote)}
    calls = [call for call in _calls(body, "data-note") if call.get("data-note") in texts]
    anchors = _number(calls, "data-note", "note", ascii_lowercase)
    if anchors:
        items = [
            element(
                "li",
                {"id": f"note_{rank}"},
                *blocks(texts[name].blocks, scope),
                *_returns(places),
            )
            for rank, (name, places) in enumerate(anchors.items(), 1)
        ]
        numbered = element("ol", {"type": "a"}, *items)
        yield from section("notes_de_la_page", "Notes", classed("div", "emas-notes", numbered))


def _sources(body: Element, scope: Scope) -> Iterator[Element]:
    anchors = _number(list(_calls(body, "data-source")), "data-source", "source", "")
    if anchors:
        items = [
            element(
                "li",
                {"id": f"source_{rank}", "data-source": name},
                *reference(scope.sources[name]),
                *_returns(places),
            )
            for rank, (name, places) in enumerate(anchors.items(), 1)
        ]
        numbered = classed("ol", "emas-sources", *items)
        yield from section("sources_de_la_page", "Sources de cette page", numbered)


def _calls(body: Element, attribute: str) -> Iterator[Element]:
    return (item for item in body.iter() if attribute in item.attrib)


def _number(
    calls: Iterable[Element], attribute: str, word: str, letters: str
) -> dict[str, list[str]]:
    """Write each call's number and anchor; return the anchors by what is called, in order."""
    anchors: dict[str, list[str]] = {}
    for count, call in enumerate(calls, 1):
        name = call.attrib.pop(attribute)
        anchors.setdefault(name, []).append(f"appel_{word}_{count}")
        rank = list(anchors).index(name) + 1
        call.set("id", anchors[name][-1])
        fill(call, [letters[rank - 1] if rank <= len(letters) else str(rank)])
        if call.tag == "a":
            call.set("href", f"#{word}_{rank}")
    return anchors


def _returns(places: list[str]) -> Iterator[Child]:
    for rank, place in enumerate(places, 1):
        words = "Retour au texte" if len(places) == 1 else f"Retour au texte, appel {rank}"
        sign = "↩" if len(places) == 1 else f"↩{NARROW}{rank}"
        arrow = element("span", {"aria-hidden": "true"}, sign)
        yield " "
        yield element("a", {"href": f"#{place}", "class": "emas-retour"}, arrow, hidden(words))
