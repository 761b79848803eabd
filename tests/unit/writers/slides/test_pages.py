from hypothesis import given
from hypothesis import strategies as st
from tests.unit.writers.slides.samples import THEME

from emas.writers.slides.deck import Line, Marker, Run
from emas.writers.slides.gallery import layouts
from emas.writers.slides.layouts import BODY, Layout
from emas.writers.slides.metrics import INDENTS_IN, height, number_in, rows, total, width
from emas.writers.slides.pages import balanced, paginated, sentences
from emas.writers.slides.runs import said

SPECS = layouts(THEME)
SLOT = SPECS[Layout.NORMAL].slot(BODY)
WORDS = st.text("abcdeé .!?«»ABC\u00a0", min_size=1, max_size=400)


def test_widths_are_those_of_arial() -> None:
    # Arial's « A » is 1366 of 2048 units, bold « a » 1139.
    assert (width("A", 1000), width("a", 1000, bold=True)) == (667, 556)


def test_a_no_break_space_keeps_words_on_one_row() -> None:
    free, held = said("mot " * 3 + "fin"), said("mot " * 3 + "mot\u00a0fin")
    narrow = width("mot mot mot mot", 24) * 1.05
    assert (rows(free, 24, narrow), rows(held, 24, narrow)) == (1, 2)


def test_a_break_the_author_asked_for_makes_a_row() -> None:
    assert rows(said("un\ndeux"), 24, 500) == 2


def test_a_word_longer_than_a_row_is_broken_after_its_hyphens_first() -> None:
    half = width("rhombicosidodécaèdre-", 18)
    word = said("rhombicosidodécaèdre-rhombicosidodécaèdre mot")
    assert rows(word, 18, half * 1.1) == 3


def test_a_link_longer_than_a_row_has_rows_of_its_own_and_one_to_spare() -> None:
    # LibreOffice: one row before it, two rows for it, one after it, and one that it forgets.
    link = Run("mot " * 12, href="https://exemple.fr/")
    wide = width("mot " * 8, 24)
    for before in ("Ici ", "(", "A\t"):
        assert rows(Line((Run(before), link, Run("\u202f?"))), 24, wide) == 5


def test_a_number_takes_more_room_than_a_bullet() -> None:
    text = (Run("mot " * 40),)
    bullet, number = (Line(text, marker=marker) for marker in (Marker.BULLET, Marker.NUMBER))
    narrow = 200
    assert height(number, SLOT.style, narrow) >= height(bullet, SLOT.style, narrow)


def test_two_digits_never_touch_the_text_that_they_number() -> None:
    for size in (20, 24, 28, 36):
        assert (number_in(size) + INDENTS_IN[0]) * 72 > width("88.", size, bold=True)


@given(st.lists(st.floats(1, 90), min_size=1, max_size=40), st.floats(100, 400))
def test_pages_are_as_few_as_can_be_and_never_too_full(heights: list[float], room: float) -> None:
    pages = balanced(heights, room)
    assert [rank for page in pages for rank in page] == list(range(len(heights)))
    assert all(sum(heights[rank] for rank in page) <= room for page in pages)
    assert len(pages) <= 2 * sum(heights) / room + 1


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_no_page_is_too_tall_and_no_word_is_lost(texts: list[str]) -> None:
    lines = tuple(said(text) for text in texts)
    pages = paginated(lines, SLOT)
    assert all(total(page, SLOT) <= SLOT.height_pt() for page in pages if len(page) > 1)
    words = [word for page in pages for line in page for word in line.text.split()]
    assert words == [word for text in texts for word in text.split()]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "Une phrase qui prend de la place sur la ligne. " * 30
    (first, *_), *others = paginated((said(text.strip()),), SLOT)
    assert others
    assert first.text.endswith("ligne.")


def test_only_the_first_sentence_of_an_item_keeps_its_bullet() -> None:
    item = Line((Run("Un fait. Un autre."),), marker=Marker.BULLET)
    assert [line.marker for line in sentences(item)] == [Marker.BULLET, Marker.NONE]


def test_what_announces_a_list_is_never_last_on_its_page() -> None:
    lead = Line((Run("Voici :"),), kept=True)
    filler = tuple(said(f"Ligne {rank}") for rank in range(8))
    pages = paginated((*filler, lead, *filler), SLOT)
    assert all(page[-1] != lead for page in pages)


def test_every_layout_stays_on_the_slide() -> None:
    wide, high = THEME.slides.width_in, THEME.slides.height_in
    boxes = [slot.box for spec in SPECS.values() for slot in spec.slots]
    boxes += [mark.box for spec in SPECS.values() for mark in spec.marks]
    assert all(box.left >= 0 and box.left + box.width <= wide for box in boxes)
    assert all(box.top >= 0 and box.top + box.height <= high + 0.001 for box in boxes)
