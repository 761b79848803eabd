"""What the notes end with: the sources and the words explained, of this slide only."""

from collections.abc import Iterable
from dataclasses import replace

from emas.document import FactState
from emas.model import Edition, Source, Term
from emas.transforms.citations import STATES
from emas.writers.slides.deck import Cite, Line, Marker, Run, Slide
from emas.writers.slides.runs import label

ORDER = tuple(FactState)


def with_references(slide: Slide, edition: Edition) -> Slide:
    """Return `slide` with the words it explains and its sources at the end of its notes.

    A source is there once, with all the places cited in it and the worst state of its facts.
    """
    runs = [run for line in (*slide.lines(), *slide.notes) for run in line.runs]
    cites = [run.cite for run in runs if run.cite]
    terms = {term.id: term for term in edition.terms}
    used = dict.fromkeys(run.term for run in runs if run.term in terms)
    notes = list(slide.notes)
    if used:
        notes += (label("Mots expliqués"), *(_term(terms[name]) for name in used))
    if cites:
        numbers = sorted({cite.number for cite in cites})
        notes += (label("Sources"), *(_cited(number, cites, edition) for number in numbers))
    return replace(slide, notes=tuple(notes))


def source_line(source: Source, state: FactState, number: int, locator: str = "") -> Line:
    """Return a source as readers need it: number, who, what, when, where, and its state."""
    words = [part for part in (source.title, source.year) if part]
    via = f" (via {source.via})" if source.via else ""
    place = f", {locator}" if locator else ""
    mark = f" – {state}" if state is not FactState.VERIFIED else ""
    head = Run(f"[{number}] ", bold=True)
    who = Run(source.organisation, href=source.link)
    return Line((head, who, Run(f", {', '.join(words)}{via}{place}{mark}")))


def worst(number: int, source: Source, cites: Iterable[Cite]) -> FactState:
    """Return the worst state of a source: its own, or that of a fact that cites it."""
    states = [FactState(cite.state) for cite in cites if cite.number == number]
    return max((STATES[source.reading], *states), key=ORDER.index)


def _cited(number: int, cites: Iterable[Cite], edition: Edition) -> Line:
    here = [cite for cite in cites if cite.number == number]
    places = dict.fromkeys(cite.locator for cite in here if cite.locator)
    state = max((FactState(cite.state) for cite in here), key=ORDER.index)
    return source_line(edition.citations[number - 1], state, number, ", ".join(places))


def _term(term: Term) -> Line:
    meaning = " : ".join(part for part in (term.expansion, term.definition) if part)
    return Line((Run(term.term, bold=True), Run(f" – {meaning}")), marker=Marker.BULLET)
