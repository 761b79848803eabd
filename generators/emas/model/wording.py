"""How people say things, for the box « Posez votre question »."""

from dataclasses import dataclass

from emas.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Said:
    """Ways of saying what our texts say otherwise: `heard` from people, `ours` in the texts."""

    heard: tuple[str, ...]
    ours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Helpline:
    """A number to call in danger, what it is for, and the source that says so.

    `by_text`: it is written to, not called.
    """

    number: str
    purpose: str
    by_text: bool
    source: str
    source_span: Span


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that lead from a question to a passage, and those that tell of a danger.

    `ordinary` are expressions that have a word of danger and tell of none.
    """

    helplines: tuple[Helpline, ...]
    danger: tuple[str, ...]
    ordinary: tuple[str, ...]
    words: tuple[Said, ...]
