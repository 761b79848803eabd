"""What can be checked by machine of a finished deck, so that everybody can read it and edit it.

`problems` returns short English sentences, each after the number of its slide; none for a good
deck. It knows PresentationML (ECMA-376 part 1) and nothing of how our decks are made.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_ID = f"{{{OFFICE}}}id"

LANGUAGE = "fr-FR"
LEAST_SIZE = 1800
LEAST_CONTRAST = 4.5
SMALL = ("Fil", "Pied de page", "Numéro", "Légende")
"""What may be smaller: it repeats, or can be done without."""

LAST = ("Fil", "Pied de page", "Numéro")
"""What is read after the content, in this order."""

POINTLESS = re.compile(r"(cliquez |clique )?ici|lien|cliquez|en savoir plus|\W*", re.IGNORECASE)
ADDRESS = re.compile(r"https?://|www\.")
FILE_NAME = re.compile(r"\.(png|svg|jpe?g|gif)\b", re.IGNORECASE)
SAID_OF_NOTHING = "No description has been provided"


def problems(data: bytes) -> list[str]:
    """Return what is wrong with a deck."""
    return problems_of(Presentation(BytesIO(data)))


def problems_of(deck: Any) -> list[str]:
    """Return what is wrong with a deck that python-pptx has opened."""
    found = [f"0 {problem}" for problem in _of_deck(deck)]
    titles: Counter[str] = Counter()
    colours = _colours(deck)
    sheets = {layout.name: _sheet(layout, colours) for layout in deck.slide_layouts}
    for number, slide in enumerate(deck.slides, 1):
        page = Page(deck, slide, sheets[slide.slide_layout.name], colours)
        titles[page.title] += 1
        named = [*_of_slide(page), *(p for shape in slide.shapes for p in _of_shape(page, shape))]
        named += ["title already used"] if titles[page.title] > 1 else []
        found += [f"{number} {problem}" for problem in named]
    return found


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a layout gives to its slides: placeholders by number, painted marks, a ground."""

    held: Mapping[int, Any]
    painted: tuple[tuple[Any, str], ...]
    ground: str


@dataclass(frozen=True, slots=True)
class Page:
    """A slide in its deck, what its layout gives it, and the colours of its theme."""

    deck: Any
    slide: Any
    sheet: Sheet
    colours: Mapping[str, str]

    @property
    def title(self) -> str:
        """The words of its title."""
        shape = self.slide.shapes.title
        return shape.text_frame.text.strip() if shape is not None else ""

    def held(self, shape: Any) -> Any:
        """Return the placeholder of the layout that a shape fills, or None."""
        mark = shape._element.find(f".//{P}ph")
        return None if mark is None else self.sheet.held.get(int(mark.get("idx", 0)))


def _sheet(layout: Any, colours: Mapping[str, str]) -> Sheet:
    held = {shape.placeholder_format.idx: shape for shape in layout.placeholders}
    marks = [shape for shape in layout.shapes if not shape.is_placeholder]
    fills = [_colour(colours, mark._element.find(f"{P}spPr/{A}solidFill")) for mark in marks]
    painted = tuple((mark, fill) for mark, fill in zip(marks, fills, strict=True) if fill)
    ground = layout._element.find(f".//{P}bg/{P}bgPr/{A}solidFill")
    return Sheet(held, painted, _colour(colours, ground) or "FFFFFF")


def _of_deck(deck: Any) -> Iterator[str]:
    properties = deck.core_properties
    if not properties.title:
        yield "the document has no title"
    if properties.language != LANGUAGE:
        yield "the document has no language"
    listed = [entry.get("id") for entry in deck.element.iter(f"{P14}sldId")]
    if listed != [entry.get("id") for entry in deck.slides._sldIdLst]:
        yield "slides are not in sections"
    for layout in deck.slide_layouts:
        for shape in layout.shapes:
            drawn = not shape.is_placeholder
            if drawn and shape.has_text_frame and shape.text_frame.text.strip():
                yield f"a mark of the layout « {layout.name} » says something"


