import pytest

from emas.theme import contrast
from emas.theme.colours import Colour, Pair


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast.ratio("#000000", "#FFFFFF") == pytest.approx(21)


def test_a_colour_does_not_contrast_with_itself() -> None:
    assert contrast.ratio("#0B6173", "#0B6173") == 1


def test_the_order_of_two_colours_does_not_matter() -> None:
    assert contrast.ratio("#0B6173", "#F4F1EA") == contrast.ratio("#F4F1EA", "#0B6173")


@pytest.mark.parametrize(
    ("colour", "expected"),
    [("#767676", 4.54), ("#777777", 4.48), ("#FF0000", 4.00), ("#0000FF", 8.59)],
)
def test_ratios_on_white_are_those_that_other_tools_give(colour: str, expected: float) -> None:
    # #767676 is known as the lightest grey that passes on white.
    assert contrast.ratio(colour, "#FFFFFF") == pytest.approx(expected, abs=0.005)


def test_only_the_pairs_that_are_too_low_are_told() -> None:
    palette = {Colour.INK: "#000000", Colour.MUTED: "#777777", Colour.PAPER: "#FFFFFF"}
    good = Pair(Colour.INK, Colour.PAPER, contrast.TEXT)
    low = Pair(Colour.MUTED, Colour.PAPER, contrast.TEXT)
    assert [pair for pair, _ in contrast.failing(palette, [good, low])] == [low]


def test_a_pair_with_a_colour_that_was_not_given_is_skipped() -> None:
    pair = Pair(Colour.INK, Colour.PAPER, contrast.TEXT)
    assert list(contrast.failing({Colour.INK: "#000000"}, [pair])) == []
