"""Sheets put together: in any order, twice, the same."""

from hypothesis import given
from hypothesis import strategies as st

from emas.model.sheet import Sheet, merge, replacing

SHEETS = st.lists(
    st.builds(
        Sheet,
        moment=st.sampled_from(["positionnement", "acquis"]),
        code=st.sampled_from(["A", "B", "C"]),
        number=st.integers(1, 3),
        answers=st.fixed_dictionaries({"q@1": st.lists(st.integers(0, 2), max_size=1)}),
    ),
    max_size=8,
)


@given(SHEETS, SHEETS)
def test_the_same_sheets_twice_change_nothing(kept: list[Sheet], others: list[Sheet]) -> None:
    once = merge(merge((), kept).sheets, others)
    again = merge(once.sheets, others)
    assert (again.sheets, again.added, again.replaced) == (once.sheets, (), ())


@given(SHEETS)
def test_without_a_clash_the_order_does_not_count(sheets: list[Sheet]) -> None:
    if not merge((), sheets).clashing and not merge((), sheets[::-1]).clashing:
        assert merge((), sheets).sheets == merge((), sheets[::-1]).sheets


def test_the_greatest_number_counts() -> None:
    first, second = (Sheet("acquis", "A", number, {"q@1": [number]}) for number in (1, 2))
    merged = merge([second], [first])
    assert (merged.sheets, merged.added, merged.replaced, merged.clashing) == (
        (second,),
        (),
        (),
        (),
    )
    assert merge([first], [second]).replaced == (second,)


def test_other_answers_under_the_same_number_are_left_and_told() -> None:
    first, other = (Sheet("acquis", "A", 1, {"q@1": [place]}) for place in (0, 1))
    merged = merge([first], [other])
    assert (merged.sheets, merged.clashing) == ((first,), (other,))


def test_sheets_are_in_the_order_of_their_codes_not_of_their_coming() -> None:
    late, early = (Sheet("acquis", code, 1, {}) for code in "BA")
    assert merge((), [late, early]).sheets == (early, late)


def test_at_the_same_number_what_somebody_wrote_counts_before_a_copy() -> None:
    copy = Sheet("acquis", "A", 1, {"q@1": [0]}, copied=True)
    wrote = Sheet("acquis", "A", 1, {"q@1": [1]})
    assert merge([copy], [wrote]).sheets == merge([wrote], [copy]).sheets == (wrote,)
    assert merge([copy], [wrote]).clashing == merge([wrote], [copy]).clashing == ()


def test_a_copy_never_takes_a_number_back() -> None:
    kept = [Sheet("acquis", "A", 2, {"q@1": [0]})]
    seventh = Sheet("acquis", "A", 7, {"q@1": [0]}, copied=True)
    (numbered,) = replacing(kept, [seventh])
    assert numbered.number == 7
