"""What the rules of the Markdown parser know of the file, and where they leave what they find."""

from bisect import bisect_right
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from emas.diagnostics import Code, Diagnostic, Span, whole_line

KEY = "emas"


@dataclass
class Environment:
    """One file being parsed. `offset` lines (front matter) come before the parsed text."""

    path: PurePosixPath
    lines: list[str]
    offset: int
    found: list[Diagnostic] = field(default_factory=list)
    spent: int = 0
    no_comment_end: tuple[str, int] = ("", 0)
    """A text, and from where on it holds no `-->`: it is looked for once only."""
    gaps: int | None = None
    """How many gaps the question being read has had; None outside a question to complete."""

    def afford(self, characters: int) -> bool:
        """Return whether link addresses may grow by `characters` more.

        A link by reference costs three characters and repeats an address of any length: without
        a limit, 200 KB of text make more than a gigabyte of pages.
        """
        self.spent += characters
        return self.spent <= 20_000 + 8 * sum(len(line) + 1 for line in self.lines)

    @cached_property
    def _comment_ends(self) -> list[int]:
        return [number for number, line in enumerate(self.lines) if "-->" in line]

    def comment_end_after(self, line: int) -> int:
        """Return the first line after `line` that holds `-->`, or the number of lines."""
        place = bisect_right(self._comment_ends, line)
        return self._comment_ends[place] if place < len(self._comment_ends) else len(self.lines)

    def number(self, line: int) -> int:
        """Return the number in the file of `line`, counted from 0 in the parsed text."""
        return line + self.offset + 1

    def line_span(self, line: int) -> Span:
        """Return the span of the text of `line`, counted from 0 in the parsed text."""
        text = self.lines[line] if line < len(self.lines) else ""
        return whole_line(self.path, self.number(line), text)

    def lines_span(self, first: int, end: int) -> Span:
        """Return the span of the text from line `first` to the one before `end`, without blanks."""
        while end - 1 > first and not self.lines[end - 1].strip():
            end -= 1
        if end - 1 == first:
            return self.line_span(first)
        start, last = self.line_span(first), self.line_span(end - 1)
        return Span(start.path, start.line, start.column, last.end_line, last.end_column)

    def diagnostic(
        self, code: Code, line: int, values: Mapping[str, str] | None = None
    ) -> Diagnostic:
        """Return a diagnostic about the whole of `line`, counted from 0 in the parsed text."""
        return Diagnostic(code, self.line_span(line), values or {})

    def report(self, code: Code, line: int, values: Mapping[str, str] | None = None) -> None:
        """Note a diagnostic about the whole of `line`."""
        self.found.append(self.diagnostic(code, line, values))


def environment_of(env: MutableMapping[str, Any]) -> Environment:
    """Return the `Environment` that rides in markdown-it's `env`."""
    environment: Environment = env[KEY]
    return environment
