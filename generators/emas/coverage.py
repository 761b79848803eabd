"""Where each block of a module is in its outputs, or why it is not.

The texts are read back from the finished files: the HTML of the site, the slides and notes of
both decks, the pages of the booklet and of the guide.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from xml.etree import ElementTree

import pypdf
from lxml import html

from emas.diagnostics.suggest import fold
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
from emas.project import Project
from emas.transforms.condense import left_over
from emas.transforms.selection import LEFT_OUT, select_blocks


@dataclass(frozen=True, slots=True)
class Place:
    """One block in one output; `reason` says why it is not meant to be there, or is empty."""

    block: str
    line: int
    medium: Medium
    found: bool
    reason: str
    node: Node

    @property
    def missing(self) -> bool:
        """Whether the block should be there and is not."""
        return not self.found and not self.reason


Texts = Mapping[Medium, tuple[str, ...]]
"""The words of each output; when it is several files, each of them must say everything."""


def read_outputs(project: Project, module: str) -> Texts:
    """Return the words of the outputs of `module` that have been built."""
    build = project.build
    pages = sorted((build / "site" / "modules" / module).glob("*.html"))
    deck = build / "diapos" / f"{module}.pptx"
    browser_deck = deck.with_suffix(".html")
    booklet = build / "livrets" / module / "livret.pdf"
    guide = build / "livrets" / module / "guide-animateur.pdf"
    found = {
        Medium.SITE: (" ".join(map(_page_text, pages)),) if pages else (),
        Medium.SLIDES: (
            *([deck_text(deck)] if deck.is_file() else []),
            *([_page_text(browser_deck)] if browser_deck.is_file() else []),
        ),
        Medium.PAPER: (pdf_text(booklet),) if booklet.is_file() else (),
        Medium.GUIDE: (pdf_text(guide),) if guide.is_file() else (),
    }
    return {medium: texts for medium, texts in found.items() if texts}


def _page_text(path: Path) -> str:
    return html_text(path.read_text(encoding="utf-8"))


def coverage(module: Module, texts: Texts) -> Iterator[Place]:
    """Yield the place of each block that has words, in each output of `texts`."""
    drawn = list(_drawn(module))
    blocks = [block for step in module.steps for block in _blocks(step.blocks, module, step.id)]
    condensed = frozenset(node for step in module.steps for node in left_over(step.blocks))
    for medium, files in texts.items():
        left = condensed if medium is Medium.PAPER else frozenset[Node]()
        reasons = {id(block): reason(block, medium, left) for block in blocks}
        expected = [block for block in blocks if not reasons[id(block)]]
        said = [
            Said(rank, runs, repeated=isinstance(block.node, Heading))
            for rank, block in enumerate(expected)
            for runs in _pieces(block, medium)
        ]
        words = [Words(text, drawn) for text in files]
        missing = {rank for text in words for rank in text.missing(said)}
        found = {id(block): rank not in missing for rank, block in enumerate(expected)}
        for block in blocks:
            if _pieces(block, medium):
                here = found.get(id(block), False)
                why = reasons[id(block)]
                yield Place(block.name, block.line, medium, here, why, block.node)


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


WORDS: Mapping[type[Node], str] = {
    Paragraph: "paragraphe",
    Heading: "titre",
    Cell: "case",
    Figure: "figure",
    CodeBlock: "code",
}
"""What a block that has no id is called; the rest have no words of their own."""


def _blocks(nodes: Iterable[Node], module: Module, step: str) -> Iterator[Block]:
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


Runs = tuple[tuple[str, ...], ...]
"""The words of one text, cut where something that is not prose comes between."""


def _pieces(block: Block, medium: Medium) -> list[Runs]:
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
            if (type(node), name) not in NOT_SAID[medium]
            for value in [getattr(node, name)]
            if isinstance(value, tuple) and value and isinstance(value[0], Inline)
        ]
    return [runs for runs in found if runs]


NOT_SAID: Mapping[Medium, Container[tuple[type[Node], str]]] = {
    Medium.SITE: (),
    Medium.SLIDES: ((Activity, "alone"),),
    Medium.PAPER: (),
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
    tokens = (tuple(_tokens(plain_text(run))) for run in runs)
    return tuple(run for run in tokens if run)


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

SHINGLE = 4
"""Words looked for together."""

SHARE = 0.8
"""Share of a text's shingles that must be found: a page break in a paragraph cuts a few."""

NEAR = 4
"""How many texts before or after another are near it."""

TELLING = 3
"""Words that make a text known among others."""

GAP = 16
"""Words of the medium's own that may stand between two texts: « Ce que l’on sait », « Notes de la
diapositive 12, durée : 3 min, de 0 h 20 à 0 h 23 »."""


