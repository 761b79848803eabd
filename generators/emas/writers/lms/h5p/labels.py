"""Labels to drag: short words as they are, else numbers with their legend.

Once dropped, a label of more than 20 signs shows 17 of them (`draggable.js` of H5P.DragText 1.10).
"""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 20
RESERVED = "*:\\"
"""What ends a label, or begins its hint or its remarks."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The label of each thing, and what labels stand for if they are numbers."""

    labels: tuple[str, ...]
    legend: tuple[tuple[str, str], ...] = ()


def labelled(things: Sequence[str], order: Sequence[int]) -> Labelled:
    """Return a label for each of `things`, which are escaped texts.

    If one of them cannot be a label, all have numbers, from 1 in the `order` of their places.
    """
    if all(map(_fits, things)):
        return Labelled(tuple(things))
    numbers = {place: str(rank) for rank, place in enumerate(order, 1)}
    return Labelled(
        tuple(numbers[place] for place in range(len(things))),
        tuple((numbers[place], things[place]) for place in order),
    )


def _fits(thing: str) -> bool:
    return 0 < len(thing) <= LONGEST and not any(sign in thing for sign in RESERVED)
