"""An estimate of room may be too high, never so low that a block would be squeezed on a page."""

import pytest
from tests.unit.writers.handouts.every_kind import ACTIVITY, ADAPTATION, CASE, COLUMNS
from tests.unit.writers.handouts.samples import (
    ASKED,
    HERE,
    bullets,
    callout,
    edition,
    edition_of,
    module,
    par,
    row,
    step,
    table,
)

from emas.document import Block, Blocks, CalloutKind, CodeBlock, WritingLines
from emas.model import Edition
from emas.writers.handouts.content import blocks
from emas.writers.handouts.context import LINE, around
from emas.writers.handouts.room import room

PAGE = 44
"""Lines of an A4 page at 11 points."""


def lines_of(*written: Block) -> float:
    some: Edition = edition_of(module(step(*written)))
    return room(blocks(written, around(some)["voir"]), LINE)


@pytest.mark.parametrize(
    "tall",
    [
        (table(row("a", "b"), *(row("un", "deux") for _ in range(30))),),
        (table(row(*["x" * 24] * 6), *(row(*["un"] * 6) for _ in range(7))),),
        (callout(CalloutKind.EXAMPLE, *(par("mot") for _ in range(40))),),
        (callout(CalloutKind.EXAMPLE, bullets(*("mot" for _ in range(40)))),),
        (callout(CalloutKind.EXAMPLE, par("mot " * 900)),),
        (callout(CalloutKind.EXAMPLE, CodeBlock("a\n" * 50, "", HERE)),),
        (callout(CalloutKind.EXAMPLE, WritingLines(30, "l", HERE)),),
    ],
    ids=["table", "records", "paragraphs", "list", "long text", "code", "lines to write on"],
)
def test_what_fills_a_page_is_never_taken_for_short(tall: Blocks) -> None:
    assert lines_of(*tall) > PAGE * 0.8


@pytest.mark.parametrize(
    "block", [ACTIVITY, ADAPTATION, CASE, ASKED, COLUMNS], ids=lambda item: type(item).__name__
)
def test_a_box_is_a_few_lines(block: Block) -> None:
    assert 2 < lines_of(block) < PAGE


def test_words_take_as_many_lines_as_they_fill() -> None:
    data = blocks((par("m" * 720),), around(edition())["voir"])
    assert room(data, LINE) == pytest.approx(1 + 720 / (0.8 * LINE), abs=1)
