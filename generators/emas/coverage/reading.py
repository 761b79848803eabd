"""The words of finished files: pages of the site, slides and notes of decks, pages of PDF."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree

import pypdf
from lxml import html

from emas.document import Medium
from emas.project import Project

Texts = Mapping[Medium, tuple[str, ...]]
"""The words of each output; when it is several files, each of them must say everything."""


def read_outputs(project: Project, module: str) -> Texts:
    """Return the words of the outputs of `module` that have been built."""
    build = project.build
    pages = sorted((build / "site" / "modules" / module).glob("*.html"))
    steps = steps_text(path.read_text(encoding="utf-8") for path in pages)
    deck = build / "diapos" / f"{module}.pptx"
    browser_deck = deck.with_suffix(".html")
    booklet = build / "livrets" / module / "livret.pdf"
    guide = build / "livrets" / module / "guide-animateur.pdf"
    found = {
        Medium.SITE: (steps,) if steps else (),
        Medium.SLIDES: (
            *([deck_text(deck)] if deck.is_file() else []),
            *([_page_text(browser_deck)] if browser_deck.is_file() else []),
        ),
        Medium.PAPER: (pdf_text(booklet),) if booklet.is_file() else (),
        Medium.GUIDE: (pdf_text(guide),) if guide.is_file() else (),
    }
    return {medium: texts for medium, texts in found.items() if texts}


def read_sheets(project: Project, module: str) -> Mapping[str, str]:
    """Return the words of the pages of assessments and of their sheets, by the names of files."""
    pages = (project.build / "site" / "modules" / module).glob("*.html")
    sheets = (project.build / "livrets" / module).glob("*.pdf")
    kept = [path for path in sheets if path.stem.startswith(("quiz-", "corrige-", "cartes"))]
    return {
        **{path.name: _page_text(path) for path in pages},
        **{path.name: pdf_text(path) for path in kept},
    }


STEP = 'class="emas-etape-lue"'
"""What only the pages of steps have: where one says that one has read them."""


def steps_text(pages: Iterable[str]) -> str:
    """Return the words of the pages of steps; the others of a module say some of them again."""
    return " ".join(html_text(page) for page in pages if STEP in page)


def _page_text(path: Path) -> str:
    return html_text(path.read_text(encoding="utf-8"))


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


def pdf_text(path: Path | BinaryIO) -> str:
    """Return the words of the pages of a PDF but for their foot, and those of its alternatives."""
    reader = pypdf.PdfReader(path)
    alternatives = _alternatives(reader.root_object.get("/StructTreeRoot"))
    pages = [page.extract_text().splitlines() for page in reader.pages]
    return " ".join([*_without_feet(pages), *alternatives])


EDGE = 3
"""Lines at the top or at the foot of a page that may be on every page."""


def _without_feet(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines but for those that begin or end every page, whatever numbers they hold."""
    shapes = [[re.sub(r"\d+", "", line) for line in page] for page in pages]
    edges = [{*page[:EDGE], *page[-EDGE:]} for page in shapes]
    everywhere = set.intersection(*edges) if len(pages) > 1 else set()
    for page, shape in zip(pages, shapes, strict=True):
        for rank, (line, same) in enumerate(zip(page, shape, strict=True)):
            inside = EDGE <= rank < len(page) - EDGE
            if inside or same not in everywhere:
                yield line


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
