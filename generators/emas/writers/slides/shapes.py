"""What python-pptx does not do by itself: alternative texts, order, languages, whole pictures.

Work-arounds and their reasons are in docs/formats/pptx.md.
"""

from copy import deepcopy
from io import BytesIO
from math import fsum
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.slide import NotesSlide, Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from emas.document import Align
from emas.model import Media
from emas.theme import Colour, Theme
from emas.writers.media import png
from emas.writers.slides import drawing
from emas.writers.slides.deck import Line, PictureFill, TableFill
from emas.writers.slides.drawing import LANGUAGE, NAMESPACES, A, emu
from emas.writers.slides.layouts import Box, Spec
from emas.writers.slides.paragraphs import Looks, paragraph
from emas.writers.slides.tables import CELL_PT

Shape = Any
"""A shape of python-pptx: its classes have no common type for what we touch."""

PIXELS_PER_IN = 192
"""Pictures have twice the pixels of a screen."""

ALIGNS = {Align.LEFT: "", Align.CENTER: "ctr", Align.RIGHT: "r"}

DECORATIVE = (
    f'<a:extLst xmlns:a="{A}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)

colour = drawing.colour


def placeholders(slide: Slide) -> dict[int, Shape]:
    """Return the placeholders of a new slide by index, read once: each read is slow."""
    return {shape.placeholder_format.idx: shape for shape in slide.placeholders}


def write(shape: Shape, lines: tuple[Line, ...], looks: Looks) -> None:
    """Put `lines` in a placeholder; text that someone lengthens will shrink."""
    write_body(shape.text_frame, lines, looks)
    body = shape.text_frame._txBody.bodyPr
    if not len(body):
        etree.SubElement(body, f"{{{A}}}normAutofit")


def write_body(frame: TextFrame, lines: tuple[Line, ...], looks: Looks) -> None:
    """Replace the paragraphs of a text frame."""
    body = frame._txBody
    for old in body.findall(f"{{{A}}}p"):
        body.remove(old)
    for line in lines:
        body.append(parse_xml(paragraph(line, looks)))


def scale(shape: Shape, share: float) -> None:
    """Draw the text of `shape` at a share of its size, without writing a size on it."""
    if share < 1:
        fit = shape.text_frame._txBody.bodyPr.find(f"{{{A}}}normAutofit")
        fit.set("fontScale", str(round(share * 100_000)))


def move(shape: Shape, box: Box) -> None:
    """Put `shape` elsewhere than its layout does."""
    shape.left, shape.top = Emu(emu(box.left)), Emu(emu(box.top))
    shape.width, shape.height = Emu(emu(box.width)), Emu(emu(box.height))


def link(part: XmlPart, address: str) -> str:
    """Return the relationship of an address outside of the deck."""
    return part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def picture(shape: Shape, fill: PictureFill, media: Media, theme: Theme) -> Shape:
    """Put the whole picture in its placeholder, centred, never cropped."""
    left, top, width, height = shape.left, shape.top, shape.width, shape.height
    data = media.data
    if fill.name.casefold().endswith(".svg"):
        data = png(data, round(width / Emu(914400) * PIXELS_PER_IN), theme.fonts_folder)
    drawn = shape.insert_picture(BytesIO(data))
    drawn.crop_left = drawn.crop_right = drawn.crop_top = drawn.crop_bottom = 0
    wide, high = drawn.image.size
    share = min(width / wide, height / high)
    drawn.width, drawn.height = Emu(round(wide * share)), Emu(round(high * share))
    drawn.left = Emu(left + (width - drawn.width) // 2)
    drawn.top = Emu(top + (height - drawn.height) // 2)
    describe(drawn, fill.alt)
    return drawn


def describe(shape: Shape, alt: str) -> None:
    """Say what a shape shows; without words it is decorative."""
    properties = shape._element._nvXxPr.cNvPr
    properties.set("descr", alt)
    if not alt:
        properties.append(parse_xml(DECORATIVE))


def table(shape: Shape, fill: TableFill, spec: Spec, theme: Theme, looks: Looks) -> Shape:
    """Put a table in its placeholder, its header row flagged, its fills written out."""
    frame = shape.insert_table(len(fill.rows), len(fill.widths_pt))
    describe(frame, fill.alt)
    grid = frame.table
    grid.first_row, grid.horz_banding = True, True
    for column, width in zip(grid.columns, fill.widths_pt, strict=True):
        column.width = Pt(width)
    for rank, (row, height) in enumerate(zip(grid.rows, fill.heights_pt, strict=True)):
        row.height = Pt(height)
        ground = spec.accent if rank == 0 else (Colour.GREY, Colour.PAPER)[rank % 2]
        text = Colour.PAPER if rank == 0 else Colour.INK
        for cell, lines, align in zip(row.cells, fill.rows[rank], fill.aligns, strict=True):
            worn = Looks(
                looks.link,
                colour(theme, text),
                colour(theme, text),
                fill.size_pt,
                bare=True,
                align=ALIGNS[align],
            )
            _cell(cell, lines, worn, colour(theme, ground))
    frame.height = Pt(fsum(fill.heights_pt))
    return frame


def _cell(cell: Any, lines: tuple[Line, ...], looks: Looks, ground: str) -> None:
    cell.margin_left = cell.margin_right = Pt(CELL_PT)
    cell.margin_top = cell.margin_bottom = Pt(CELL_PT - 1)
    write_body(cell.text_frame, lines or (Line(()),), looks)
    filled = ground.replace("<a:solidFill>", f"<a:solidFill {NAMESPACES}>", 1)
    cell._tc.get_or_add_tcPr().append(parse_xml(filled))


def furniture(slide: Slide, indexes: tuple[int, ...]) -> dict[int, Shape]:
    """Return the footer and the number, copied from the layout: add_slide leaves them out."""
    for shape in list[Shape](slide.slide_layout.placeholders):
        if shape.placeholder_format.idx in indexes:
            copied = deepcopy(shape._element)
            for part in ("spPr", "lstStyle", "bodyPr"):
                found = copied.find(f".//{{*}}{part}")
                for child in list(found):
                    found.remove(child)
                found.attrib.clear()
            copied.nvSpPr.cNvPr.set("id", str(900 + shape.placeholder_format.idx))
            slide.shapes._spTree.append(copied)
    found_now = placeholders(slide)
    return {index: found_now[index] for index in indexes if index in found_now}


def remove(shape: Shape) -> None:
    """Take a shape away."""
    shape._element.getparent().remove(shape._element)


def in_order(slide: Slide, order: list[Shape]) -> None:
    """Put shapes in the order in which they are read out."""
    tree = slide.shapes._spTree
    for shape in order:
        tree.remove(shape._element)
        tree.append(shape._element)


def speak_french(page: Slide | NotesSlide) -> None:
    """Write the language on every run of a slide or of its notes."""
    root = page._element
    for kind in ("r", "fld", "br"):
        for run in root.iter(f"{{{A}}}{kind}"):
            if run.find(f"{{{A}}}rPr") is None:
                run.insert(0, etree.Element(f"{{{A}}}rPr"))
    for name in ("rPr", "endParaRPr"):
        for properties in root.iter(f"{{{A}}}{name}"):
            properties.set("lang", LANGUAGE)
