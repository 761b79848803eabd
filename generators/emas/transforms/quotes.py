"""Quotation marks: « » first, “ ” inside them; straight ones take the place they have.

Source: Imprimerie nationale, *Lexique*, « Guillemets »; the team's charter, part 5.
"""

import re
from collections.abc import Iterator

OPENERS = "([{«“’'-–—"
"""Besides a space, what a straight quote may open after; elsewhere it closes, or is an inch."""
CLOSERS = " \n\u00a0\u202f.,;:!?…)]}»”"
"""What cannot follow a straight quote that opens while another is open."""

Pair = tuple[int, int]


def quotes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what to change in `text`, as start, end and replacement.

    Straight quotes that do not pair off leave all quotes as they are.
    """
    pairs, unclosed = _pairs(text)
    edits: list[tuple[int, int, str]] = []
    for start, end in pairs:
        inside = any(start > other for other in unclosed)
        if inside or any(first < start and end < last for first, last in pairs):
            content = text[start + 1 : end]
            left = len(content) - len(content.lstrip())
            right = len(content.strip()) + left
            edits += [(start, start + 1 + left, "“"), (start + 1 + right, end + 1, "”")]
        else:
            edits += [(start, start + 1, "«"), (end, end + 1, "»")]
    yield from sorted(edits)


def _pairs(text: str) -> tuple[list[Pair], list[int]]:
    """Return the places of quotes that pair off, and those of « left open at the end."""
    pairs: list[Pair] = []
    opened: list[int] = []
    for match in re.finditer('["«»]', text):
        place, sign = match.start(), match[0]
        top = text[opened[-1]] if opened else ""
        if sign == "«" or (sign == '"' and _opens(text, place, top)):
            opened.append(place)
        elif sign == '"' and top == '"':
            pairs.append((opened.pop(), place))
        elif sign == "»" and top == '"':
            return [], []
        elif sign == "»" and top == "«":
            pairs.append((opened.pop(), place))
    if any(text[place] == '"' for place in opened):
        return [], []
    return pairs, opened


def _opens(text: str, place: int, top: str) -> bool:
    """Return whether the straight quote at `place` opens; `top` is the last one left open."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if before and not before.isspace() and before not in OPENERS:
        return False
    return top != '"' or bool(after.strip(CLOSERS))
