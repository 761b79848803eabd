"""How much room a block takes on a page, roughly, in lines: enough to tell a short one.

A short block is never broken over two pages. Typst could measure each of them, at twice the time;
it is asked to only when the estimate leaves a doubt. A block that is not broken and is higher than
a page would be squeezed: better too much than too little. With the numbers below the blocks of the
module Autisme are told about a fifth higher than they are, in every look.
"""

from typing import cast

from emas.writers.handouts.context import Data

INLINE = {"text", "code", "break", "emphasis", "strong", "strike", "link", "address", "reference"}
INLINE |= {"image", "citation", "anchor", "note", "term"}
"""What stands in a line and adds no line of its own, but for its words."""

FRAMED = {"callout", "misconception", "vignette", "decision", "activity", "adaptation", "question"}
FRAMED |= {"table", "columns", "conditional", "video", "animation", "slide"}
"""What is not broken over two pages when it is short."""

FILLED = 0.8
"""Share of a line that words fill, the last one of a paragraph included."""

OWN = {"decision": 6, "adaptation": 11, "activity": 4, "question": 3, "cue": 6}
"""Lines that a box has of its own: its title, and the room to write in it."""

FIGURE, WRITING, PADDING = 18, 1.7, 1.3
"""Lines of a figure at its tallest, of a line to write on, of a row of a table without words."""


def room(value: object, line: int) -> float:
    """Return the lines that some data takes, on a page whose lines hold `line` signs."""
    if isinstance(value, list):
        return sum(room(item, line) for item in value)
    if not isinstance(value, dict):
        return 0
    match value.get("type"):
        case "text" | "code":
            text = str(value["text"])
            return max(len(text) / (FILLED * line), text.count("\n"))
        case "figure":
            return FIGURE
        case "lines":
            return float(value["count"]) * WRITING
        case "table":
            width = line // max(1, len(value["header"]))
            rows = (value["header"], *value["rows"])
            return float(sum(PADDING + max(room(cell, width) for cell in row) for row in rows))
        case "records":
            titles = room(value["header"], line)
            return float(sum(1 + titles + room(_record(row), line) for row in value["rows"]))
        case "columns" if not value["stacked"]:
            width = line // max(1, len(value["columns"]))
            return 1.0 + max(room(column, width) for column in value["columns"])
        case "misconception":
            return 2.0 + max(room(value[side], line // 2) for side in ("known", "heard"))
        case None:
            return sum(room(inner, line) for inner in value.values())
        case kind:
            own = 0 if kind in INLINE else OWN.get(str(kind), 1)
            writing = WRITING * int(value.get("lines", 0))
            return own + writing + sum(room(inner, line) for inner in value.values())


def lines_of(value: object, line: int) -> float:
    """Return `room`, in tenths of a line: what a template is told."""
    return round(room(value, line), 1)


def with_room(item: Data, line: int) -> Data:
    """Return `item` with the lines it takes, or its rows take, if they may be kept on one page."""
    if item["type"] == "records":
        rows = cast(list[list[object]], item["rows"])
        return {**item, "rooms": [lines_of(_record(row), line) for row in rows]}
    return {**item, "room": lines_of(item, line)} if item["type"] in FRAMED else item


def _record(row: list[object]) -> Data:
    """Return a row as the paragraphs under each other that it becomes."""
    return {"cells": [{"type": "paragraph", "children": cell} for cell in row]}
