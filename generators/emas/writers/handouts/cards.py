"""The situations where one decides, as cards to cut out or to read one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never, cast

from emas.document import Adaptation, Citation, TermUse, Vignette, walk
from emas.model import Edition, Step
from emas.transforms.cards import Card, Deck, Ending, Outcome, Scene, deck, is_played
from emas.writers.handouts.boxes import names
from emas.writers.handouts.content import blocks
from emas.writers.handouts.context import LINE, Context, Data, around, printable
from emas.writers.handouts.cover import cover
from emas.writers.handouts.inlines import inlines
from emas.writers.handouts.references import credit_lines, notes, sources, term
from emas.writers.handouts.room import room

KIND = "Cartes des situations"
HALF = 0.42
"""Share of a line that a card of half the width of the page holds."""

MOST_OF_HALF, MOST_OF_WHOLE = 24, 34
"""Lines from which a card is as wide as the page, then may run over two pages."""


def has_cards(edition: Edition) -> bool:
    """Return whether there are cards to print."""
    return any(_played(step, edition) for step in edition.module.steps)


def _played(step: Step, edition: Edition) -> list[Vignette]:
    """Return the situations of `step` that are played with cards, in reading order."""
    text = printable(step.blocks, edition.medium)
    return [node for node in walk(text) if isinstance(node, Vignette) and is_played(node)]


def cards(edition: Edition, line: int = LINE) -> Data:
    """Return all that the template `cartes.typ` prints.

    Situations have the numbers that they have in the booklet, the cards of all of them are numbered
    from 1.
    """
    contexts = around(edition, line)
    found = [
        (case, contexts[step.id])
        for step in edition.module.steps
        for case in _played(step, edition)
    ]
    told = [case.blocks for case, _ in found]
    nodes = [node for text in told for node in walk(text)]
    cited = {node.number for node in nodes if isinstance(node, Citation)}
    cited |= {
        context.cited(node.source)
        for case, context in found
        for node in walk(case.blocks)
        if isinstance(node, Adaptation)
    }
    used = {node.term for node in nodes if isinstance(node, TermUse)}
    return {
        **cover(edition, KIND, line=line),
        "situations": list(_situations(found)),
        "notes": notes({context.step: context for _, context in found}.values()),
        "terms": [term(entry) for entry in edition.terms if entry.id in used],
        "sources": sources(edition, cited),
        "credits": credit_lines(told, edition.module),
    }


def _situations(found: Iterable[tuple[Vignette, Context]]) -> Iterator[Data]:
    first = 1
    for case, context in found:
        made = deck(case, first)
        first += len(made.cards)
        inside = replace(context.inside(), anchors={})
        yield {
            "number": context.cases[case.id],
            "title": inlines(case.title, context),
            "levels": names(context.edition.vocabulary.levels, case.levels),
            "start": made.start,
            "last": first - 1,
            "first": made.cards[0].number,
            "cards": [_card(card, made, inside) for card in made.cards],
        }


def _card(card: Card, made: Deck, context: Context) -> Data:
    data = {"number": card.number, "start": card.number == made.start, **_said(card, context)}
    half = round(context.line * HALF)
    return {
        **cast(Data, _without_pointers(data)),
        "wide": room(data, half) > MOST_OF_HALF,
        "long": room(data, context.line) > MOST_OF_WHOLE,
    }


def _without_pointers(data: object) -> object:
    """Return `data` without the pointers to the answers, which are in the booklet."""
    if isinstance(data, list):
        return [_without_pointers(item) for item in data]
    if isinstance(data, dict):
        return {
            name: "" if name == "answers" else _without_pointers(value)
            for name, value in data.items()
        }
    return data


def _said(card: Card, context: Context) -> Data:
    match card:
        case Scene(decision=decision):
            ways = zip(decision.choices, card.leads, strict=True)
            return {
                "kind": "scene",
                "blocks": blocks((*card.blocks, *decision.blocks), context),
                "title": inlines(decision.title, context),
                "choices": [
                    {"label": blocks(choice.label, context), "to": to} for choice, to in ways
                ],
            }
        case Outcome(choice=choice):
            return {
                "kind": "outcome",
                "label": blocks(choice.label, context),
                "verdict": str(choice.verdict),
                "feedback": blocks(choice.feedback, context),
                "leads": list(card.leads),
            }
        case Ending():
            return {"kind": "ending", "blocks": blocks(card.blocks, context)}
        case _:
            assert_never(card)
