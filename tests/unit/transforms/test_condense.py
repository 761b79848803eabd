"""What a booklet keeps of a step, and what the guide and the site alone have."""

import pytest
from tests.unit.transforms.written import blocks

from emas.document import Footnote, plain_text
from emas.transforms.condense import condensed, left_over


def kept(markdown: str) -> str:
    return plain_text(condensed(blocks(markdown)))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Un.\n\nDeux.", "Un."),
        ("## A\n\nUn.\n\nDeux.\n\n### B\n\nTrois.\n\nQuatre.", "A Un. B Trois."),
        ("Un.\n\nDeux.\n\n- trois", "Un. Deux. trois"),
        ("Un.\n\nDeux.\n\n| a |\n|---|\n| b |", "Un. Deux. a b"),
        ("Un.\n\n> Deux.\n\nTrois.", "Un. Deux."),
        ("Un.\n\n::: retenir\nDeux.\n\nTrois.\n:::\n\nQuatre.", "Un. Deux. Trois."),
        ("Un.\n\n::: public aesh\nDeux.\n\nTrois.\n:::", "Un. Deux."),
        ("Un.\n\n::: support papier\nDeux.\n\nTrois.\n:::", "Un. Deux. Trois."),
        ("Un.\n\nDeux.\n\n::: support papier, site\nTrois.\n\nQuatre.\n:::", "Un. Trois."),
        ("Un.\n\nDeux.\n\n::: lignes 2\n:::\n\nTrois.", "Un. Deux."),
        ("::: public aesh\nUn.\n:::\n\nDeux.\n\nTrois.", "Un. Deux."),
    ],
)
def test_each_part_keeps_its_first_paragraph_and_its_structure(
    markdown: str, expected: str
) -> None:
    assert kept(markdown) == expected


def test_a_note_goes_with_the_only_paragraph_that_calls_it() -> None:
    found = condensed(blocks("Un[^a].\n\nDeux[^b].\n\n[^a]: la\n\n[^b]: lb"))
    assert [block.label for block in found if isinstance(block, Footnote)] == ["a"]


def test_a_note_that_a_list_calls_too_stays() -> None:
    found = condensed(blocks("Un.\n\nDeux[^a].\n\n::: retenir\nTrois[^a].\n:::\n\n[^a]: la"))
    assert [block.label for block in found if isinstance(block, Footnote)] == ["a"]


def test_what_is_left_over_is_known() -> None:
    whole = blocks("Un.\n\nDeux.\n\n::: public aesh\nTrois.\n\nQuatre.\n:::")
    assert sorted(plain_text((block,)) for block in left_over(whole)) == ["Deux.", "Quatre."]
