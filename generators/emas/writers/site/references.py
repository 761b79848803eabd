"""A source as a line of references: who, what, when, how far it was read."""

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from emas.document import FactState
from emas.model import Reading, Source, day_in_words
from emas.transforms.citations import STATES
from emas.writers.site.elements import Child, classed, element, hidden, label, link, sentence
from emas.writers.site.scope import Scope


def time(day: date) -> Element:
    """Return a date that browsers can read too."""
    return element("time", {"datetime": day.isoformat()}, day_in_words(day))


def reference(source: Source) -> Iterator[Child]:
    """Yield the parts of a reference; one read at its origin bears no mark."""
    title = element("cite", None, source.title)
    yield f"{source.organisation}, "
    yield link(source.link, title) if source.link else title
    yield f", {source.year}." if source.year else "."
    if source.via:
        yield f" {label('Lu dans')}{source.via}."
    if source.reading is not Reading.PRIMARY:
        yield " "
        yield status(STATES[source.reading], sentence(STATES[source.reading]))
        yield "."
    if source.consulted_on:
        yield " Consulté le "
        yield time(source.consulted_on)
        yield "."
    if source.review_before:
        yield " "
        yield due(source.review_before)


def due(day: date) -> Element:
    """Return until when a fact holds; `dates.js` tells the reader if that day is past."""
    deadline = {"class": "emas-echeance", "data-date": day.isoformat()}
    return element("span", deadline, "À relire avant le ", time(day), ".")


def status(state: FactState, words: str) -> Element:
    """Return how far a fact is proved, in words that stand out."""
    return classed("span", f"emas-etat emas-etat--{state.name.lower()}", words)


def cited(identifier: str, locator: str, state: FactState | None, *, clickable: bool) -> Element:
    """Return « [1, p. 12, à confirmer] »; a fact of unknown state is to be confirmed.

    The number is left to `calls.py`.
    """
    details: list[Child] = [f", {locator}"] if locator else []
    if state in (None, FactState.UNCONFIRMED):
        details += [", ", status(FactState.UNCONFIRMED, FactState.UNCONFIRMED)]
    number = element("a" if clickable else "span", {"data-source": identifier})
    number.set("class", "emas-appel")
    number.append(hidden("source "))
    return classed("span", "emas-citation", "[", number, *details, "]")


def named(identifier: str, scope: Scope) -> Iterator[Child]:
    """Yield a source that is named outside running text, and its call; or nothing."""
    if source := scope.sources.get(identifier):
        year = f" ({source.year})" if source.year else ""
        state = STATES[source.reading]
        yield f"{source.organisation}{year} "
        yield cited(identifier, "", state, clickable=not scope.still)
