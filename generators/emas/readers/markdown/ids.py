"""The ids of one page: those authors wrote, and those made from places and words."""

import re
from collections import Counter

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold
from emas.readers.values import IDENTIFIER


class Ids:
    """Gives ids to the headings and boxes of a page; `prefix` is the step's id."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.found: list[Diagnostic] = []
        self._taken: dict[str, Span] = {}
        self._counts: Counter[str] = Counter()
        self._same_words: Counter[str] = Counter()

    def of_heading(self, written: str, words: str, span: Span) -> str:
        """Return the id of a heading: the written one, else its words, made unique."""
        if written:
            return self._claim(written, span)
        base = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:60].strip("-") or "section"
        candidate = base
        while candidate in self._taken:
            self._same_words[base] += 1
            candidate = f"{base}-{self._same_words[base] + 1}"
        self._taken[candidate] = span
        return candidate

    def of_box(self, word: str, written: str, span: Span) -> str:
        """Return the id of a box: the written one, else `<step>/<word>-<n>`."""
        self._counts[word] += 1
        if written:
            return self._claim(written, span)
        return f"{self.prefix}/{word}-{self._counts[word]}"

    def _claim(self, written: str, span: Span) -> str:
        if not IDENTIFIER.fullmatch(written):
            self.found.append(Diagnostic(Code.IDE002, span, {"identifiant": written}))
        elif written in self._taken:
            elsewhere = f"ligne {self._taken[written].line}"
            values = {"identifiant": written, "ailleurs": elsewhere}
            self.found.append(Diagnostic(Code.IDE001, span, values))
        self._taken.setdefault(written, span)
        return written
