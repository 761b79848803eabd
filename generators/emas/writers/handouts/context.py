"""What a handout must know to print one block: numbers, notes, labels and pictures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from emas.diagnostics import Span
from emas.document import (
    Block,
    Blocks,
    Callout,
    CalloutKind,
    Choice,
    Comment,
    Conditional,
    Decision,
    Draft,
    Footnote,
    Heading,
    Node,
    PlainTwin,
    QuestionRef,
    SlideOverride,
    TrainerNote,
    Vignette,
    children,
    rewrite,
    walk,
)
from emas.model import Edition, Module, Question, Step

Data = dict[str, object]
"""A JSON object for the templates."""

ELSEWHERE = (CalloutKind.TOMORROW, CalloutKind.WHOM_TO_TELL)
"""The boxes that have a page of their own."""

PICTURES = (".svg", ".png", ".jpg", ".jpeg")

NOT_FOR_PARTICIPANTS = (TrainerNote, SlideOverride, Draft, Comment, PlainTwin)


@dataclass(frozen=True, slots=True)
class Context:
    """What is around the blocks of one step. Numbers count from 1, in printing order."""

    edition: Edition
    step: str = ""
    questions: Mapping[str, int] = field(default_factory=dict)
    cases: Mapping[str, int] = field(default_factory=dict)
    notes: Mapping[str, Footnote] = field(default_factory=dict)
    anchors: Mapping[str, Span] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    repeated: bool = False
    decisions: Mapping[str, int] = field(default_factory=dict)
    bare: bool = False
    flat: bool = False

    def label(self, anchor: str) -> str:
        """Return the name, unique in the booklet, of a place of this step."""
        return f"{self.step}#{anchor}"

    def picture(self, source: str) -> str | None:
        """Return the name that the picture `source` has in the folder of Typst, or None."""
        module = self.edition.module
        name = media_name(module, source)
        return pictures(module).get(name) if name else None

    def cited(self, source: str) -> int | None:
        """Return the number of a source, or None when the text never cites it."""
        identifiers = [cited.id for cited in self.edition.citations]
        return identifiers.index(source) + 1 if source in identifiers else None

    def question(self, identifier: str) -> Question:
        """Return a question of the module. Raises KeyError if there is none."""
        return self.edition.module.question(identifier)

    def in_table(self, marks: Mapping[str, str], *, header: bool) -> "Context":
        """Return the context of a cell: its notes are called by letters, see `content.table`."""
        return replace(self, marks=marks, repeated=header)

    def in_case(self, decisions: Mapping[str, int]) -> "Context":
        """Return the context inside a vignette whose decisions have these numbers."""
        return replace(self, decisions=decisions)

    def on_its_page(self) -> "Context":
        """Return the context of callouts that have a page of their own: they need no box."""
        return replace(self, bare=True)

    def inside(self) -> "Context":
        """Return the context of a text that has no place in the outline: an answer, a note."""
        return replace(self, flat=True)

    def of_note(self) -> "Context":
        """Return the context of the text of a note, which calls no other note."""
        return replace(self, notes={}, marks={}, flat=True)


def printable(blocks: Blocks) -> Blocks:
    """Return `blocks` without what a participant does not read."""
    return rewrite(blocks, lambda node: () if isinstance(node, NOT_FOR_PARTICIPANTS) else (node,))


def in_place(blocks: Blocks) -> Blocks:
    """Return `blocks` without the text that is printed elsewhere.

    Boxes with a page of their own become empty, hence a pointer to that page; choices lose their
    feedback.
    """

    def visit(node: Node) -> tuple[Node, ...]:
        match node:
            case Callout() if node.kind in ELSEWHERE:
                return (replace(node, blocks=()),)
            case Choice():
                return (replace(node, feedback=()),)
            case _:
                return (node,)

    return rewrite(blocks, visit)


def gathered(blocks: Blocks, kind: CalloutKind) -> Blocks:
    """Return the callouts of `kind`, still inside the conditions that hold for them."""
    return tuple(_gather(blocks, kind))


def _gather(nodes: Iterable[Node], kind: CalloutKind) -> Iterator[Block]:
    for node in nodes:
        match node:
            case Callout() if node.kind is kind:
                yield node
            case Conditional():
                if inner := gathered(node.blocks, kind):
                    yield replace(node, blocks=inner)
            case _:
                yield from _gather(children(node), kind)


def whole_text(step: Step, module: Module) -> Blocks:
    """Return all that participants read of `step`, then the texts of the questions it asks."""
    text = printable(step.blocks)
    asked = [module.question(node.id) for node in walk(text) if isinstance(node, QuestionRef)]
    return (*text, *(block for question in asked for block in printable(question.texts())))


def around(edition: Edition) -> Mapping[str, Context]:
    """Return the context of each step, by the id of the step."""
    questions: dict[str, int] = {}
    cases: dict[str, int] = {}
    texts = {step.id: whole_text(step, edition.module) for step in edition.module.steps}
    for text in texts.values():
        for node in walk(text):
            if isinstance(node, QuestionRef):
                questions.setdefault(node.id, len(questions) + 1)
        for case in told(text):
            cases.setdefault(case.id, len(cases) + 1)
    return {
        step: Context(
            edition=edition,
            step=step,
            questions=questions,
            cases=cases,
            notes={node.label: node for node in walk(text) if isinstance(node, Footnote)},
            anchors=_anchors(text),
        )
        for step, text in texts.items()
    }


def told(blocks: Blocks) -> tuple[Vignette | Decision, ...]:
    """Return the vignettes of `blocks`, and the decisions that belong to none."""
    cases = [node for node in walk(blocks) if isinstance(node, Vignette)]
    alone = _decisions(blocks)
    return (*cases, *alone)


def decisions(case: Vignette | Decision) -> tuple[Decision, ...]:
    """Return the decisions of a case, in reading order."""
    return (case,) if isinstance(case, Decision) else tuple(_decisions(case.blocks))


def _decisions(nodes: Iterable[Node]) -> Iterator[Decision]:
    """Yield the decisions of `nodes`, but for those of a vignette inside."""
    for node in nodes:
        if isinstance(node, Decision):
            yield node
        if not isinstance(node, Vignette):
            yield from _decisions(children(node))


def media_name(module: Module, source: str) -> str | None:
    """Return the key in `module.media` of the file an author wrote as `source`, or None."""
    keys = (source, source.removeprefix("media/"))
    return next((key for key in keys if key in module.media), None)


def pictures(module: Module) -> Mapping[str, str]:
    """Return, for each picture of `module`, a file name without surprises."""
    return {
        name: f"image-{number}{PurePosixPath(name).suffix.lower()}"
        for number, name in enumerate(sorted(module.media), 1)
        if PurePosixPath(name).suffix.lower() in PICTURES
    }


def _anchors(text: Blocks) -> Mapping[str, Span]:
    """Return where each id that a link may name stands; the first one wins."""
    found: dict[str, Span] = {}
    for node in walk(text):
        if isinstance(node, Heading):
            found.setdefault(node.id, node.span)
    return found
