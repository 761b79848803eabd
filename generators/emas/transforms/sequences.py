"""What takes time in a step, and how its minutes are shared.

An activity lasts what its author says. What is left of the step is shared between the talk of each
section, the cases, and the activities without a duration, in proportion to their words: those
that are shown or said, not the notes for the trainer.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from emas.document import (
    Activity,
    Blocks,
    Footnote,
    Heading,
    Node,
    PlainTwin,
    Priority,
    QuestionRef,
    SlideOverride,
    TrainerNote,
    Vignette,
    children,
    plain_text,
    rewrite,
    walk,
)
from emas.model import Question, SequenceKind, Step, shared
from emas.transforms.frame import Section
from emas.transforms.outline import sections

SILENT = (Footnote, Heading, PlainTwin, SlideOverride, TrainerNote)
"""What adds nothing to what is said to the room."""

EXERCISES = (Activity, Vignette)
NAMES = {SequenceKind.ACTIVITY: "Activité", SequenceKind.CASE: "Situation"}
"""The title of an exercise that has none."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A sequence without its place: how long it usually lasts, and whether its author said so."""

    id: str
    title: str
    kind: SequenceKind
    priority: Priority
    minutes: int
    fixed: bool
    words: int


def planned(
    step: Step, whole_min: int | None, questions: Mapping[str, Question]
) -> tuple[Planned, ...]:
    """Return the sequences of `step` in reading order; their minutes add up to `whole_min`.

    A step without a duration lasts what its activities last. Activities that ask for more than
    the step has are shortened in proportion.
    """
    found = [item for part in sections(step.blocks) for item in _of_section(step, part, questions)]
    announced = sum(item.minutes for item in found if item.fixed)
    whole = announced if whole_min is None else whole_min
    if announced > whole:
        return _with_minutes(found, whole, fixed=True)
    if announced < whole and all(item.fixed for item in found):
        talk = Planned("", step.title, SequenceKind.TALK, step.priority, 0, fixed=False, words=0)
        found.insert(0, talk)
    return _with_minutes(found, whole - announced, fixed=False)


def _with_minutes(found: Iterable[Planned], minutes: int, *, fixed: bool) -> tuple[Planned, ...]:
    """Return `found`, `minutes` being shared between those that are `fixed`, or that are not."""
    items = tuple(found)
    weights = [item.minutes if fixed else item.words for item in items if item.fixed == fixed]
    shares = iter(shared(minutes, weights))
    return tuple(
        replace(item, minutes=next(shares)) if item.fixed == fixed else item for item in items
    )


def _of_section(
    step: Step, section: Section, questions: Mapping[str, Question]
) -> Iterator[Planned]:
    """Yield the exercises of `section`, and its talk at the place of its first words."""
    told = _words(section.blocks, questions, without=EXERCISES)
    for block in section.blocks:
        if told and _words((block,), questions, without=EXERCISES):
            heading = section.heading
            identifier = heading.id if heading else ""
            title = plain_text(heading.children) if heading else step.title
            yield Planned(
                identifier, title, SequenceKind.TALK, step.priority, 0, fixed=False, words=told
            )
            told = 0
        for box in exercises((block,)):
            yield _exercise(box, questions)


def exercises(nodes: Iterable[Node]) -> Iterator[Activity | Vignette]:
    """Yield the activities and the cases of `nodes`, the outermost only."""
    for node in nodes:
        if isinstance(node, EXERCISES):
            yield node
        elif not isinstance(node, SILENT):
            yield from exercises(children(node))


def _exercise(box: Activity | Vignette, questions: Mapping[str, Question]) -> Planned:
    lasts = box.duration_min if isinstance(box, Activity) else None
    kind = SequenceKind.ACTIVITY if isinstance(box, Activity) else SequenceKind.CASE
    return Planned(
        id=box.id,
        title=plain_text(box.title) or NAMES[kind],
        kind=kind,
        priority=box.priority,
        minutes=lasts or 0,
        fixed=lasts is not None,
        words=_words((box,), questions),
    )


def _words(
    blocks: Blocks, questions: Mapping[str, Question], without: tuple[type[Node], ...] = ()
) -> int:
    """Return how many words are shown or said, those of the questions asked included."""
    out = (*SILENT, *without)
    spoken = rewrite(blocks, lambda node: () if isinstance(node, out) else (node,))
    asked = [
        questions[node.id]
        for node in walk(spoken)
        if isinstance(node, QuestionRef) and node.id in questions
    ]
    texts = (spoken, *(question.texts() for question in asked))
    return sum(len(plain_text(text).split()) for text in texts)
