"""One line of the checklist « prêt à publier »."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from emas.diagnostics import Span
from emas.model.catalogue import Catalogue
from emas.model.module import Module


class State(StrEnum):
    """What there is to do; the value is what authors read."""

    DONE = "fait"
    TODO = "à faire"
    PERSON = "à vérifier par une personne"


class Topic(StrEnum):
    """What a line is about; the value is its heading."""

    PARTS = "Ce qu’un parcours attend (Magistère)"
    SOURCES = "Sources"
    REVIEW = "Relecture"
    ACCESS = "Accessibilité"
    RIGHTS = "Licences et crédits"
    DURATIONS = "Durées"
    QUESTIONS = "Objectifs et questions"


@dataclass(frozen=True, slots=True)
class Case:
    """A module to publish on a day."""

    module: Module
    catalogue: Catalogue
    on: date


@dataclass(frozen=True, slots=True)
class Finding:
    """What is missing, and where if there is a place."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What is expected: `find` yields what is missing, which leaves the line in `otherwise`.

    `name` is stable, for programs that read the list.
    """

    name: str
    topic: Topic
    text: str
    find: Callable[[Case], Iterable[Finding]]
    otherwise: State = State.TODO


@dataclass(frozen=True, slots=True)
class Point:
    """A line, as it is for one module."""

    name: str
    topic: Topic
    text: str
    state: State
    findings: tuple[Finding, ...]


def judged(line: Line, case: Case) -> Point:
    """Return what `line` says of a module."""
    found = tuple(line.find(case))
    state = line.otherwise if found else State.DONE
    return Point(line.name, line.topic, line.text, state, found)
