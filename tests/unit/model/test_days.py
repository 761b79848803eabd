from datetime import date

import pytest

from emas.model import day_in_words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 8, 12), "12\u00a0août 2027"),
        (date(2026, 5, 1), "1er\u00a0mai 2026"),
    ],
)
def test_a_day_is_read_in_french(day: date, words: str) -> None:
    assert day_in_words(day) == words
