"""From the bytes of a file to its text, or to what is wrong with them."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.diagnostics import Applicability, Code, Diagnostic, Edit, Span, file_start

MAX_BYTES = 2_000_000
MAX_LINES = 10_000
"""A long step has 300; markdown-it takes its time for each line, whatever is on it."""

# What XML 1.0 cannot hold (slides, site), plus the line breaks that YAML sees and Markdown
# does not (NEL, LS, PS): with them, positions would differ between readers.
FORBIDDEN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class SourceFile:
    r"""A file that could be decoded; `text` has `\\n` line ends only."""

    path: PurePosixPath
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.split("\n")


def decode(data: bytes, path: PurePosixPath) -> tuple[SourceFile | None, list[Diagnostic]]:
    """Return the text of a file read as UTF-8, or None, with what is wrong with it."""
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1_000_000:.1f} Mo".replace(".", ",")
        return None, [_too_big(path, size)]
    if (ends := data.count(b"\n")) > MAX_LINES:
        return None, [_too_big(path, f"{ends} lignes")]
    found: list[Diagnostic] = []
    if data.startswith(b"\xef\xbb\xbf"):
        span = file_start(path)
        mark = Span(path, 1, 0, 1, 1)  # before the first column
        found.append(Diagnostic(Code.TXT002, span, fix=Edit(mark, "", Applicability.SAFE)))
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        span = _place(data[: error.start].decode("utf-8"), path)
        octet = f"0x{data[error.start]:02X}"
        return None, [*found, Diagnostic(Code.TXT001, span, {"octet": octet})]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        span = _place(text[: text.index("\0")], path)
        return None, [*found, Diagnostic(Code.TXT003, span)]
    if match := FORBIDDEN.search(text):
        return None, [*found, _forbidden(text, match, path)]
    if not text.strip():
        return None, [*found, Diagnostic(Code.TXT004, file_start(path))]
    return SourceFile(path, text), found


def _too_big(path: PurePosixPath, size: str) -> Diagnostic:
    return Diagnostic(Code.TXT005, file_start(path), {"taille": size})


def _forbidden(text: str, first: re.Match[str], path: PurePosixPath) -> Diagnostic:
    """Return what is wrong, and the text without any such character, from the first to the last."""
    span = _place(text[: first.start()], path)
    *_, last = FORBIDDEN.finditer(text, first.start())
    end = _place(text[: last.start()], path)
    clean = FORBIDDEN.sub(_instead, text[first.start() : last.end()])
    edit = Edit(Span(path, span.line, span.column, end.end_line, end.end_column), clean)
    return Diagnostic(Code.TXT006, span, {"numero": f"{ord(first[0]):04X}"}, edit)


def _instead(match: re.Match[str]) -> str:
    """Return a space for what parts words, nothing for the others."""
    return " " if match[0] in "\x0b\x0c\x85\u2028\u2029" else ""


def _place(before: str, path: PurePosixPath) -> Span:
    """Return the span of the character that follows `before`."""
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(path, line, column, line, column + 1)
