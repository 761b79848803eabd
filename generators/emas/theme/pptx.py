"""The theme for PowerPoint: the twelve colours of a colour scheme.

Source: ECMA-376, part 1, 20.1.6.2, `clrScheme`.
"""

from collections.abc import Mapping

from emas.theme.colours import Colour
from emas.theme.theme import Theme

SLOTS: Mapping[str, Colour] = {
    "dk1": Colour.INK,
    "lt1": Colour.PAPER,
    "dk2": Colour.NAVY,
    "lt2": Colour.GREY,
    "accent1": Colour.PETROL,
    "accent2": Colour.ORANGE,
    "accent3": Colour.VIOLET,
    "accent4": Colour.GREEN,
    "accent5": Colour.OCHRE,
    "accent6": Colour.RASPBERRY,
    "hlink": Colour.LINK,
    "folHlink": Colour.VIOLET,
}
"""What each slot holds, in the order that the format asks for."""


def scheme(theme: Theme) -> dict[str, str]:
    """Return `RRGGBB` for each slot; slides have the light colours only."""
    return {slot: theme.light[colour].removeprefix("#") for slot, colour in SLOTS.items()}


def slot(colour: Colour) -> str:
    """Return the slot of `colour`, so that a deck follows when someone changes its theme.

    Raise `LookupError` for a colour that decks do not have, such as a tinted background.
    """
    for name, held in SLOTS.items():
        if held is colour:
            return name
    raise LookupError(f"no slot holds {colour}")
