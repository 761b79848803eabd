"""Codes of participants: a slip of the pen never gives the code of somebody else."""

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from emas.model.codes import ALPHABET, LENGTH, new_codes, read_code, shown_code

CODES = st.integers(1, 40).map(lambda rank: list(islice(new_codes(), rank))[-1])


def test_codes_are_all_different() -> None:
    codes = list(islice(new_codes(), 2000))
    assert len(set(codes)) == 2000
    assert {len(code) for code in codes} == {LENGTH}


@given(CODES, st.sampled_from([str.lower, str.upper, shown_code, "  {}".format, " ".join]))
def test_a_code_is_read_however_it_is_typed(code: str, typed: object) -> None:
    assert callable(typed)
    assert read_code(typed(code)) == code


@given(CODES, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_seen(code: str, place: int, sign: str) -> None:
    wrong = code[:place] + sign + code[place + 1 :]
    assert read_code(wrong) == (code if wrong == code else None)


@given(CODES, st.integers(0, LENGTH - 2))
def test_two_signs_that_change_places_are_seen(code: str, place: int) -> None:
    one, other = code[place], code[place + 1]
    wrong = code[:place] + other + one + code[place + 2 :]
    assert read_code(wrong) == (code if one == other else None)


@given(st.text(max_size=10))
def test_any_other_text_is_no_code(text: str) -> None:
    read = read_code(text)
    assert read is None or read_code(read) == read


def test_no_vowel_makes_a_word_and_no_sign_looks_like_another() -> None:
    assert not set(ALPHABET) & set("AEIOUYL012568")
