"""A situation where one decides, as numbered cards: a group plays it without a computer.

A choice leads to the card that says what we think of it, which leads to the next decision. As few
cards as can be lead to the one numbered after, so that nothing is read by turning over the next.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from emas.document import Block, Blocks, Choice, Decision, Vignette
from emas.model import shuffled

DRAWS = 200
"""Orders tried; of those that have a card lead to the next one least often, the first is kept."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What happens, then what to decide; `leads` has the number of a card for each choice."""

    number: int
    blocks: Blocks
    decision: Decision
    leads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What we think of a choice, then the first card of `leads` that was not read.

    Without any, it is the end.
    """

    number: int
    choice: Choice
    leads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """What is told when all is decided."""

    number: int
    blocks: Blocks


Card = Scene | Outcome | Ending


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of a situation in the order of their numbers, and the one to begin with."""

    start: int
    cards: tuple[Card, ...]


Name = tuple[str, int]
"""A scene (-1) or an outcome (the rank of its choice) of a decision; the ending is `ENDING`."""

SCENE = -1
ENDING: Name = ("", SCENE)


def is_played(vignette: Vignette) -> bool:
    """Return whether there is something to decide in `vignette`."""
    return bool(_told(vignette)[0])


def deck(vignette: Vignette, first: int = 1) -> Deck:
    """Return the cards of `vignette`, numbered from `first`; it must have a decision."""
    scenes, ending = _told(vignette)
    leads = _leads([decision for _, decision in scenes], bool(ending))
    names = [*leads, ENDING] if ending else list(leads)
    numbers = {name: first + rank for rank, name in enumerate(_order(names, leads, vignette.id))}

    def led(name: Name) -> tuple[int, ...]:
        return tuple(numbers[other] for other in leads[name])

    cards: list[Card] = [Ending(numbers[ENDING], ending)] if ending else []
    for told, decision in scenes:
        scene = (decision.id, SCENE)
        cards.append(Scene(numbers[scene], told, decision, led(scene)))
        for rank, choice in enumerate(decision.choices):
            name = (decision.id, rank)
            cards.append(Outcome(numbers[name], choice, led(name)))
    start = numbers[scenes[0][1].id, SCENE]
    return Deck(start, tuple(sorted(cards, key=lambda card: card.number)))


def _told(vignette: Vignette) -> tuple[list[tuple[Blocks, Decision]], Blocks]:
    """Return each decision with what is told before it, then what is told after the last one."""
    scenes: list[tuple[Blocks, Decision]] = []
    told: list[Block] = []
    for block in vignette.blocks:
        if isinstance(block, Decision):
            scenes.append((tuple(told), block))
            told = []
        else:
            told.append(block)
    return scenes, tuple(told)


Leads = Mapping[Name, Sequence[Name]]


def _leads(decisions: Sequence[Decision], ends: bool) -> Leads:
    """Return where each card leads, as the site does.

    A choice that names no decision goes on to the next one in reading order that was not taken.
    Where a choice may turn back in that order, several could have been: they are all given.
    """
    order = [decision.id for decision in decisions]
    turns_back = any(
        choice.goto in order[:rank]
        for rank, decision in enumerate(decisions)
        for choice in decision.choices
    )
    last = [ENDING] if ends else []
    leads: dict[Name, Sequence[Name]] = {}
    for rank, decision in enumerate(decisions):
        ways = range(len(decision.choices))
        leads[decision.id, SCENE] = [(decision.id, way) for way in ways]
        later = [(identifier, SCENE) for identifier in order[rank + 1 :]] + last
        for way, choice in enumerate(decision.choices):
            named = [(choice.goto, SCENE)] if choice.goto in order else []
            leads[decision.id, way] = named or (later if turns_back else later[:1])
    return leads


def _order(names: Iterable[Name], leads: Leads, identifier: str) -> tuple[Name, ...]:
    """Return `names` in an order that depends on the situation only."""
    every = tuple(names)
    draws = (shuffled(every, f"{identifier}/{draw}") for draw in range(DRAWS))
    return min(draws, key=lambda order: sum(_follows(order, leads)))


def _follows(order: Sequence[Name], leads: Leads) -> Iterator[bool]:
    """Yield whether each card leads to the next one."""
    for name, following in pairwise(order):
        yield following in leads.get(name, ())
