"""A sensitisation module: what is written in `modules/<id>/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from emas.diagnostics import Span
from emas.document import Blocks, Priority
from emas.model.durations import Durations
from emas.model.question import Question


@dataclass(frozen=True, slots=True)
class Objective:
    """What a learner can do at the end; `statement` completes « Savoir … »."""

    id: str
    statement: str
    span: Span


@dataclass(frozen=True, slots=True)
class Assessment:
    """Questions asked together, before, after, or weeks later.

    Either `questions` are named, or `draw` of them are drawn from the bank, with at least
    `per_objective` for each objective. `threshold` is a share between 0 and 1.
    """

    id: str
    questions: tuple[str, ...]
    draw: int | None
    per_objective: int
    threshold: float | None
    graded: bool
    delay_months: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Review:
    """Somebody read the whole module again."""

    done_on: date
    by: str


@dataclass(frozen=True, slots=True)
class Media:
    """A file of `media/`, with what its licence asks to be said."""

    name: str
    data: bytes
    credit: str
    licence: str
    source: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a module, about five minutes online; its id is its file name without `NN-`."""

    id: str
    title: str
    durations: Durations
    objectives: tuple[str, ...]
    priority: Priority
    blocks: Blocks
    questions: tuple[Question, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Module:
    """A module and all its text. Audiences, levels and family are ids of the vocabulary."""

    id: str
    title: str
    family: str
    summary: str
    audiences: tuple[str, ...]
    levels: tuple[str, ...]
    objectives: tuple[Objective, ...]
    durations: Durations
    prerequisites: tuple[str, ...]
    assessments: tuple[Assessment, ...]
    version: str
    licence: str
    review: Review | None
    steps: tuple[Step, ...]
    bank: tuple[Question, ...]
    media: Mapping[str, Media]
    span: Span

    def all_questions(self) -> tuple[Question, ...]:
        """Return the questions of the steps, then those of the bank."""
        return (*(question for step in self.steps for question in step.questions), *self.bank)

    def question(self, identifier: str) -> Question:
        """Return the question of that id. Raises KeyError if there is none."""
        return {question.id: question for question in self.all_questions()}[identifier]