def _of_slide(page: Page) -> Iterator[str]:
    shapes = list(page.slide.shapes)
    if not page.title:
        yield "no title"
    elif shapes[0].shape_id != page.slide.shapes.title.shape_id:
        yield "the title is not read first"
    names = [shape.name for shape in shapes]
    last = [name for name in LAST if name in names]
    if names[len(names) - len(last) :] != last:
        yield "the breadcrumb, the footer and the number are not read last"
    ids = [shape.shape_id for shape in shapes]
    if len(ids) != len(set(ids)):
        yield "a shape id is used twice"
    if next(page.slide._element.iter(f"{P}timing", f"{P}transition"), None) is not None:
        yield "something moves"
    yield from _of_footer(page)
    yield from _language(page.slide._element)
    if page.slide.has_notes_slide:
        yield from (f"{name} in the notes" for name in _language(page.slide.notes_slide._element))


def _of_footer(page: Page) -> Iterator[str]:
    kinds = {
        shape._element.find(f".//{P}ph").get("type"): shape
        for shape in page.slide.shapes
        if shape.is_placeholder
    }
    text = kinds["ftr"].text_frame.text if "ftr" in kinds else ""
    if not re.search(r"version \S+ · (non )?relu", text):
        yield "the footer does not say the version and whether it was reviewed"
    field = kinds["sldNum"]._element.find(f".//{A}fld") if "sldNum" in kinds else None
    if field is None or field.get("type") != "slidenum":
        yield "no slide number"


def _language(element: Any) -> Iterator[str]:
    for run in element.iter(f"{A}r", f"{A}fld", f"{A}br"):
        properties = run.find(f"{A}rPr")
        if properties is None or properties.get("lang") != LANGUAGE:
            yield "a run without language"


def _of_shape(page: Page, shape: Any) -> Iterator[str]:
    if page.held(shape) is None:
        yield "a shape that fills no placeholder of its layout"
        return
    if shape.has_text_frame and not shape.text_frame.text.strip():
        yield "an empty placeholder"
    picture = shape._element.tag == f"{P}pic"
    if picture or shape.has_table:
        yield from _of_alternative(shape, may_decorate=picture)
    if shape.has_table:
        yield from _of_table(page, shape)
    yield from _of_links(page, shape)
    if shape.has_text_frame:
        yield from _of_sizes(page, shape)
        yield from _of_contrast(page, shape)


def _of_alternative(shape: Any, may_decorate: bool) -> Iterator[str]:
    properties = shape._element._nvXxPr.cNvPr
    alt = properties.get("descr") or ""
    marked = properties.find(".//{*}decorative") is not None
    if not alt.strip() and not (marked and may_decorate):
        yield "no alternative text"
    if FILE_NAME.search(alt) or alt.startswith(SAID_OF_NOTHING):
        yield "an alternative text that says nothing"


def _of_table(page: Page, shape: Any) -> Iterator[str]:
    table = shape.table
    if not table.first_row:
        yield "a table without header"
    if not all(cell.text_frame.text.strip() for cell in table.rows[0].cells):
        yield "a header without words"
    for properties in shape._element.iter(f"{A}rPr"):
        if int(properties.get("sz") or LEAST_SIZE) < LEAST_SIZE:
            yield "text too small"
    for cell in shape._element.iter(f"{A}tc"):
        ground = _colour(page.colours, cell.find(f"{A}tcPr/{A}solidFill"))
        for run in cell.iter(f"{A}r"):
            ink = _colour(page.colours, run.find(f"{A}rPr/{A}solidFill"))
            if ink is None or ground is None or contrast(ink, ground) < LEAST_CONTRAST:
                yield "not enough contrast"


