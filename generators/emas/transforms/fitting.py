"""What a session keeps when it must fit a duration: what has priority, for as long as asked.

The rule, in the words of docs/source-format.md:

1. While the session is too long, its parts go: those « si le temps le permet », then the useful
   ones, the last first; never an essential one. A useful part goes only if talks and cases
   shortened by 15 % are not enough.
2. If this leaves more than five minutes to fill, another choice is made: the useful parts that
   fill the session best, then those « si le temps le permet » that still have room.
3. Talks and cases are lengthened or shortened by 15 % at most, activities with a duration never.
   If more than five minutes are still to fill, they are for questions at the end.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import groupby

from emas.document import Priority

SHORTER_PERCENT, LONGER_PERCENT = 85, 115
"""How far talks and cases may be from their usual length."""

SLACK_MIN = 5
"""Minutes to fill that are not worth a part that was left out."""

MANY = 1000
"""More parts than a session has."""

FROM_WEAKEST = (Priority.IF_TIME, Priority.USEFUL, Priority.ESSENTIAL)


@dataclass(frozen=True, slots=True)
class Unit:
    """What stays or goes as a whole: an exercise, or what a step says (then `id` is empty).

    `fixed_min` and `elastic_min` are its usual minutes.
    """

    step: str
    id: str
    priority: Priority
    fixed_min: int
    elastic_min: int


def usual(units: Iterable[Unit]) -> int:
    """Return the minutes that `units` usually last."""
    return sum(unit.fixed_min + unit.elastic_min for unit in units)


def shortest(units: Iterable[Unit]) -> int:
    """Return the fewest minutes in which `units` can be held."""
    fixed, elastic = _sums(units)
    return fixed - (-elastic * SHORTER_PERCENT) // 100


def longest(units: Iterable[Unit]) -> int:
    """Return the most minutes that `units` can fill."""
    fixed, elastic = _sums(units)
    return fixed + elastic * LONGER_PERCENT // 100


def _sums(units: Iterable[Unit]) -> tuple[int, int]:
    items = tuple(units)
    return sum(unit.fixed_min for unit in items), sum(unit.elastic_min for unit in items)


def essential(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return the units that no duration leaves out."""
    return tuple(unit for unit in units if unit.priority is Priority.ESSENTIAL)


def kept(units: tuple[Unit, ...], asked_min: int) -> tuple[Unit, ...]:
    """Return the `units` of a session of `asked_min`, in their order.

    The exercises of a step come after it in `units`, and have no higher priority.
    """
    staying = set(units)
    for unit in _last_first(units):
        size = usual if unit.priority is Priority.IF_TIME else shortest
        if size(staying) <= asked_min:
            break
        staying.remove(unit)
    if longest(staying) < asked_min - SLACK_MIN:
        staying = set(essential(units))
        for priority in (Priority.USEFUL, Priority.IF_TIME):
            wanted = tuple(unit for unit in units if unit.priority is priority)
            staying |= set(_fullest(staying, wanted, asked_min))
    return tuple(unit for unit in units if unit in staying)


def _last_first(units: tuple[Unit, ...]) -> Iterator[Unit]:
    for priority in FROM_WEAKEST[:-1]:
        yield from (unit for unit in reversed(units) if unit.priority is priority)


def _fullest(base: Set[Unit], wanted: Iterable[Unit], asked_min: int) -> tuple[Unit, ...]:
    """Return those of `wanted` that best fill what `base` leaves of `asked_min`, at its shortest.

    Of two choices that last as long, the one with the earlier parts is made. An exercise needs
    its step, in `base` or chosen.
    """
    room = 100 * asked_min * MANY + MANY - 1 - sum(map(_cost, base))
    found: dict[int, tuple[Unit, ...]] = {0: ()}
    for step, group in groupby(wanted, key=lambda unit: unit.step):
        first, *rest = group
        if first.id and not any(unit.step == step for unit in base):
            continue
        with_step = dict(found) if first.id else _with(found, first, room)
        for unit in (first, *rest) if first.id else rest:
            with_step = {**_with(with_step, unit, room), **with_step}
        found = {**with_step, **found}
    return found[max(found)]


def _with(
    found: Mapping[int, tuple[Unit, ...]], unit: Unit, room: int
) -> dict[int, tuple[Unit, ...]]:
    """Return the choices of `found`, by their cost, with `unit` when there is room for it."""
    longer = {cost + _cost(unit): (*chosen, unit) for cost, chosen in found.items()}
    return {cost: chosen for cost, chosen in longer.items() if cost <= room}


def _cost(unit: Unit) -> int:
    """Return what `unit` takes at its shortest, in hundredths of a minute, times `MANY`.

    A part without minutes takes 1, so that it is chosen, and all of them less than a hundredth.
    """
    return max((100 * unit.fixed_min + SHORTER_PERCENT * unit.elastic_min) * MANY, 1)
