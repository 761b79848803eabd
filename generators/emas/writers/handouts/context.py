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
    Medium,
    Node,
    QuestionRef,
    Vignette,
    children,
    rewrite,
    walk,
)
from emas.model import Edition, Module, Question, Step, in_words
from emas.transforms.selection import LEFT_OUT

Data = dict[str, object]
"""A JSON object for the templates."""

ELSEWHERE = (CalloutKind.TOMORROW, CalloutKind.WHOM_TO_TELL)
"""The boxes that have a page of their own."""

PICTURES = (".svg", ".png", ".jpg", ".jpeg")

LINE = 90
"""Signs on a line of an A4 page at 11 points."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is around the blocks of one step. Numbers count from 1, in printing order.

    `line` is how many signs a line of the page holds.
    """

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
    line: int = LINE

    @property
    def trainer(self) -> bool:
        """Whether it is for the trainer, who has the answers where the questions are."""
        return self.edition.medium is Medium.GUIDE

    def time(self, identifier: str) -> str:
        """Return when a sequence begins and how long it lasts, for the trainer: « 0 h 08 · 5 min ».

        It is empty for what takes no time of its own.
        """
        sequence = self.edition.running_order.of(self.step, identifier) if self.trainer else None
        if sequence is None or not sequence.minutes:
            return ""
        return f"{clock(sequence.start_min)} · {lasting(sequence.minutes)}"

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


def clock(minutes: int) -> str:
    """Return a time counted from the start of the session: « 1 h 05 »."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}\u00a0h\u00a0{rest:02d}"


def lasting(minutes: int) -> str:
    """Return a length of time that no line breaks: « 20 min », « 1 h 30 »."""
    return in_words(minutes).replace(" ", "\u00a0")


def printable(blocks: Blocks, medium: Medium) -> Blocks:
    """Return `blocks` without what is not for the readers of `medium`."""
    hidden = (*LEFT_OUT[medium], Draft, Comment)
    return rewrite(blocks, lambda node: () if isinstance(node, hidden) else (node,))


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


def whole_text(step: Step, edition: Edition) -> Blocks:
    """Return all that is read of `step`, then the texts of the questions it asks."""
    text = printable(step.blocks, edition.medium)
    asked = [
        edition.module.question(node.id) for node in walk(text) if isinstance(node, QuestionRef)
    ]
    said = (printable(question.texts(), edition.medium) for question in asked)
    return (*text, *(block for texts in said for block in texts))


def around(
    edition: Edition, line: int = LINE, numbered: Edition | None = None
) -> Mapping[str, Context]:
    """Return the context of each step, by the id of the step.

    Questions and cases have the numbers that they have in `numbered`, if it is another edition.
    """
    texts = {step.id: whole_text(step, edition) for step in edition.module.steps}
    questions, cases = _numbers(numbered or edition)
    return {
        step: Context(
            edition=edition,
            step=step,
            questions=questions,
            cases=cases,
            notes={node.label: node for node in walk(text) if isinstance(node, Footnote)},
            anchors=_anchors(text),
            line=line,
        )
        for step, text in texts.items()
    }


def _numbers(edition: Edition) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return the numbers of the questions, then those of the cases, by their ids."""
    questions: dict[str, int] = {}
    cases: dict[str, int] = {}
    for step in edition.module.steps:
        text = whole_text(step, edition)
        for node in walk(text):
            if isinstance(node, QuestionRef):
                questions.setdefault(node.id, len(questions) + 1)
        for case in told(text):
            cases.setdefault(case.id, len(cases) + 1)
    return questions, cases


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