def _of_links(page: Page, shape: Any) -> Iterator[str]:
    for link in shape._element.iter(f"{A}hlinkClick"):
        holder = link.getparent().getparent()
        texts = shape._element.iter(f"{A}t") if holder.tag != f"{A}r" else holder.iter(f"{A}t")
        words = "".join(text.text or "" for text in texts).strip()
        if POINTLESS.fullmatch(words) or ADDRESS.match(words):
            yield "a link without words"
        if link.get(R_ID) not in page.slide.part.rels:
            yield "a link that leads nowhere"


def _of_sizes(page: Page, shape: Any) -> Iterator[str]:
    if any(item.get("sz") for item in shape._element.iter(f"{A}rPr", f"{A}endParaRPr")):
        yield "a size written on a run"
    if shape.name in SMALL:
        return
    for paragraph in shape.text_frame.paragraphs:
        size = _inherited(page, shape, paragraph.level).get("sz")
        if int(size) < LEAST_SIZE:
            yield "text too small"


def _inherited(page: Page, shape: Any, level: int) -> Any:
    """Return the properties of a run that a paragraph takes from its layout, else its master."""
    path = f".//{A}lvl{level + 1}pPr/{A}defRPr"
    held = page.held(shape)._element.find(path)
    body = page.deck.slide_master.element.find(f"{P}txStyles/{P}bodyStyle")
    return held if held is not None else body.find(path)


def _of_contrast(page: Page, shape: Any) -> Iterator[str]:
    ground = _ground(page, shape)
    for paragraph in shape.text_frame.paragraphs:
        held = _inherited(page, shape, paragraph.level)
        inherited = _colour(page.colours, held.find(f"{A}solidFill"))
        for run in paragraph._p.iter(f"{A}r"):
            own = _colour(page.colours, run.find(f"{A}rPr/{A}solidFill"))
            linked = run.find(f"{A}rPr/{A}hlinkClick") is not None
            ink = own or (page.colours["hlink"] if linked else inherited)
            if ink is None or contrast(ink, ground) < LEAST_CONTRAST:
                yield "not enough contrast"


def _ground(page: Page, shape: Any) -> str:
    """Return the colour that is behind a shape: its own, a mark of the layout, or the slide's."""
    held = page.held(shape)
    for filled in (shape._element, held._element):
        if own := _colour(page.colours, filled.find(f"{P}spPr/{A}solidFill")):
            return own
    placed = held if shape._element.find(f"{P}spPr/{A}xfrm") is None else shape
    middle = (placed.left + placed.width // 2, placed.top + placed.height // 2)
    above = (fill for mark, fill in reversed(page.sheet.painted) if _covers(mark, middle))
    return next(above, page.sheet.ground)


def _covers(mark: Any, point: tuple[int, int]) -> bool:
    """Return whether a point of a slide is on a mark."""
    across, down = point
    inside = mark.left <= across <= mark.left + mark.width
    return bool(inside and mark.top <= down <= mark.top + mark.height)


def _colour(colours: Mapping[str, str], fill: Any) -> str | None:
    """Return the colour of a fill as RRGGBB."""
    if fill is None:
        return None
    (colour,) = fill
    value = str(colour.get("val"))
    return value if colour.tag == f"{A}srgbClr" else colours[value]


def _colours(deck: Any) -> dict[str, str]:
    """Return the colours of the theme as RRGGBB, by the names that fills give them."""
    part = deck.slide_master.part.part_related_by(f"{OFFICE}/theme")
    scheme = etree.fromstring(part.blob).find(f".//{A}clrScheme")
    found = {
        slot.tag.removeprefix(A): slot[0].get("lastClr") or slot[0].get("val") for slot in scheme
    }
    return found | {"bg1": found["lt1"], "tx1": found["dk1"],
                    "bg2": found["lt2"], "tx2": found["dk2"]}  # fmt: skip


def contrast(one: str, other: str) -> float:
    """Return the ratio of two colours, from 1 to 21. Source: WCAG 2.2, « contrast ratio »."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    linear = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
