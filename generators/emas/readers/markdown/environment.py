"""What the rules of the Markdown parser know of the file, and where they leave what they find."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
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

    def afford(self, characters: int) -> bool:
        """Return whether link addresses may grow by `characters` more.

        A link by reference costs three characters and repeats an address of any length: without
        a limit, 200 KB of text make more than a gigabyte of pages.
        """
        self.spent += characters
        return self.spent <= 20_000 + 8 * sum(len(line) + 1 for line in self.lines)

    def number(self, line: int) -> int:
        """Return the number in the file of `line`, counted from 0 in the parsed text."""
        return line + self.offset + 1

    def line_span(self, line: int) -> Span:
        """Return the span of the text of `line`, counted from 0 in the parsed text."""
        text = self.lines[line] if line < len(self.lines) else ""
        return whole_line(self.path, self.number(line), text)

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
