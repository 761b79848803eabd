"""A question: what is common to all kinds, and its task."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeVar, assert_never

from emas.diagnostics import Span
from emas.document import Blocks, Gap, walk
from emas.model.task import (
    UNSCORED,
    Answer,
    Entry,
    Gaps,
    Item,
    Kind,
    Matching,
    Number,
    Open,
    Ordering,
    Pair,
    Position,
    Scale,
    Sorting,
    Task,
    Ticking,
    kind_of,
)

Change = Callable[[Blocks], Blocks]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a step (formative) or of the bank.

    `objective` and `source` are ids, or empty. `written_id` tells an id the author wrote from
    one made of the question's place; `objective_span` is where the objective is named,
    `source_span` where the source is.
    """

    id: str
    task: Task
    objective: str
    source: str
    statement: Blocks
    hint: Blocks
    feedback: Blocks
    written_id: bool
    objective_span: Span
    span: Span
    source_span: Span | None = None

    @property
    def kind(self) -> Kind:
        """The kind the author declared."""
        return kind_of(self.task)

    @property
    def scored(self) -> bool:
        """Whether it has a right answer."""
        return self.kind not in UNSCORED

    def texts(self) -> Blocks:
        """Return all its blocks: statement, task, hint, feedback."""
        found: list[Blocks] = []

        def note(blocks: Blocks) -> Blocks:
            found.append(blocks)
            return blocks

        self.with_texts(note)
        return tuple(block for blocks in found for block in blocks)

    def with_texts(self, change: Change) -> "Question":
        """Return this question with each of its texts changed, in reading order."""
        return replace(
            self,
            statement=change(self.statement),
            task=_changed(self.task, change),
            hint=change(self.hint),
            feedback=change(self.feedback),
        )


def _changed(task: Task, change: Change) -> Task:
    match task:
        case Ticking():
            answers = (
                replace(item, label=change(item.label), feedback=change(item.feedback))
                for item in task.answers
            )
            return replace(task, answers=tuple(answers))
        case Ordering():
            items = (
                replace(item, label=change(item.label), feedback=change(item.feedback))
                for item in task.items
            )
            return Ordering(tuple(items))
        case Matching():
            return Matching(
                change(task.left_title),
                change(task.right_title),
                tuple(
                    replace(pair, left=change(pair.left), right=change(pair.right))
                    for pair in task.pairs
                ),
            )
        case Sorting():
            return Sorting(
                change(task.entry_title),
                change(task.category_title),
                tuple(change(category) for category in task.categories),
                tuple(replace(entry, label=change(entry.label)) for entry in task.entries),
            )
        case Scale():
            return Scale(tuple(change(label) for label in task.labels))
        case Open():
            return replace(task, model=change(task.model))
        case Gaps() | Number() | Position():
            return task
        case _:
            assert_never(task)


def gaps(question: Question) -> tuple[Gap, ...]:
    """Return the gaps of the statement, in reading order."""
    return tuple(node for node in walk(question.statement) if isinstance(node, Gap))


T = TypeVar("T")


def shuffled(items: Iterable[T], question_id: str) -> tuple[T, ...]:
    """Return `items` in an order that depends on the question only: alike on every medium."""

    def key(pair: tuple[int, T]) -> bytes:
        return sha256(f"{question_id}/{pair[0]}".encode()).digest()

    return tuple(item for _, item in sorted(enumerate(items), key=key))


def shown_answers(task: Ticking, question_id: str) -> tuple[tuple[int, Answer], ...]:
    """Return the answers in the order readers see them, each with its number.

    « Vrai » and « Faux » keep theirs.
    """
    numbered = tuple(enumerate(task.answers))
    return numbered if task.kind is Kind.TRUE_FALSE else shuffled(numbered, question_id)


def shown_items(task: Ordering, question_id: str) -> tuple[tuple[int, Item], ...]:
    """Return the items in the order readers find them, never the right one, with their numbers."""
    return _away(shuffled(enumerate(task.items), question_id))


def shown_rights(task: Matching, question_id: str) -> tuple[tuple[int, Pair], ...]:
    """Return the pairs in the order of the right column, each with its number.

    The left column keeps the order of the source, and the right one never has that order.
    """
    return _away(shuffled(enumerate(task.pairs), question_id))


def shown_entries(task: Sorting, question_id: str) -> tuple[tuple[int, Entry], ...]:
    """Return the entries in the order readers see them, each with its number."""
    return shuffled(enumerate(task.entries), question_id)


def _away(numbered: tuple[tuple[int, T], ...]) -> tuple[tuple[int, T], ...]:
    """Return `numbered`, turned by one if its numbers are in order."""
    ordered = all(rank == number for rank, (number, _) in enumerate(numbered))
    return (*numbered[1:], *numbered[:1]) if ordered else numbered
