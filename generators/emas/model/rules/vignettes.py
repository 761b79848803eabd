"""Checks about vignettes: each decision can be reached, and each way ends."""

from collections.abc import Iterator, Mapping

from emas.diagnostics import Code, Diagnostic, Span
from emas.document import Choice, Decision, Vignette, plain_text, walk
from emas.model.catalogue import Catalogue

Decisions = Mapping[str, Decision]
"""The decisions of one vignette by id, in reading order."""

Way = tuple[str, ...]
"""The ids of the decisions taken, the first one first."""

MOST_WAYS = 5_000
"""Ways followed in one vignette; what lies beyond is not checked."""


def vignettes_that_loop(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each choice that leads back to a decision already taken."""
    for decisions in _vignettes(catalogue):
        told: set[Span] = set()
        for way in _ways(decisions):
            for choice in decisions[way[-1]].choices:
                if choice.goto in way and choice.span not in told:
                    told.add(choice.span)
                    back = (way[-1], *way[way.index(choice.goto) :])
                    titles = " → ".join(f"« {plain_text(decisions[id_].title)} »" for id_ in back)
                    yield Diagnostic(Code.QUIZ019, choice.span, {"chemin": titles})


def decisions_never_reached(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each decision that no way from the first one reaches."""
    for decisions in _vignettes(catalogue):
        ways = list(_ways(decisions))
        reached = {identifier for way in ways for identifier in way}
        for decision in decisions.values() if len(ways) < MOST_WAYS else ():
            if decision.id not in reached:
                yield Diagnostic(Code.QUIZ020, decision.span, {"decision": decision.id})


def _vignettes(catalogue: Catalogue) -> Iterator[Decisions]:
    for module in catalogue.modules:
        for step in module.steps:
            for node in walk(step.blocks):
                if isinstance(node, Vignette):
                    yield {
                        inner.id: inner
                        for inner in walk(node.blocks)
                        if isinstance(inner, Decision)
                    }


def _ways(decisions: Decisions) -> Iterator[Way]:
    """Yield a way to each decision with each set of decisions taken before it."""
    todo: list[Way] = [(identifier,) for identifier in list(decisions)[:1]]
    seen: set[tuple[str, frozenset[str]]] = set()
    while todo and len(seen) < MOST_WAYS:
        way = todo.pop()
        state = (way[-1], frozenset(way))
        if state in seen:
            continue
        seen.add(state)
        yield way
        for choice in decisions[way[-1]].choices:
            following = _after(decisions, way, choice)
            if following in decisions and following not in way:
                todo.append((*way, following))


def _after(decisions: Decisions, way: Way, choice: Choice) -> str:
    """Return where `choice` leads: where it says, else to the next decision not yet taken."""
    if choice.goto:
        return choice.goto
    order = list(decisions)
    later = order[order.index(way[-1]) + 1 :]
    return next((identifier for identifier in later if identifier not in way), "")
