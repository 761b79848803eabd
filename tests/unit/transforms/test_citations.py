"""Numbers of citations, and how far each fact is proved."""

import pytest
from tests.unit.transforms.written import blocks, source

from emas.document import Citation, FactState, walk
from emas.model import Reading
from emas.transforms.citations import Numbers

SOURCES = {
    item.id: item
    for item in (
        source("lue", Reading.PRIMARY),
        source("via", Reading.SECONDARY),
        source("non-lue", Reading.UNREAD),
    )
}


def cited(numbers: Numbers, markdown: str) -> list[tuple[str, int | None, FactState | None]]:
    found = walk(numbers.resolve(blocks(markdown)))
    return [(node.source, node.number, node.state) for node in found if isinstance(node, Citation)]


def test_sources_are_numbered_in_the_order_they_are_cited() -> None:
    numbers = Numbers(SOURCES)
    found = cited(numbers, "Un [@via]. Deux [@lue, p. 2].\n\nTrois [@via, p. 3].")
    assert [(name, number) for name, number, _ in found] == [("via", 1), ("lue", 2), ("via", 1)]
    assert [item.id for item in numbers.cited] == ["via", "lue"]


def test_numbers_run_through_several_texts() -> None:
    numbers = Numbers(SOURCES)
    cited(numbers, "Un [@lue].")
    assert cited(numbers, "Deux [@via].") == [("via", 2, FactState.SECONDARY)]


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("[@lue]", FactState.VERIFIED),
        ("[@via]", FactState.SECONDARY),
        ("[@non-lue]", FactState.UNCONFIRMED),
        ("[@lue, à confirmer]", FactState.UNCONFIRMED),
        ("[@via, p. 3, à confirmer]", FactState.UNCONFIRMED),
    ],
)
def test_a_fact_is_worth_the_worse_of_its_source_and_its_mark(
    written: str, state: FactState
) -> None:
    assert cited(Numbers(SOURCES), f"Un fait {written}.")[0][2] is state


def test_a_source_named_outside_the_text_has_a_number_too() -> None:
    numbers = Numbers(SOURCES)
    for name in ("via", "", "inconnue", "via"):
        numbers.cite(name)
    assert [item.id for item in numbers.cited] == ["via"]


def test_blocks_without_citation_stay_the_same() -> None:
    written = blocks("Un mot.")
    assert Numbers(SOURCES).resolve(written) == written
