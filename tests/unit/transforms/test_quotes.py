"""« » first, “ ” inside."""

import pytest

from emas.transforms.quotes import quotes


def changed(text: str) -> str:
    for start, end, new in reversed(list(quotes(text))):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('Le "mot" juste', "Le «mot» juste"),
        ('" mot "', "« mot »"),
        ('("mot")', "(«mot»)"),
        ('l\'"école"', "l'«école»"),
        ('"un" et "deux"', "«un» et «deux»"),
        ('"Il dit "non" hier"', "«Il dit “non” hier»"),
        ('« Il dit "non" hier »', "« Il dit “non” hier »"),
        ('« Il dit " non " hier »', "« Il dit “non” hier »"),
        ("« Il dit « non » hier »", "« Il dit “non” hier »"),
        ('"Il dit « non » hier"', "«Il dit “non” hier»"),
        ("« a « » b »", "« a “” b »"),
    ],
)
def test_quotes_are_french_then_curly_inside(written: str, read: str) -> None:
    assert changed(written) == read


def test_a_quotation_may_go_on_in_the_next_paragraph() -> None:
    assert changed('« Elle répond "oui" et la suite') == "« Elle répond “oui” et la suite"
    assert changed('la fin, "vraiment" »') == "la fin, «vraiment» »"


@pytest.mark.parametrize(
    "written",
    [
        'une tablette de 10" et une de 15"',
        'un "guillemet seul',
        '« un "guillemet seul »',
        "sans guillemet",
        "« déjà “bien” écrit »",
        '"',
        "",
    ],
)
def test_what_does_not_pair_off_stays_as_it_is(written: str) -> None:
    assert changed(written) == written