def _drawn(module: Module) -> Iterator[str]:
    """Yield the words drawn in each picture: a PDF gives them as text."""
    for name, media in module.media.items():
        if name.endswith(".svg"):
            shown = [
                word
                for element in ElementTree.fromstring(media.data).iter(f"{SVG}text")
                for word in _tokens(" ".join(element.itertext()))
            ]
            if shown:
                yield f" {' '.join(shown)} "


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the block of that rank; `repeated` if a medium may say it on each page."""

    rank: int
    runs: Runs
    repeated: bool


class Words:
    """The words of an output, ready to be searched; those of its drawings are no block's."""

    def __init__(self, text: str, drawn: Iterable[str] = ()) -> None:
        self._text = f" {' '.join(_tokens(text))} "
        for words in drawn:
            self._text = self._text.replace(words, " § ")

    def missing(self, said: Sequence[Said]) -> set[int]:
        """Return the ranks of the blocks that have a text which is not there.

        What tells a text is the words that no other says. One that has none (a few words, or
        words that another says too) must stand near one of those around it, outside the others.
        """
        missing: set[int] = set()
        times = Counter(item for one in said for item in set(_shingles(one.runs)))
        for place, one in enumerate(said):
            own = [item for item in _shingles(one.runs) if times[item] == 1]
            if not (self._has(own) if own else self._near(place, said)):
                missing.add(one.rank)
        return missing

    def _has(self, shingles: Sequence[str]) -> bool:
        return sum(f" {item} " in self._text for item in shingles) >= SHARE * len(shingles)

    def _near(self, place: int, said: Sequence[Said]) -> bool:
        """Return whether a text stands near one of those around it."""
        text, runs = self._text, said[place].runs
        here = _bounded(runs[0])
        for other in (_bounded(run) for one in said for run in one.runs):
            if here in other and here != other:
                text = text.replace(other, other.replace(here, " § "))
        before = [_end(one) for one in _telling(reversed(said[:place]))]
        after = [_beginning(one) for one in _telling(said[place + 1 :])]
        gap = rf" (?:\S+ ){{0,{GAP}}}"
        return any(
            re.search(f" {re.escape(first)}{gap}{re.escape(second)} ", text)
            for first, second in [
                *((end, _beginning(runs)) for end in before),
                *((_end(runs), beginning) for beginning in after),
            ]
        )


def _telling(around: Iterable[Said]) -> Iterator[Runs]:
    """Yield the nearest texts that can be known by their words, and stand in one place."""
    known = (one.runs for one in around if not one.repeated)
    return islice((runs for runs in known if max(map(len, runs)) >= TELLING), NEAR)


def _bounded(run: tuple[str, ...]) -> str:
    return f" {' '.join(run)} "


def _shingles(runs: Runs) -> list[str]:
    return [
        " ".join(run[start : start + SHINGLE])
        for run in runs
        for start in range(len(run) - SHINGLE + 1)
    ]


def _beginning(runs: Runs) -> str:
    return " ".join(runs[0][:SHINGLE])


def _end(runs: Runs) -> str:
    return " ".join(runs[-1][-SHINGLE:])


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


NOT_CONTENT = "//script | //style | //nav | //header | //footer | //*[@popover]"
"""What is around the content of a page, and what a click opens in the middle of a sentence."""


def html_text(page: str) -> str:
    """Return the words of the content of a page, those of alternatives where the pictures are."""
    tree = html.document_fromstring(page)  # type: ignore[no-untyped-call]  # lxml has no types
    for element in tree.xpath(NOT_CONTENT):
        element.drop_tree()
    for image in tree.iter("img"):
        image.tail = f" {image.get('alt', '')} {image.tail or ''}"
    return " ".join(tree.itertext())


DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
NOTES = re.compile(rb"notesSlides/notesSlide\d+\.xml")


def deck_text(path: Path) -> str:
    """Return the words of each slide and of its alternatives, then of its notes."""
    texts: list[str] = []
    with zipfile.ZipFile(path) as deck:
        names = set(deck.namelist())
        for number in count(1):
            slide = f"ppt/slides/slide{number}.xml"
            if slide not in names:
                return " ".join(texts)
            texts += _shapes(deck.read(slide))
            if notes := NOTES.search(deck.read(f"ppt/slides/_rels/slide{number}.xml.rels")):
                texts += _shapes(deck.read(f"ppt/{notes[0].decode()}"))
    return ""


PRESENTATION = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EVERYWHERE = {"ftr", "sldNum", "dt"}
"""The placeholders that say the same on every slide."""


def _shapes(xml: bytes) -> Iterator[str]:
    """Yield each paragraph of a slide, then the alternatives of its pictures."""
    root = ElementTree.fromstring(xml)
    for shape in [shape for tree in root.iter(f"{PRESENTATION}spTree") for shape in tree]:
        if any(item.get("type") in EVERYWHERE for item in shape.iter(f"{PRESENTATION}ph")):
            continue
        for paragraph in shape.iter(f"{DRAWING}p"):
            yield "".join(run.text or "" for run in paragraph.iter(f"{DRAWING}t"))
        yield from (item.get("descr", "") for item in shape.iter() if "descr" in item.attrib)


def pdf_text(path: Path) -> str:
    """Return the words of the pages of a PDF but for their foot, and those of its alternatives."""
    reader = pypdf.PdfReader(path)
    alternatives = _alternatives(reader.root_object.get("/StructTreeRoot"))
    pages = [page.extract_text().splitlines() for page in reader.pages]
    return " ".join([*_without_feet(pages), *alternatives])


def _without_feet(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines that are not on every page, whatever numbers they hold."""
    shapes = [[re.sub(r"\d+", "", line) for line in page] for page in pages]
    everywhere = set.intersection(*map(set, shapes)) if len(pages) > 1 else set()
    for page, shape in zip(pages, shapes, strict=True):
        yield from (line for line, same in zip(page, shape, strict=True) if same not in everywhere)


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
