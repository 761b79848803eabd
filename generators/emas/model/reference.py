"""What belongs to no single module: team, vocabulary, sources, glossary."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from emas.diagnostics import Span

UNFINISHED = "à compléter"
"""What stands in the files that we give where a team has to write."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to; each field may be empty but the role."""

    role: str
    name: str
    phone: str
    email: str
    note: str


@dataclass(frozen=True, slots=True)
class Team:
    """This EMAS. `site` and `tracking` are public addresses, or empty."""

    name: str
    carrier: str
    territory: str
    contacts: tuple[Contact, ...]
    report_email: str
    site: str
    tracking: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names that may be used, each id with its label."""

    families: Mapping[str, str]
    audiences: Mapping[str, str]
    levels: Mapping[str, str]
    domains: Mapping[str, str]
    licences: Mapping[str, str]


class Reading(StrEnum):
    """How a source was read; the value is the author's word."""

    PRIMARY = "primaire"
    SECONDARY = "secondaire"
    UNREAD = "non-lu"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from. `year`, `link` and `via` may be empty."""

    id: str
    organisation: str
    title: str
    year: str
    link: str
    via: str
    reading: Reading
    consulted_on: date | None
    review_before: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary; `expansion` is what an acronym stands for, or empty."""

    id: str
    term: str
    expansion: str
    definition: str
    variants: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class AvoidedWord:
    """Words that we do not write, in their forms without any final « e », « s » or « es ».

    `certain`: they always have to go, while others only may. `fine` are the phrases in which they
    are right. `replacement` takes their place as it is, or is empty.
    """

    forms: tuple[str, ...]
    instead: str
    why: str
    certain: bool
    fine: tuple[str, ...] = ()
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Charter:
    """What a team writes and does not write; `acronyms` need no expansion, everybody knows them."""

    words: tuple[AvoidedWord, ...] = ()
    acronyms: tuple[str, ...] = ()
