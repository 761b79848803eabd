"""A correction changes its own characters: mark, line ends and all the rest keep their bytes."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emas.diagnostics import Span
from emas.editing.corrections import Correction, Group, Kind, SourceText, harmless

PATH = PurePosixPath("modules/essai/questions.md")


def at(start: int, end: int, text: str) -> Correction:
    return Correction(start, end, text, Kind.SPACE)


@pytest.mark.parametrize(
    ("before", "corrections", "after"),
    [
        (b"un deux", [at(3, 7, "trois")], b"un trois"),
        (b"un\r\ndeux\r\n", [at(3, 7, "trois")], b"un\r\ntrois\r\n"),
        (b"un\r\ndeux\r\n", [at(2, 3, "\n\n")], b"un\r\n\r\ndeux\r\n"),
        (b"un\rdeux", [at(7, 7, "\n")], b"un\rdeux\r"),
        (b"\xef\xbb\xbfun", [at(0, 2, "deux")], b"\xef\xbb\xbfdeux"),
        (b"\xef\xbb\xbfun", [at(-1, 0, "")], b"un"),
        (b"abc", [at(2, 3, "z"), at(0, 1, "x")], b"xbz"),
        (b"abc", [at(0, 2, "x"), at(1, 3, "z")], b"xc"),
        (b"abc", [at(2, 9, "z")], b"abc"),
        ("é’o".encode(), [at(1, 2, "'")], "é'o".encode()),
    ],
)
def test_only_what_is_corrected_changes(
    before: bytes, corrections: list[Correction], after: bytes
) -> None:
    assert SourceText(before).corrected(corrections) == after


ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(st.lists(st.tuples(st.text("aé' ", max_size=4), ENDS)), st.booleans())
def test_a_text_without_corrections_keeps_its_bytes(
    lines: list[tuple[str, str]], mark: bool
) -> None:
    data = (("\ufeff" if mark else "") + "".join(text + end for text, end in lines)).encode()
    assert SourceText(data).corrected(()) == data


@given(st.lists(st.tuples(st.text("ab", min_size=1, max_size=3), ENDS), min_size=1), st.data())
def test_a_place_is_found_whatever_the_line_ends(
    lines: list[tuple[str, str]], data: st.DataObject
) -> None:
    number = data.draw(st.integers(1, len(lines)))
    source = SourceText("".join(text + end for text, end in lines).encode())
    span = Span(PATH, number, 1, number, 2)
    wanted = [
        ("Z" + text[1:] if rank == number else text) + end
        for rank, (text, end) in enumerate(lines, 1)
    ]
    correction = source.correction(span, "Z", Kind.SPACE)
    assert source.corrected([correction]) == "".join(wanted).encode()
    assert source.line(correction) == number


def test_what_would_change_the_text_is_found_among_the_rest() -> None:
    source = SourceText(b"abcdefgh")
    groups: list[Group] = [(at(place, place + 1, "."),) for place in range(8)]
    kept = harmless(source, groups, lambda data: b"c" in data and b"f" in data, iter(range(20)))
    assert source.corrected(item for group in kept for item in group) == b"..c..f.."


def test_what_was_not_tried_is_left() -> None:
    groups: list[Group] = [(at(place, place + 1, "."),) for place in range(8)]
    assert (
        harmless(SourceText(b"abcdefgh"), groups, lambda data: b"a" in data, iter(range(3))) == []
    )
