"""Where each block of a module is in its outputs, or why it is not.

The texts are read back from the finished files: the HTML of the site, the slides and notes of
both decks, the pages of the booklet and of the guide.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from xml.etree import ElementTree

from emas.coverage.reading import Texts
from emas.coverage.words import Runs, Said, Words, tokens
from emas.document import (
    Activity,
    Cell,
    Citation,
    CodeBlock,
    Comment,
    Conditional,
    Draft,
    Figure,
    FootnoteRef,
    Gap,
    Heading,
    Inline,
    Medium,
    Node,
    Paragraph,
    QuestionRef,
    Text,
    children,
    plain_text,
)
from emas.document.tree import FIELDS
from emas.model import Module, Variant
from emas.transforms.condense import left_over
from emas.transforms.selection import LEFT_OUT, select_blocks


class Sheet(StrEnum):
    """What is printed beside the booklet and the guide; the value is the reader's word."""

    QUIZ = "quiz"
    KEY = "corrigé"
    CARDS = "cartes"


Output = Medium | Sheet


@dataclass(frozen=True, slots=True)
class Place:
    """One block in one output; `reason` says why it is not meant to be there, or is empty."""

    block: str
    line: int
    medium: Output
    found: bool
    reason: str
    node: Node

    @property
    def missing(self) -> bool:
        """Whether the block should be there and is not."""
        return not self.found and not self.reason


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a step: its node, and those around it, the outermost first."""

    name: str
    node: Node
    holders: tuple[Node, ...]

    @property
    def line(self) -> int:
        """Where it begins in its source."""
        return self.node.span.line


def coverage(module: Module, texts: Texts) -> Iterator[Place]:
    """Yield the place of each block that has words, in each output of `texts`."""
    drawn = list(words_drawn(module))
    whole = [block for step in module.steps for block in blocks(step.blocks, module, step.id)]
    condensed = frozenset(node for step in module.steps for node in left_over(step.blocks))
    for medium, files in texts.items():
        left = condensed if medium is Medium.PAPER else frozenset[Node]()
        reasons = [reason(block, medium, left) for block in whole]
        yield from placed(whole, reasons, medium, [Words(text, drawn) for text in files])


def placed(
    whole: Sequence[Block], reasons: Sequence[str], output: Output, files: Sequence[Words]
) -> Iterator[Place]:
    """Yield the place in `output` of each block that has words.

    Each has a reason not to be there, or none; each of `files` must say all the others.
    """
    expected = [block for block, why in zip(whole, reasons, strict=True) if not why]
    said = [
        Said(rank, runs, repeated=isinstance(block.node, Heading))
        for rank, block in enumerate(expected)
        for runs in _pieces(block, output)
    ]
    missing = {rank for words in files for rank in words.missing(said)}
    found = {id(block): rank not in missing for rank, block in enumerate(expected)}
    for block, why in zip(whole, reasons, strict=True):
        if _pieces(block, output):
            here = found.get(id(block), False)
            yield Place(block.name, block.line, output, here, why, block.node)


WORDS: Mapping[type[Node], str] = {
    Paragraph: "paragraphe",
    Heading: "titre",
    Cell: "case",
    Figure: "figure",
    CodeBlock: "code",
}
"""What a block that has no id is called; the rest have no words of their own."""


def blocks(nodes: Iterable[Node], module: Module, step: str) -> Iterator[Block]:
    """Yield the blocks of a step and of its questions, at any depth, in reading order."""
    counts: Counter[str] = Counter()

    def visit(node: Node, holders: tuple[Node, ...]) -> Iterator[Block]:
        word = WORDS.get(type(node), "bloc")
        counts[word] += 1
        written = "" if isinstance(node, Heading) else getattr(node, "id", "")
        yield Block(written or f"{step}/{word}-{counts[word]}", node, holders)
        inside: Iterable[Node] = children(node)
        if isinstance(node, QuestionRef):
            inside = module.question(node.id).texts()
        for child in inside:
            if not isinstance(child, Inline):
                yield from visit(child, (*holders, node))

    for node in nodes:
        yield from visit(node, ())


def _pieces(block: Block, output: Output) -> list[Runs]:
    """Return the texts of a block that are not those of blocks inside it, field by field."""
    node = block.node
    if isinstance(node, CodeBlock):
        found = [_runs((Text(node.text, node.span),))]
    elif isinstance(node, Figure):
        image = node.image
        found = [_runs((Text(text, image.span),)) for text in (image.alt, image.caption)]
    else:
        found = [
            _runs(value)
            for name in FIELDS[type(node)]
            if (type(node), name) not in NOT_SAID.get(output, ())
            for value in [getattr(node, name)]
            if isinstance(value, tuple) and value and isinstance(value[0], Inline)
        ]
    return [runs for runs in found if runs]


NOT_SAID: Mapping[Output, Container[tuple[type[Node], str]]] = {
    Medium.SLIDES: ((Activity, "alone"),),
    Medium.GUIDE: ((Heading, "children"),),
}
"""Fields of blocks that a medium has no use for, or that cannot be told there.

In the guide, times and slides stand between a heading and its text, and say its words again.
"""


def _runs(line: Iterable[Node]) -> Runs:
    runs: list[list[Node]] = [[]]
    for node in line:
        if isinstance(node, (Citation, FootnoteRef, Gap)):
            runs.append([])
        else:
            runs[-1].append(node)
    cut = (tuple(tokens(plain_text(run))) for run in runs)
    return tuple(run for run in cut if run)


def reason(block: Block, medium: Medium, left: AbstractSet[Node]) -> str:
    """Return why `block` is not in `medium`, or nothing when it should be there.

    `left` are the texts that `medium` leaves out to be short.
    """
    for node in (block.node, *block.holders):
        if node in left:
            return "condensé : le guide et le site ont tout le texte"
        if isinstance(node, (Draft, Comment)):
            return "brouillon ou commentaire"
        if told := LEFT_OUT[medium].get(type(node)):
            return told
        if isinstance(node, Activity) and medium is Medium.SITE and not node.alone:
            return "ne se fait pas seul"
        if isinstance(node, Conditional) and not select_blocks((node,), Variant(), medium):
            return "réservé à un autre support ou à une autre séance"
    return ""


SVG = "{http://www.w3.org/2000/svg}"


def words_drawn(module: Module) -> Iterator[str]:
    """Yield the words drawn in each picture: a PDF gives them as text."""
    for name, media in module.media.items():
        if name.endswith(".svg"):
            shown = [
                word
                for element in ElementTree.fromstring(media.data).iter(f"{SVG}text")
                for word in tokens(" ".join(element.itertext()))
            ]
            if shown:
                yield f" {' '.join(shown)} "
