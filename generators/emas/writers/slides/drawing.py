"""Layouts as PresentationML: strings only, no package.

Source: ECMA-376 part 1, 19.3.1.39 (`sldLayout`), 21.1.2.4 (list styles). Lengths are in EMU,
914 400 to the inch; sizes in hundredths of a point; shares in thousandths of a percent.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from emas.theme import Colour, Theme
from emas.theme.pptx import SLOTS, slot
from emas.writers.slides.layouts import (
    CRUMB,
    FOOTER,
    NUMBER,
    Box,
    Form,
    Layout,
    Mark,
    Slot,
    Spec,
    Style,
)
from emas.writers.slides.metrics import BETWEEN_PT, INDENTS_IN, size_at

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'

LANGUAGE = "fr-FR"
BULLETS = "•–•"
HANGING_IN = (0.32, 0.34, 0.30)
TYPES = {
    Layout.COVER: "title",
    Layout.SECTION: "secHead",
    Layout.COLUMNS: "twoObj",
    Layout.TABLE: "tbl",
    Layout.TITLE_ONLY: "titleOnly",
}
PATH_UNIT = 100
"""Units of a geometry in one unit of a pictogram: geometries count in whole numbers."""

COMMANDS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}
EMPTY = '<a:p><a:endParaRPr lang="fr-FR"/></a:p>'


def emu(inches: float) -> int:
    """Return inches in EMU."""
    return round(inches * 914400)


def colour(theme: Theme, name: Colour) -> str:
    """Return the fill of a colour: a slot of the theme if it has one, else its value."""
    if name in SLOTS.values():
        return f'<a:solidFill><a:schemeClr val="{slot(name)}"/></a:solidFill>'
    value = theme.light[name].removeprefix("#")
    return f'<a:solidFill><a:srgbClr val="{value}"/></a:solidFill>'


def place(box: Box) -> str:
    """Return where a shape is."""
    return (
        f'<a:xfrm><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


def list_style(style: Style, theme: Theme) -> str:
    """Return the three levels of a list style; the first may have a letter instead of a bullet."""
    first = _level(style, theme, 0, style.hanging_in, style.hanging_in, "")
    if style.bullets:
        first = _level(style, theme, 0, INDENTS_IN[0], HANGING_IN[0], BULLETS[0])
    return first + "".join(
        _level(style, theme, level, INDENTS_IN[level], HANGING_IN[level], BULLETS[level])
        for level in range(1, len(BULLETS))
    )


def _level(
    style: Style, theme: Theme, level: int, margin_in: float, hanging_in: float, bullet: str
) -> str:
    before = style.before_pt if level == 0 else BETWEEN_PT
    spacing = round(style.spacing * 100_000)
    mark = "<a:buNone/>"
    if bullet:
        fill = colour(theme, style.accent).removeprefix("<a:solidFill>")
        tint = fill.removesuffix("</a:solidFill>")
        mark = (
            f'<a:buClr>{tint}</a:buClr><a:buFont typeface="{theme.slides.font.name}"/>'
            f'<a:buChar char="{bullet}"/>'
        )
    return (
        f'<a:lvl{level + 1}pPr marL="{emu(margin_in)}" indent="{-emu(hanging_in)}" '
        f'algn="{style.align}"><a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>{mark}'
        f'<a:defRPr lang="{LANGUAGE}" sz="{round(size_at(style.size_pt, level) * 100)}" '
        f'b="{int(style.bold)}" i="0" kern="1200">{colour(theme, style.colour)}'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{level + 1}pPr>'
    )


def tree(spec: Spec, theme: Theme) -> str:
    """Return the shapes of a layout: its marks below, then its placeholders in reading order."""
    shapes = [*_marks(spec, theme)]
    for slot_ in spec.slots:
        shapes.append(_placeholder(slot_, theme, len(shapes) + 2))
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{''.join(shapes)}</p:spTree>"
    )


def layout(spec: Spec, theme: Theme) -> str:
    """Return the part of a layout."""
    ground = ""
    if spec.background:
        fill = colour(theme, spec.background)
        ground = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    kind = f'type="{TYPES[spec.layout]}" ' if spec.layout in TYPES else ""
    return (
        f'<p:sldLayout {NAMESPACES} {kind}preserve="1" userDrawn="1">'
        f"<p:cSld name={quoteattr(spec.layout)}>{ground}{tree(spec, theme)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _marks(spec: Spec, theme: Theme) -> Iterator[str]:
    for rank, mark in enumerate(spec.marks, 2):
        yield _mark(mark, theme, rank)


def _mark(mark: Mark, theme: Theme, identifier: int) -> str:
    fill = colour(theme, mark.colour)
    if mark.form is Form.STROKES:
        line = f'<a:ln w="{round(mark.width_pt * 12700)}" cap="rnd">{fill}<a:round/></a:ln>'
        drawn = f"{geometry(mark.path)}<a:noFill/>{line}"
    else:
        shape = "ellipse" if mark.form is Form.DISC else "rect"
        outline = "<a:ln><a:noFill/></a:ln>"
        drawn = f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>{fill}{outline}'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name="Décor {identifier}"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{place(mark.box)}{drawn}</p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{EMPTY}</p:txBody></p:sp>"
    )


def geometry(path: str) -> str:
    """Return a path of `pictograms` as a geometry. Source: ECMA-376 part 1, 20.1.9.15 (`path`)."""
    drawn = []
    for command, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        values = [round(float(number) * PATH_UNIT) for number in numbers.split()]
        points = "".join(
            f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(values[::2], values[1::2], strict=True)
        )
        name = COMMANDS[command]
        drawn.append(f"<a:{name}>{points}</a:{name}>" if points else f"<a:{name}/>")
    side = 24 * PATH_UNIT
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{side}" h="{side}" fill="none">{"".join(drawn)}</a:path>'
        "</a:pathLst></a:custGeom>"
    )


def _placeholder(slot_: Slot, theme: Theme, identifier: int) -> str:
    """Return a placeholder; a title has no index, else LibreOffice loses its place."""
    style, kind = slot_.style, slot_.kind
    titled = kind in ("title", "ctrTitle")
    index = "" if titled else f' idx="{slot_.index}"'
    small = ' sz="quarter"' if slot_.index in (FOOTER, NUMBER, CRUMB) else ""
    type_ = f'type="{kind}"' if kind else ""
    prompt = "" if slot_.index in (FOOTER, NUMBER) else ' hasCustomPrompt="1"'
    fill = colour(theme, style.fill) if style.fill else ""
    edge = f'<a:ln w="19050">{colour(theme, style.edge)}</a:ln>' if style.edge else ""
    side, above = emu(style.inset_in), emu(style.above_in)
    text = f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{slot_.name}</a:t></a:r>'
    if slot_.index == NUMBER:
        text = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f'<a:rPr lang="{LANGUAGE}"/><a:t>‹n°›</a:t></a:fld>'
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name={quoteattr(slot_.name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {type_}{small}{index}{prompt}/></p:nvPr>'
        f'</p:nvSpPr><p:spPr>{place(slot_.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{fill}{edge}</p:spPr><p:txBody>"
        f'<a:bodyPr vert="horz" wrap="square" lIns="{side}" tIns="{above}" rIns="{side}" '
        f'bIns="{above}" rtlCol="0" anchor="{style.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{list_style(style, theme)}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )
