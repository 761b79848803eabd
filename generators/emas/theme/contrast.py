"""How well two colours are told apart.

Source: WCAG 2.2, definitions of « relative luminance » and « contrast ratio »
(w3.org/TR/WCAG22/#dfn-relative-luminance, #dfn-contrast-ratio).
"""

from collections.abc import Iterable, Iterator

from emas.theme.colours import Pair, Palette

TEXT = 4.5
"""Least ratio of a text to its background: WCAG 2.2, 1.4.3, level AA."""

GRAPHICS = 3.0
"""Least ratio of a border or an icon to what is beside it: WCAG 2.2, 1.4.11."""


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours written `#RRGGBB`, from 1 to 21, in any order."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def failing(palette: Palette, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, float]]:
    """Yield each pair whose ratio is too low, with that ratio; colours not given are skipped."""
    for pair in pairs:
        if pair.front in palette and pair.back in palette:
            reached = ratio(palette[pair.front], palette[pair.back])
            if reached < pair.least:
                yield pair, reached


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
