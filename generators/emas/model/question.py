"""Questions: one class per kind, a closed union."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar

from emas.diagnostics import Span
from emas.document import Blocks


class ChoiceKind(StrEnum):
    """The kinds answered by ticking; the value is the author's word."""

    SINGLE = "unique"
    MULTIPLE = "multiple"
    TRUE_FALSE = "vrai-faux"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to tick, and what is said of it afterwards (may be empty)."""

    right: bool
    label: Blocks
    feedback: Blocks
    span: Span


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """A question answered by ticking one answer (`SINGLE`, `TRUE_FALSE`) or several.

    `objective` and `source` are ids, or empty. `written_id` tells an id the author wrote from
    one made of the question's place; `objective_span` is where the objective is named,
    `source_span` where the source is.
    """

    id: str
    kind: ChoiceKind
    objective: str
    source: str
    statement: Blocks
    answers: tuple[Answer, ...]
    hint: Blocks
    feedback: Blocks
    written_id: bool
    objective_span: Span
    span: Span
    source_span: Span | None = None

    def texts(self) -> Blocks:
        """Return all its blocks: statement, answers with their feedback, hint, feedback."""
        answers = (block for item in self.answers for block in (*item.label, *item.feedback))
        return (*self.statement, *answers, *self.hint, *self.feedback)

    def with_texts(self, change: Callable[[Blocks], Blocks]) -> "ChoiceQuestion":
        """Return this question with each of its texts changed, in reading order."""
        return replace(
            self,
            statement=change(self.statement),
            answers=tuple(
                replace(item, label=change(item.label), feedback=change(item.feedback))
                for item in self.answers
            ),
            hint=change(self.hint),
            feedback=change(self.feedback),
        )


Question = ChoiceQuestion
"""The closed union of question kinds; it grows with the quizzes."""

T = TypeVar("T")


def shuffled(items: Iterable[T], question_id: str) -> tuple[T, ...]:
    """Return `items` in an order that depends on the question only: alike on every medium."""

    def key(pair: tuple[int, T]) -> bytes:
        return sha256(f"{question_id}/{pair[0]}".encode()).digest()

    return tuple(item for _, item in sorted(enumerate(items), key=key))


def shown_ranks(question: ChoiceQuestion) -> tuple[int, ...]:
    """Return the ranks of the answers, from 0, in the order readers see; « Vrai » stays first."""
    ranks = tuple(range(len(question.answers)))
    return ranks if question.kind is ChoiceKind.TRUE_FALSE else shuffled(ranks, question.id)


def shown_answers(question: ChoiceQuestion) -> tuple[Answer, ...]:
    """Return the answers in the order readers see them."""
    return tuple(question.answers[rank] for rank in shown_ranks(question))
