"""Headings that stand in order, whatever a variant left out around them."""

from collections.abc import Iterable
from typing import cast

from emas.writers.handouts.context import LINE, Data
from emas.writers.handouts.room import room

SECTION = 1
"""Level of the headings of the parts: the title of a step, « Réponses »…"""

HEADING, LARGER = 3, 1.6
"""Lines around a heading, and how many of them each of its own takes."""

FEW = 12
"""Lines of a paragraph that may be held to its heading without leaving a large hole."""


def without_empty_sections(found: Iterable[Data]) -> list[Data]:
    """Return `found` without the headings that nothing follows before the next one of their level.

    So is a section that is for the trainer only.
    """
    kept: list[Data] = []
    for item in reversed(list(found)):
        if item["type"] == "heading" and (not kept or _closes(kept[-1], item)):
            continue
        kept.append(item)
    return kept[::-1]


def _closes(following: Data, heading: Data) -> bool:
    return following["type"] == "heading" and _level(following) <= _level(heading)


def _level(heading: Data) -> int:
    return cast(int, heading["level"])


def nested(found: list[Data], level: int = SECTION) -> list[Data]:
    """Return `found` as it follows a heading of `level`: no level of heading is skipped."""
    last = level

    def visit(item: object) -> object:
        nonlocal last
        if isinstance(item, list):
            return [visit(inner) for inner in item]
        if not isinstance(item, dict):
            return item
        if item.get("type") == "heading":
            last = min(max(_level(item), level + 1), last + 1)
            return {**item, "level": last}
        return {key: visit(value) for key, value in item.items()}

    return [cast(Data, visit(item)) for item in found]


def held(found: Iterable[Data]) -> list[Data]:
    """Return `found`, each heading in one block with the paragraph under it if that calls a note.

    Typst 0.15 leaves a heading alone at the foot of a page when the line under it moves to the next
    one because its note had no room.
    """
    kept: list[Data] = []
    for item in found:
        above: list[Data] = []
        if item["type"] == "paragraph" and _calls(item["children"]) and room(item, LINE) < FEW:
            while kept and (kept[-1]["type"] in ("heading", "cue") or kept[-1].get("keep")):
                above.insert(0, kept.pop())
        kept.append({"type": "held", "blocks": [*above, item]} if above else item)
    return kept


def below_headings(found: Iterable[Data], line: int, title: str) -> list[Data]:
    """Return `found`, each block that may be kept on one page with the lines of headings over it.

    What stands over it goes to the same page. `title` is the heading over all of them, with what
    is said of it.
    """
    kept: list[Data] = []
    above = 2 * HEADING + LARGER * room({"type": "text", "text": title}, line)
    for item in found:
        kept.append({**item, "above": round(above, 1)} if above and "room" in item else item)
        if item["type"] == "heading":
            above += HEADING + LARGER * room(item["children"], line)
        elif item["type"] == "cue" or item.get("keep"):
            above += room(item, line)
        else:
            above = 0
    return kept


def _calls(children: object) -> bool:
    """Return whether a line calls a note."""
    return any(
        item["type"] == "note" or _calls(item.get("children", ()))
        for item in cast(list[Data], children)
    )
