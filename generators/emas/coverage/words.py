"""What tells that a text stands in an output: its words, and those around it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from emas.diagnostics.suggest import fold

Runs = tuple[tuple[str, ...], ...]
"""The words of one text, cut where something that is not prose comes between."""

SHINGLE = 4
"""Words looked for together."""

SHARE = 0.8
"""Share of a text's shingles that must be found: a page break in a paragraph cuts a few."""

NEAR = 4
"""How many texts before or after another are near it."""

TELLING = 3
"""Words that make a text known among others."""

GAP = 20
"""Words of the medium's own that may stand between two texts: « Ce que l’on sait », « Notes de la
diapositive 12, durée : 3 min, de 0 h 20 à 0 h 23 »."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the block of that rank; `repeated` if a medium may say it on each page."""

    rank: int
    runs: Runs
    repeated: bool


class Words:
    """The words of an output, ready to be searched; those of its drawings are no block's."""

    def __init__(self, text: str, drawn: Iterable[str] = ()) -> None:
        self._text = f" {' '.join(tokens(text))} "
        for words in drawn:
            self._text = self._text.replace(words, " § ")

    def missing(self, said: Sequence[Said]) -> set[int]:
        """Return the ranks of the blocks that have a text which is not there.

        What tells a text is the words that no other says. One that has none (a few words, or
        words that another says too) must stand near one of those around it, outside the others.
        """
        missing: set[int] = set()
        times = Counter(item for one in said for item in set(_shingles(one.runs)))
        for place, one in enumerate(said):
            own = [item for item in _shingles(one.runs) if times[item] == 1]
            if not (self._has(own) if own else self._near(place, said)):
                missing.add(one.rank)
        return missing

    def _has(self, shingles: Sequence[str]) -> bool:
        return sum(f" {item} " in self._text for item in shingles) >= SHARE * len(shingles)

    def _near(self, place: int, said: Sequence[Said]) -> bool:
        """Return whether a text stands near one of those around it.

        One of three words that no other text says needs no neighbour. On slides, a heading is told
        again after what it holds.
        """
        text, one = self._text, said[place]
        runs = one.runs
        here = _bounded(runs[0])
        for other in (_bounded(run) for one in said for run in one.runs):
            if here in other and here != other:
                text = text.replace(other, other.replace(here, " § "))
        if len(runs[0]) >= TELLING and [other.runs for other in said].count(runs) == 1:
            return here in text
        before = [_end(runs) for runs in _telling(reversed(said[:place]))]
        inside = list(_telling(said[place + 1 :]))
        if one.repeated:
            before += [_end(runs) for runs in inside]
        gap = rf" (?:\S+ ){{0,{GAP}}}"
        return any(
            re.search(f" {re.escape(first)}{gap}{re.escape(second)} ", text)
            for first, second in [
                *((end, _beginning(runs)) for end in before),
                *((_end(runs), _beginning(after)) for after in inside),
            ]
        )


def _telling(around: Iterable[Said]) -> Iterator[Runs]:
    """Yield the nearest texts that can be known by their words, and stand in one place."""
    known = (one.runs for one in around if not one.repeated)
    return islice((runs for runs in known if max(map(len, runs)) >= TELLING), NEAR)


def _bounded(run: tuple[str, ...]) -> str:
    return f" {' '.join(run)} "


def _shingles(runs: Runs) -> list[str]:
    return [
        " ".join(run[start : start + SHINGLE])
        for run in runs
        for start in range(len(run) - SHINGLE + 1)
    ]


def _beginning(runs: Runs) -> str:
    return " ".join(runs[0][:SHINGLE])


def _end(runs: Runs) -> str:
    return " ".join(runs[-1][-SHINGLE:])


def tokens(text: str) -> list[str]:
    """Return the words of `text`, without capitals nor accents."""
    return re.findall(r"[^\W_]+", fold(text))
