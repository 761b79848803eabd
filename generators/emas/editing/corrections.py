"""Pieces of text that take the place of others in a file, which otherwise keeps every byte."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from emas.diagnostics import Span

MARK = "\ufeff"
END = re.compile(r"\r\n|\r|\n")


class Kind(StrEnum):
    """What a correction is about, in the order in which people are told."""

    REPAIR = "repair"
    IDENTIFIER = "identifier"
    LABEL = "label"
    BLOCK = "block"
    MARKER = "marker"
    FENCE = "fence"
    APOSTROPHE = "apostrophe"
    SPACE = "space"


@dataclass(frozen=True, order=True, slots=True)
class Correction:
    """`text` in the place of what is from `start` to `end`, counted in the text of the file.

    In that text lines end with a line feed, and the mark of the file, if it has one, is at -1.
    """

    start: int
    end: int
    text: str
    kind: Kind


Group = tuple[Correction, ...]
"""Corrections that only make sense together."""


class SourceText:
    """The text of a file, and how to put something else in it."""

    def __init__(self, data: bytes) -> None:
        """Read `data`. Raises UnicodeDecodeError if they are not UTF-8."""
        whole = data.decode("utf-8")
        self._raw = whole
        self._mark = len(MARK) if whole.startswith(MARK) else 0
        body = whole[self._mark :]
        ends = list(END.finditer(body))
        self._double = [
            match.start() - rank for rank, match in enumerate(m for m in ends if m[0] == "\r\n")
        ]
        self._end = Counter(match[0] for match in ends).most_common(1)[0][0] if ends else "\n"
        self.text = END.sub("\n", body)
        self.starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def offset(self, line: int, column: int) -> int:
        """Return where a place of a `Span` is in the text; column 0 of line 1 is the mark."""
        return self.starts[min(line, len(self.starts)) - 1] + column - 1

    def correction(self, span: Span, text: str, kind: Kind) -> Correction:
        """Return `text` in the place of `span`."""
        start = self.offset(span.line, span.column)
        return Correction(start, self.offset(span.end_line, span.end_column), text, kind)

    def line(self, correction: Correction) -> int:
        """Return the line of a correction, from 1."""
        return max(1, bisect_left(self.starts, correction.start + 1))

    def corrected(self, corrections: Iterable[Correction]) -> bytes:
        """Return the file with `corrections`; of two that overlap, the first one in the text.

        What they do not touch keeps its bytes; line ends in them are those of the file.
        """
        pieces: list[str] = []
        done = -self._mark
        for item in sorted(set(corrections)):
            if item.start < done or item.end > len(self.text):
                continue
            pieces += [self._kept(done, item.start), item.text.replace("\n", self._end)]
            done = item.end
        return "".join([*pieces, self._kept(done, len(self.text))]).encode()

    def _kept(self, start: int, end: int) -> str:
        return self._raw[self._place(start) : self._place(end)]

    def _place(self, offset: int) -> int:
        """Return where `offset` is among the characters of the file itself."""
        return offset + self._mark + bisect_left(self._double, offset)


def harmless(
    source: SourceText,
    groups: Sequence[Group],
    same: Callable[[bytes], bool],
    tries: Iterator[int],
) -> list[Group]:
    """Return the groups after which the file still is the `same`: most often, all of them.

    They are tried together, then by halves, as often as `tries` has something; what was not tried
    is left.
    """
    kept: list[Group] = []
    ahead = [list(groups)] if groups else []
    while ahead and next(tries, None) is not None:
        part = ahead.pop()
        if same(source.corrected(item for group in (*kept, *part) for item in group)):
            kept += part
        elif len(part) > 1:
            half = len(part) // 2
            ahead += [part[half:], part[:half]]
    return kept
