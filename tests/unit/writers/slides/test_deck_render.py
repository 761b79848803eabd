"""How words are looked for, and places compared, in what LibreOffice draws of a deck."""

import pytest
from tests.deck_render import MARKER, Rectangle
from tests.deck_words import lost_words
from tests.unit.writers.slides.samples import THEME, edition, heading, para, step

from emas.writers.slides import write


def test_a_word_that_no_slide_has_is_lost() -> None:
    there = edition(step(heading("Voir"), para("Un fait.")))
    (data,) = write(there, THEME).files.values()
    other = edition(step(heading("Voir"), para("Un autre fait, ailleurs.")))
    assert lost_words(there, data) == []
    assert lost_words(other, data) == ["voir ailleurs", "voir autre"]


def test_how_far_a_place_goes_beyond_another() -> None:
    box = Rectangle(10, 10, 20, 20)
    assert Rectangle(12, 12, 18, 26).beyond(box) == 6
    assert Rectangle(12, 12, 18, 18).beyond(box) < 0


@pytest.mark.parametrize("text", ["•", "–", "12."])
def test_what_stands_before_a_line_is_not_text(text: str) -> None:
    assert MARKER.fullmatch(text)
