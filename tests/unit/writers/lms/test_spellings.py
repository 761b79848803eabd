"""What is accepted on a platform is accepted on the site too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emas.model.written import same_words
from emas.writers.lms.spellings import MOST, spellings

WORDS = st.text(alphabet="aàéèœsxX -’'tn1", min_size=1, max_size=24)


@given(WORDS)
def test_each_spelling_is_one_that_the_site_accepts(accepted: str) -> None:
    found = spellings(accepted, strict=False)
    assert found[0] == accepted
    assert len(found) <= MOST
    assert [way for way in found if not same_words(way, accepted, strict=False)] == []


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("élève", "eleve"),
        ("élève", "élèves"),
        ("emploi du temps", "emplois du temps"),
        ("rendez-vous", "rendez vous"),
        ("l’école", "l'ecole"),
        ("besoins", "besoin"),
        ("cœur", "coeur"),
    ],
)
def test_what_people_type_is_foreseen(accepted: str, typed: str) -> None:
    assert typed in spellings(accepted, strict=False)


def test_to_the_letter_there_is_one_spelling() -> None:
    assert spellings("Élève", strict=True) == ["Élève"]
