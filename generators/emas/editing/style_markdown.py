"""How the text of a page should be written: block lines, list markers, fences, apostrophes."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from markdown_it.token import Token

from emas.diagnostics.suggest import fold
from emas.editing.corrections import Correction, Group, Kind, SourceText
from emas.editing.prose import apostrophes, resolved
from emas.editing.style_spaces import BLANKS, spaces
from emas.model import Vocabulary
from emas.readers.markdown.boxes import LENGTHS, MEDIA, WORDS
from emas.readers.markdown.containers import CLOSING, OPENING, WRITTEN_ID, Opening
from emas.readers.markdown.dialect import parser
from emas.readers.markdown.environment import KEY, Environment

AS_WRITTEN = frozenset({"fence", "code_block", "comment", "raw_text"})
"""Tokens whose lines are left as they are."""

AROUND = re.compile(r"[ \t>]*")
MARKER = re.compile(r"[ \t>]*([-+*]|\d{1,9}[.)])(?=[ \t]|$)")
TILDES = re.compile(r"~{3,}")
NAMES = re.compile(r"[^,|\s][^,|]*")

IN_OPENING: Mapping[str, str] = {
    "public": "audiences",
    "sauf-public": "audiences",
    "niveau": "levels",
}
IN_OPTIONS: Mapping[tuple[str, str], str] = {
    ("situation", "niveau"): "levels",
    ("amenagement", "niveaux"): "levels",
    ("amenagement", "domaine"): "domains",
    ("amenagement", "difficultes"): "families",
}
OURS: Mapping[str, Mapping[str, str]] = {"support": MEDIA, "seance": LENGTHS}


def markdown_style(
    path: PurePosixPath, source: SourceText, vocabulary: Vocabulary, first: int
) -> Iterator[Group]:
    """Yield what to correct in the Markdown that starts on line `first`, counted from 0."""
    page = _Page(path, source, vocabulary, first)
    yield from page.blocks()
    yield from page.lists()
    yield from page.fences()
    untouched = page.untouched()
    for number in range(first, len(page.lines)):
        if number not in untouched:
            yield from page.apostrophes(number)
    yield from spaces(source, first, untouched)


class _Page:
    """One text, parsed."""

    def __init__(
        self, path: PurePosixPath, source: SourceText, vocabulary: Vocabulary, first: int
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.first = first
        self.lines = source.text.split("\n")
        body = self.lines[first:]
        environment = Environment(path, body, first)
        self.tokens = parser().parse("\n".join(body), {KEY: environment})

    def untouched(self) -> frozenset[int]:
        """Return the lines that are code or comments."""
        return frozenset(
            line
            for token in self.tokens
            if token.type in AS_WRITTEN
            for line in range(*self._lines_of(token))
        )

    def _lines_of(self, token: Token) -> tuple[int, int]:
        first, end = token.map or (0, 0)
        return first + self.first, end + self.first

    def _at(self, line: int, start: int, end: int, text: str, kind: Kind) -> Correction:
        offset = self.source.starts[line]
        return Correction(offset + start, offset + end, text, kind)

    def apostrophes(self, number: int) -> Iterator[Group]:
        """Yield the straight apostrophes of a line."""
        for place in apostrophes(self.lines[number]):
            yield (self._at(number, place, place + 1, "’", Kind.APOSTROPHE),)

    def blocks(self) -> Iterator[Group]:
        """Yield what to correct in the lines that open and close blocks, once each."""
        closings: set[int] = set()
        for token in self.tokens:
            if token.type == "box_open":
                opening: Opening = token.meta["opening"]
                first, end = self._lines_of(token)
                yield from self._opening(first)
                yield from self._names(first, opening)
                closings.add(end - 1)
        for number in sorted(closings):
            line = self.lines[number]
            start = _after_quotes(line)
            colons = len(line[start:].rstrip(BLANKS))
            if CLOSING.fullmatch(line[start:]) and colons > 3:
                yield (self._at(number, start, start + colons, ":::", Kind.BLOCK),)

    def _opening(self, number: int) -> Iterator[Group]:
        """Yield what makes an opening line « ::: mot titre {#id} »."""
        line = self.lines[number]
        start = line.find(":::")
        match = OPENING.fullmatch(line[start:])
        word = match and (match["braced"] or match["bare"])
        if not match or not word:
            return
        name = fold(word) if fold(word) in WORDS else word
        rest = match["rest"].strip()
        end = match.start("rest") + (
            len(match["rest"]) - len(match["rest"].lstrip()) if rest else 0
        )
        wanted = f"::: {name}{' ' if rest else ''}"
        group: list[Correction] = []
        if match[0][:end] != wanted:
            group.append(self._at(number, start, start + end, wanted, Kind.BLOCK))
        if match["braced_id"]:
            if WRITTEN_ID.search(" " + rest):
                return
            last = len(line.rstrip(BLANKS))
            group.append(self._at(number, last, last, f" {{#{match['braced_id']}}}", Kind.BLOCK))
        if group:
            yield tuple(group)

    def _names(self, number: int, opening: Opening) -> Iterator[Group]:
        """Yield the names of an opening line and of its options that are not written as ids."""
        word = fold(opening.word)
        known = OURS.get(word) or self._list(IN_OPENING.get(word))
        if known and opening.rest:
            yield from self._ids(number, opening.rest, known)
        for option in opening.options:
            known = self._list(IN_OPTIONS.get((word, fold(option.key))))
            if known:
                yield from self._ids(option.line + self.first, option.value, known)

    def _list(self, name: str | None) -> Mapping[str, str]:
        known: Mapping[str, str] = getattr(self.vocabulary, name) if name else {}
        return known

    def _ids(self, number: int, names: str, known: Mapping[str, str]) -> Iterator[Group]:
        start = self.lines[number].rfind(names)
        for part in NAMES.finditer(names):
            name = part[0].strip()
            identifier = resolved(name, known)
            if identifier and identifier != name:
                place = start + part.start()
                yield (self._at(number, place, place + len(name), identifier, Kind.LABEL),)

    def lists(self) -> Iterator[Group]:
        """Yield, for each list, the markers that are neither « - » nor « 1. »."""
        on_line: Counter[int] = Counter()
        open_lists: list[list[Correction]] = []
        for token in self.tokens:
            if token.type in ("bullet_list_open", "ordered_list_open"):
                open_lists.append([])
            elif token.type == "list_item_open":
                number = self._lines_of(token)[0]
                open_lists[-1] += self._marker(number, on_line[number], token.markup)
                on_line[number] += 1
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                group = tuple(open_lists.pop())
                yield from [group] if group else []

    def _marker(self, number: int, rank: int, sign: str) -> list[Correction]:
        """Return what to put in the place of the marker `sign`, of that rank on its line."""
        wanted = {"*": "-", "+": "-", ")": "."}.get(sign)
        places = list(_markers(self.lines[number]))
        if wanted is None or rank >= len(places):
            return []
        return [self._at(number, places[rank] - 1, places[rank], wanted, Kind.MARKER)]

    def fences(self) -> Iterator[Group]:
        """Yield, for each code block between tildes, what puts it between backticks."""
        for token in self.tokens:
            if token.type != "fence" or not token.markup.startswith("~") or "`" in token.info:
                continue
            first, end = self._lines_of(token)
            opening, closing = self.lines[first], self.lines[end - 1]
            last = TILDES.fullmatch(closing[_after_quotes(closing) :].rstrip(BLANKS))
            if end - 1 == first or not last:
                continue
            longest = max((len(run) for run in re.findall("`+", token.content)), default=0)
            ticks = "`" * max(3, longest + 1)
            start = opening.find(token.markup)
            place = closing.find(last[0])
            yield (
                self._at(first, start, start + len(token.markup), ticks, Kind.FENCE),
                self._at(end - 1, place, place + len(last[0]), ticks, Kind.FENCE),
            )


def _after_quotes(line: str) -> int:
    """Return where `line` starts, its blanks and what marks quotations left out."""
    match = AROUND.match(line)
    return match.end() if match else 0


def _markers(line: str) -> Iterator[int]:
    """Yield where each list marker at the start of `line` ends."""
    place = 0
    while match := MARKER.match(line, place):
        place = match.end()
        yield place
