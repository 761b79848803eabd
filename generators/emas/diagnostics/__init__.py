"""Diagnostics: what is told to authors, where, and how to mend it."""

from emas.diagnostics.codes import Code
from emas.diagnostics.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    has_errors,
    in_reading_order,
)
from emas.diagnostics.render import SEVERITIES, as_json, as_objects, concise, terminal
from emas.diagnostics.span import Span, file_start, whole_line
from emas.diagnostics.texts import Severity, text_of

__all__ = [
    "SEVERITIES",
    "Applicability",
    "Code",
    "Diagnostic",
    "Edit",
    "Severity",
    "Span",
    "as_json",
    "as_objects",
    "concise",
    "file_start",
    "has_errors",
    "in_reading_order",
    "terminal",
    "text_of",
    "whole_line",
]
