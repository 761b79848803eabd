"""What is wrong in an author's file, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from emas.diagnostics.codes import Code
from emas.diagnostics.span import Span
from emas.diagnostics.texts import Severity, text_of


class Applicability(StrEnum):
    """Whether an edit may be applied without asking."""

    SAFE = "sure"
    SUGGESTED = "proposee"


@dataclass(frozen=True, slots=True)
class Edit:
    """The text to put in place of `span`."""

    span: Span
    replacement: str
    applicability: Applicability = Applicability.SAFE


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell an author. `values` fill the French text of `code`."""

    code: Code
    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    fix: Edit | None = None

    @property
    def severity(self) -> Severity:
        """How serious it is."""
        return text_of(self.code).severity

    @property
    def message(self) -> str:
        """The French sentence that says what is wrong."""
        return text_of(self.code).message.format_map(self.values)

    @property
    def repair(self) -> str:
        """The French sentence that says how to mend it."""
        return text_of(self.code).repair.format_map(self.values)


def in_reading_order(found: "list[Diagnostic] | tuple[Diagnostic, ...]") -> list[Diagnostic]:
    """Return `found` without repeats, sorted by file, line, column and code."""
    unique = {(item.span, item.code, item.message): item for item in found}
    return [unique[key] for key in sorted(unique)]


def has_errors(found: "list[Diagnostic] | tuple[Diagnostic, ...]") -> bool:
    """Return whether one of `found` is an error."""
    return any(item.severity is Severity.ERROR for item in found)
