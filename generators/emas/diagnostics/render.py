"""Diagnostics as text for a terminal, as one line each, and as JSON."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from emas.diagnostics.diagnostic import Diagnostic
from emas.diagnostics.span import Span
from emas.diagnostics.texts import Severity

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "erreur",
    Severity.WARNING: "avertissement",
    Severity.NOTE: "remarque",
}
"""What readers call each severity."""

SourceLine = Callable[[PurePosixPath, int], str | None]
"""Returns a line of a source file (from 1), or None when it cannot be read."""


def concise(item: Diagnostic) -> str:
    """Return `item` on one line."""
    return f"{item.span}: {SEVERITIES[item.severity]} {item.code}: {item.message}"


def terminal(item: Diagnostic, source_line: SourceLine) -> str:
    """Return `item` with its source line, a caret under the fault, and the repair."""
    parts = [f"{item.span}: {SEVERITIES[item.severity]} {item.code}"]
    line = source_line(item.span.path, item.span.line)
    if line is not None:
        parts += _excerpt(item.span, line)
    parts += [item.message, f"Remède : {item.repair}"]
    return "\n".join(parts)


MAX_EXCERPT = 120
"""Columns of source shown; longer lines are cut around the fault."""


def _excerpt(span: Span, line: str) -> list[str]:
    label = f"{span.line} | "
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    offset = max(0, start - MAX_EXCERPT // 2) if len(line) > MAX_EXCERPT else 0
    shown = line[offset : offset + MAX_EXCERPT].replace("\t", " ")
    width = max(1, min(end, offset + MAX_EXCERPT) - start)
    margin = " " * (len(label) - 2) + "| "
    return [label + shown, margin + " " * (start - offset) + "^" * width]


def as_json(items: Iterable[Diagnostic]) -> str:
    """Return `items` as a JSON list, one object each, keys in French as on the terminal."""
    return json.dumps(as_objects(items), ensure_ascii=False, indent=2)


def as_objects(items: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Return `items` as values that JSON can write."""
    return [_object(item) for item in items]


def _object(item: Diagnostic) -> dict[str, object]:
    result: dict[str, object] = {
        "code": str(item.code),
        "gravite": SEVERITIES[item.severity],
        **_place(item.span),
        "message": item.message,
        "remede": item.repair,
    }
    if item.fix:
        result["correction"] = {
            **_place(item.fix.span),
            "texte": item.fix.replacement,
            "application": str(item.fix.applicability),
        }
    return result


def _place(span: Span) -> dict[str, object]:
    return {
        "fichier": str(span.path),
        "ligne": span.line,
        "colonne": span.column,
        "ligne-fin": span.end_line,
        "colonne-fin": span.end_column,
    }
