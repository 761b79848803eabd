"""Where each block of a module is in its outputs, or why it is not.

The texts are read back from the finished files: the HTML of the site, the slides and notes of
the deck, the pages of the booklet.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pypdf

from emas.diagnostics.suggest import fold
from emas.document import (
    Blocks,
    Citation,
    Comment,
    Conditional,
    Draft,
    FootnoteRef,
    Medium,
    Node,
    PlainTwin,
    QuestionRef,
    SlideOverride,
    TrainerNote,
    WritingLines,
    children,
    plain_text,
)
from emas.document.inlines import Inline
from emas.model import Module, Variant
from emas.project import Project
from emas.transforms.selection import select_blocks

SHINGLE = 4
"""Words looked for together."""

SHARE = 0.6
"""Share of a text's shingles that must be found: a page break in a paragraph cuts a few."""


@dataclass(frozen=True, slots=True)
class Place:
    """One block in one output; `reason` says why it is not meant to be there, or is empty."""

    block: str
    line: int
    medium: Medium
    found: bool
    reason: str

    @property
    def missing(self) -> bool:
        """Whether the block should be there and is not."""
        return not self.found and not self.reason


Texts = Mapping[Medium, str]
"""The words of each output."""


def read_outputs(project: Project, module: str) -> Texts:
    """Return the words of the outputs of `module` that have been built."""
    build = project.build
    pages = sorted((build / "site" / "modules" / module).glob("*.html"))
    deck = build / "diapos" / f"{module}.pptx"
    booklet = build / "livrets" / module / "livret.pdf"
    texts: dict[Medium, str] = {}
    if pages:
        texts[Medium.SITE] = " ".join(html_text(page.read_text(encoding="utf-8")) for page in pages)
    if deck.is_file():
        texts[Medium.SLIDES] = deck_text(deck)
    if booklet.is_file():
        texts[Medium.PAPER] = pdf_text(booklet)
    return texts


def coverage(module: Module, texts: Texts) -> Iterator[Place]:
    """Yield the place of each block that has words, in each output of `texts`."""
    known = {medium: Words(text) for medium, text in texts.items()}
    questions = {question.id: question.texts() for question in module.all_questions()}
    for step in module.steps:
        for block in _blocks(step.blocks):
            words = _own_words(block, questions)
            if not any(_tokens(part) for part in words):
                continue
            name = _name(block, step.id)
            for medium, text in known.items():
                found = all(text.hold(part) for part in words)
                reason = "" if found else _reason(block, step.blocks, medium)
                yield Place(name, block.span.line, medium, found, reason)


def _blocks(blocks: Iterable[Node]) -> Iterator[Node]:
    """Yield `blocks` and the ones inside them, but no inline and no part of a sentence."""
    for block in blocks:
        yield block
        yield from _blocks(item for item in children(block) if not _is_inline(item))


def _is_inline(node: Node) -> bool:
    return isinstance(node, Inline)


def _own_words(node: Node, questions: Mapping[str, Blocks]) -> list[str]:
    """Return the texts of a block that are not those of blocks inside it."""
    if isinstance(node, QuestionRef):
        return [
            part
            for block in _blocks(questions.get(node.id, ()))
            for part in _own_words(block, questions)
        ]
    parts: list[str] = []
    run: list[Node] = []
    for child in children(node):
        if not _is_inline(child) or isinstance(child, (Citation, FootnoteRef)):
            parts.append(plain_text(run))
            run = []
        else:
            run.append(child)
    return [*(part for part in (*parts, plain_text(run)) if part)]


def _name(block: Node, step: str) -> str:
    identifier: str = getattr(block, "id", "")
    return identifier or f"{step}/{type(block).__name__.lower()}"


