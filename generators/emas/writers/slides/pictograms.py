"""Pictograms of the kinds of content: strokes on a square of 24 units.

Each is a path as SVG writes them, with `M`, `L`, `C` and `Z` only, in absolute units: DrawingML
and SVG have the same four. They decorate: a word always says the same thing.
"""

from math import isclose

CIRCLE = 0.5523
"""Length of the handles with which four curves make a circle of radius 1."""


def circle(x: float, y: float, radius: float) -> str:
    """Return a circle as a path."""
    bent = radius * CIRCLE
    left, right, top, bottom = x - radius, x + radius, y - radius, y + radius
    curves = (
        (x + bent, top, right, y - bent, right, y),
        (right, y + bent, x + bent, bottom, x, bottom),
        (x - bent, bottom, left, y + bent, left, y),
        (left, y - bent, x - bent, top, x, top),
    )
    return f"M{_numbers(x, top)}" + "".join(f" C{_numbers(*curve)}" for curve in curves) + " Z"


def line(*points: tuple[float, float]) -> str:
    """Return a broken line as a path."""
    first, *others = points
    return f"M{_numbers(*first)}" + "".join(f" L{_numbers(*point)}" for point in others)


def _numbers(*values: float) -> str:
    return " ".join(f"{0 if isclose(value, 0, abs_tol=1e-9) else value:.4g}" for value in values)


def _dot(x: float, y: float) -> str:
    return line((x, y), (x, y + 0.1))


TARGET = " ".join((circle(12, 12, 9), circle(12, 12, 5), circle(12, 12, 1)))
BOOK = (
    "M12 6.5 C10 5 7 4.5 3 4.5 L3 18 C7 18 10 18.5 12 20 C14 18.5 17 18 21 18 L21 4.5 "
    "C17 4.5 14 5 12 6.5 Z M12 6.5 L12 20"
)
EXCLAMATION = f"M12 3.5 L12 14.5 {_dot(12, 19.5)}"
BULB = (
    "M9 17 L15 17 M10 20.5 L14 20.5 M9 17 C9 14.5 6 13.5 6 9.2 C6 5.9 8.6 3.2 12 3.2 "
    "C15.4 3.2 18 5.9 18 9.2 C18 13.5 15 14.5 15 17"
)
TALK = (
    "M2.5 4 L15.5 4 L15.5 12.5 L8.5 12.5 L5.5 15.5 L5.5 12.5 L2.5 12.5 Z "
    "M18.5 8.5 L21.5 8.5 L21.5 17 L19 17 L19 20 L16 17 L9.5 17"
)
PERSON = f"{circle(12, 7.5, 4)} M4 21 C4 16.8 7.5 14.5 12 14.5 C16.5 14.5 20 16.8 20 21"
FORK = "M12 21 L12 14 L5 6.5 M12 14 L19 6.5 M4.8 11.5 L4.8 6.2 L10 6.2 M14 6.2 L19.2 6.2 L19.2 11.5"
OPINION = "M3.5 4 L20.5 4 L20.5 16 L12.5 16 L7.5 20.5 L7.5 16 L3.5 16 Z M8 10 L11 13 L16 7.5"
QUESTION = (
    "M7.5 8.5 C7.5 5.5 9.5 3.5 12 3.5 C14.5 3.5 16.5 5.3 16.5 8 C16.5 11.5 12 11.5 12 15.2 "
    f"{_dot(12, 20)}"
)
TICK = "M4.5 12.5 L10 18 L20 6.5"
BOOKMARK = "M6 3.5 L18 3.5 L18 20.5 L12 15.8 L6 20.5 Z"
GROUP = (
    f"{circle(8.5, 8, 3.2)} M2 19.5 C2 15.8 4.8 13.8 8.5 13.8 C12.2 13.8 15 15.8 15 19.5 "
    "M15.5 5 C17.3 5 18.7 6.3 18.7 8 C18.7 9.7 17.3 11 15.5 11 "
    "M17.5 14 C20.3 14.5 22 16.5 22 19.5"
)
CLOCK = f"{circle(12, 12, 9)} M12 6.8 L12 12 L15.6 14.2"
SUNRISE = (
    "M2.5 19.5 L21.5 19.5 M6.5 15.5 C6.5 12.5 9 10.2 12 10.2 C15 10.2 17.5 12.5 17.5 15.5 "
    "M12 3 L12 6.2 M4 7.6 L6.2 9.8 M20 7.6 L17.8 9.8"
)
PHONE = (
    "M5 3.5 L9 3.5 L11 8.5 L8.3 10.2 C9.4 12.6 11.4 14.6 13.8 15.7 L15.5 13 L20.5 15 L20.5 19 "
    "C20.5 20 19.7 20.5 19 20.5 C11 20.5 3.5 13 3.5 5 C3.5 4.2 4 3.5 5 3.5 Z"
)
PAGE = "M6 3 L14.5 3 L18.5 7 L18.5 21 L6 21 Z M14.5 3 L14.5 7 L18.5 7 M9 12 L15.5 12 M9 16 L15.5 16"
SLIDERS = (
    f"M3 6.5 L6.5 6.5 M11.5 6.5 L21 6.5 {circle(9, 6.5, 2.4)} M3 12.5 L13 12.5 M18 12.5 L21 12.5 "
    f"{circle(15.5, 12.5, 2.4)} M3 18.5 L5.5 18.5 M10.5 18.5 L21 18.5 {circle(8, 18.5, 2.4)}"
)
PLAY = "M8 4.5 L19.5 12 L8 19.5 Z"
RINGS = (
    "M24 15 C19 15 15 19 15 24 M24 10 C16.3 10 10 16.3 10 24 M24 5 C13.5 5 5 13.5 5 24 "
    "M24 0 C10.7 0 0 10.7 0 24"
)
"""Quarters of rings, for a corner."""
