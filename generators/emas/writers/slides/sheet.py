"""A slide and its notes as PresentationML: strings only, no package.

Shapes are written in reading order: title, content, breadcrumb, footer, number. Places come from
the layout, unless a box of their own is given. Source: ECMA-376 part 1, 19.3.1.38 (`sld`),
19.3.1.26 (`notes`), 21.1.3 (tables).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from emas.document import Align
from emas.theme import Colour, Theme
from emas.writers.slides.deck import Fill, Line, PictureFill, Slide, TableFill, TextFill
from emas.writers.slides.drawing import LANGUAGE, NAMESPACES, colour, emu, place
from emas.writers.slides.layouts import (
    CRUMB,
    FOOTER,
    NUMBER,
    TITLE,
    Box,
    Slot,
    Spec,
)
from emas.writers.slides.metrics import number_in
from emas.writers.slides.paragraphs import Looks, Target, paragraphs
from emas.writers.slides.runs import said
from emas.writers.slides.tables import CELL_PT

TITLES = ("title", "ctrTitle")
ALIGNS = {Align.LEFT: "", Align.CENTER: "ctr", Align.RIGHT: "r"}
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The built-in style « no style, no grid »: fills and lines are written out on the cells."""

DARK = (Colour.PAPER, Colour.GREY)
"""Colours of text that stand on a dark ground."""

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
TREE = (
    '<p:cSld{name}><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
    "</p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld>"
    "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture put in a package: its relationship, its width and height in pixels."""

    relation: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a slide is written with: its layout, and what its package knows of links, pictures."""

    spec: Spec
    theme: Theme
    link: Callable[[str, str], Target | None]
    pictures: Mapping[str, Drawn]

    def looks(self, slot: Slot) -> Looks:
        """Return the looks of the text of a slot."""
        style = slot.style
        linked = style.colour if style.colour in DARK else Colour.LINK
        number = number_in(style.size_pt)
        return Looks(self.theme, self.link, style.accent, linked, number_in=number)


def slide_xml(slide: Slide, sheet: Sheet, footer: str) -> str:
    """Return a slide; what it leaves empty is not on it."""
    found = {slot.index: slot for slot in sheet.spec.slots}
    fills: list[Fill] = [TextFill(TITLE, (said(slide.title),)), *slide.fills]
    if slide.crumb:
        fills.append(TextFill(CRUMB, (said(slide.crumb),)))
    if FOOTER in found:
        fills.append(TextFill(FOOTER, (said(footer),)))
    shapes = [_shape(fill, found[fill.slot], sheet, rank) for rank, fill in enumerate(fills, 2)]
    if NUMBER in found:
        shapes.append(_number(found[NUMBER], len(shapes) + 2))
    tree = TREE.format(name="", shapes="".join(shapes))
    return f"{HEADER}<p:sld {NAMESPACES}>{tree}</p:sld>"


def notes_xml(notes: tuple[Line, ...], looks: Looks) -> str:
    """Return the notes of a slide, below its picture."""
    shapes = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Diapositive"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(notes, looks)}</p:txBody></p:sp>"
    )
    return f"{HEADER}<p:notes {NAMESPACES}>{TREE.format(name='', shapes=shapes)}</p:notes>"


def _shape(fill: Fill, slot: Slot, sheet: Sheet, identifier: int) -> str:
    match fill:
        case TextFill():
            return _text(fill, slot, sheet, identifier)
        case PictureFill():
            return _picture(fill, slot, sheet.pictures[fill.name], identifier)
        case TableFill():
            return _table(fill, slot, sheet, identifier)


def _holder(slot: Slot) -> str:
    """Return the placeholder of the layout that a shape fills."""
    kind = f' type="{slot.kind}"' if slot.kind else ""
    index = "" if slot.kind in TITLES else f' idx="{slot.index}"'
    small = ' sz="quarter"' if slot.index in (FOOTER, NUMBER, CRUMB) else ""
    return f"<p:nvPr><p:ph{kind}{small}{index}/></p:nvPr>"


def _text(fill: TextFill, slot: Slot, sheet: Sheet, identifier: int) -> str:
    """Return a placeholder with its text, which shrinks if somebody lengthens it by hand."""
    target = sheet.link("", fill.to)
    named = f'<p:cNvPr id="{identifier}" name={quoteattr(slot.name)}'
    named += f">{target.element()}</p:cNvPr>" if target else "/>"
    moved = f"<p:spPr>{place(fill.box)}</p:spPr>" if fill.box else "<p:spPr/>"
    body = paragraphs(fill.lines, sheet.looks(slot))
    return (
        f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>{_holder(slot)}'
        f"</p:nvSpPr>{moved}<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{body}"
        "</p:txBody></p:sp>"
    )


def _number(slot: Slot, identifier: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name={quoteattr(slot.name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr>{_holder(slot)}</p:nvSpPr><p:spPr/><p:txBody>'
        '<a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" '
        f'type="slidenum"><a:rPr lang="{LANGUAGE}"/><a:t>‹n°›</a:t></a:fld>'
        f'<a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )


def _picture(fill: PictureFill, slot: Slot, drawn: Drawn, identifier: int) -> str:
    """Return the whole picture in the middle of its slot, never cropped."""
    share = min(slot.box.width / drawn.width, slot.box.height / drawn.height)
    wide, high = drawn.width * share, drawn.height * share
    left = slot.box.left + (slot.box.width - wide) / 2
    top = slot.box.top + (slot.box.height - high) / 2
    decorative = "" if fill.alt else DECORATIVE
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{identifier}" name={quoteattr(slot.name)} '
        f"descr={quoteattr(fill.alt)}>{decorative}</p:cNvPr><p:cNvPicPr>"
        f'<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>{_holder(slot)}</p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{drawn.relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr>{place(Box(left, top, wide, high))}</p:spPr></p:pic>"
    )


def _table(fill: TableFill, slot: Slot, sheet: Sheet, identifier: int) -> str:
    """Return a table whose header row is flagged."""
    columns = "".join(f'<a:gridCol w="{_pt(wide)}"/>' for wide in fill.widths_pt)
    first = ' firstCol="1"' if fill.named else ""
    size = f'cx="{sum(map(_pt, fill.widths_pt))}" cy="{sum(map(_pt, fill.heights_pt))}"'
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{identifier}" '
        f"name={quoteattr(slot.name)} descr={quoteattr(fill.alt)}/><p:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>{_holder(slot)}'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{emu(slot.box.left)}" y="{emu(slot.box.top)}"/>'
        f"<a:ext {size}/></p:xfrm><a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1"{first}><a:tableStyleId>{PLAIN_TABLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{''.join(_rows(fill, sheet))}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _rows(fill: TableFill, sheet: Sheet) -> Iterator[str]:
    margin = f'marL="{_pt(CELL_PT)}" marR="{_pt(CELL_PT)}"'
    margin += f' marT="{_pt(CELL_PT - 1)}" marB="{_pt(CELL_PT - 1)}"'
    for rank, (row, height) in enumerate(zip(fill.rows, fill.heights_pt, strict=True)):
        ground = sheet.spec.accent if rank == 0 else Colour.PAPER if rank % 2 else Colour.GREY
        ink = Colour.INK if rank else Colour.PAPER
        under = f'<a:lnB w="9525">{colour(sheet.theme, Colour.LINE)}</a:lnB>' if rank else ""
        end = f"<a:tcPr {margin}>{under}{colour(sheet.theme, ground)}</a:tcPr>"
        linked = Colour.LINK if rank else Colour.PAPER
        cells = ""
        for lines, align in zip(row, fill.aligns, strict=True):
            looks = Looks(
                sheet.theme, sheet.link, ink, linked, ink, fill.size_pt, True, ALIGNS[align]
            )
            text = paragraphs(lines, looks)
            cells += f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>{end}</a:tc>"
        yield f'<a:tr h="{_pt(height)}">{cells}</a:tr>'


def _pt(points: float) -> int:
    """Return points in EMU."""
    return round(points * 12700)