REASONS: Mapping[Medium, tuple[tuple[type, str], ...]] = {
    Medium.SITE: (
        (TrainerNote, "pour la personne qui anime"),
        (SlideOverride, "pour le diaporama"),
        (WritingLines, "pour le papier"),
    ),
    Medium.SLIDES: (
        (PlainTwin, "version simple"),
        (WritingLines, "pour le papier"),
    ),
    Medium.PAPER: (
        (TrainerNote, "pour la personne qui anime"),
        (SlideOverride, "pour le diaporama"),
        (PlainTwin, "version simple"),
    ),
}
"""What a medium leaves out by design, from the table of the source format."""


def _reason(block: Node, blocks: Blocks, medium: Medium) -> str:
    """Return why `block` is not in `medium`, or nothing when it should be there."""
    for holder in (block, *_holders(block, blocks)):
        if isinstance(holder, (Draft, Comment)):
            return "brouillon ou commentaire"
        for kind, reason in REASONS[medium]:
            if isinstance(holder, kind):
                return reason
        if isinstance(holder, Conditional) and not select_blocks((holder,), Variant(), medium):
            return "réservé à un autre support ou à une autre séance"
    return ""


def _holders(wanted: Node, nodes: Iterable[Node]) -> list[Node]:
    """Return the blocks around `wanted`, the outermost first."""
    for node in nodes:
        if node is wanted:
            return []
        inner = _holders(wanted, children(node))
        if inner or any(child is wanted for child in children(node)):
            return [node, *inner]
    return []


class Words:
    """The words of an output, ready to be searched."""

    def __init__(self, text: str) -> None:
        self._joined = "".join(_tokens(text))

    def hold(self, text: str) -> bool:
        """Return whether (nearly all of) `text` is there, in its order, whatever its spaces."""
        tokens = _tokens(text)
        if len(tokens) <= SHINGLE:
            return "".join(tokens) in self._joined
        shingles = [
            "".join(tokens[start : start + SHINGLE]) for start in range(len(tokens) - SHINGLE + 1)
        ]
        return sum(item in self._joined for item in shingles) >= SHARE * len(shingles)


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


class _HtmlText(HTMLParser):
    SKIPPED = ("script", "style", "nav", "header", "footer")

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipped += tag in self.SKIPPED
        if tag == "img":
            self.parts.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag in self.SKIPPED

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.parts.append(data)


def html_text(page: str) -> str:
    """Return the words of the content of a page, those of alternatives included."""
    reader = _HtmlText()
    reader.feed(page)
    return " ".join(reader.parts)


DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def deck_text(path: Path) -> str:
    """Return the words of the slides, of their alternatives and of their notes."""
    texts: list[str] = []
    with zipfile.ZipFile(path) as deck:
        for name in sorted(deck.namelist()):
            if re.fullmatch(r"ppt/(slides|notesSlides)/[^/]+\.xml", name):
                root = ElementTree.fromstring(deck.read(name))
                texts += [
                    "".join(run.text or "" for run in paragraph.iter(f"{DRAWING}t"))
                    for paragraph in root.iter(f"{DRAWING}p")
                ]
                texts += [item.get("descr", "") for item in root.iter() if "descr" in item.attrib]
    return " ".join(texts)


def pdf_text(path: Path) -> str:
    """Return the words of the pages of a PDF, and those of its alternatives."""
    reader = pypdf.PdfReader(path)
    alternatives = _alternatives(reader.root_object.get("/StructTreeRoot"))
    return " ".join([*(page.extract_text() for page in reader.pages), *alternatives])


def _alternatives(node: object) -> Iterator[str]:
    """Yield the alternative texts under a node of the structure tree."""
    pending = [node]
    while pending:
        item = pending.pop()
        if isinstance(item, pypdf.generic.IndirectObject):
            item = item.get_object()
        if isinstance(item, pypdf.generic.ArrayObject):
            pending += list(item)
        elif isinstance(item, pypdf.generic.DictionaryObject):
            if "/Alt" in item:
                yield str(item["/Alt"])
            if "/K" in item:
                pending.append(item.raw_get("/K"))
