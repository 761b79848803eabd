import pytest

from emas.theme import ACCENTS, Colour, Theme, pptx


def test_a_theme_fills_the_twelve_slots(built_in: Theme) -> None:
    assert pptx.scheme(built_in) == {
        "dk1": "1B2733",
        "lt1": "FFFFFF",
        "dk2": "12395B",
        "lt2": "F4F1EA",
        "accent1": "0B6173",
        "accent2": "B0460B",
        "accent3": "5B4A9E",
        "accent4": "2F6B2F",
        "accent5": "8A5A00",
        "accent6": "9C2A5B",
        "hlink": "0B5394",
        "folHlink": "5B4A9E",
    }


def test_slots_are_in_the_order_that_the_format_asks_for(built_in: Theme) -> None:
    accents = [f"accent{number}" for number in range(1, 7)]
    expected = ["dk1", "lt1", "dk2", "lt2", *accents, "hlink", "folHlink"]
    assert list(pptx.scheme(built_in)) == expected


@pytest.mark.parametrize("accent", ACCENTS)
def test_every_accent_has_a_slot(built_in: Theme, accent: Colour) -> None:
    assert f"#{pptx.scheme(built_in)[pptx.slot(accent)]}" == built_in.light[accent]


def test_a_colour_that_decks_do_not_have_has_no_slot() -> None:
    with pytest.raises(LookupError):
        pptx.slot(Colour.VIOLET_TINT)
