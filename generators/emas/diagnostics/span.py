"""A place in an author's file."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Where something was written. Lines and columns count from 1; the end is exclusive."""

    path: PurePosixPath
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def whole_line(path: PurePosixPath, line: int, text: str) -> Span:
    """Return the span of `text`, the content of one line, without its surrounding blanks."""
    start = len(text) - len(text.lstrip()) + 1
    return Span(path, line, start, line, max(start, len(text.rstrip())) + 1)


def file_start(path: PurePosixPath) -> Span:
    """Return the span that stands for a whole file: its first character."""
    return Span(path, 1, 1, 1, 2)
