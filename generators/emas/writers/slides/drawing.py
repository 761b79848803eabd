"""Layouts as PresentationML: strings only, no package.

Source: ECMA-376 part 1, 19.3.1.39 (`sldLayout`), 21.1.2.4 (list styles). Lengths are in EMU,
914 400 to the inch; sizes in hundredths of a point; shares in thousandths of a percent.
"""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from emas.theme import Colour, Theme
from emas.theme.pptx import SLOTS, slot
from emas.writers.slides.layouts import (
    CRUMB,
    FOOTER,
    NUMBER,
    Box,
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
    """Return the levels of a list style; without bullets there is one, with maybe a letter."""
    if not style.bullets:
        return _level(style, theme, 0, style.hanging_in, style.hanging_in, "")
    return "".join(
        _level(style, theme, level, INDENTS_IN[level], HANGING_IN[level], BULLETS[level])
        for level in range(len(BULLETS))
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
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name="Décor {identifier}"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{place(mark.box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{colour(theme, mark.colour)}'
        f"<a:ln><a:noFill/></a:ln></p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{EMPTY}</p:txBody></p:sp>"
    )


def _placeholder(slot_: Slot, theme: Theme, identifier: int) -> str:
    """Return a placeholder; a title has no index, else LibreOffice loses its place."""
    style, kind = slot_.style, slot_.kind
    titled = kind in ("title", "ctrTitle")
    index = "" if titled else f' idx="{slot_.index}"'
    small = ' sz="quarter"' if slot_.index in (FOOTER, NUMBER, CRUMB) else ""
    type_ = f'type="{kind}"' if kind else ""
    fill = colour(theme, style.fill) if style.fill else ""
    edge = f'<a:ln w="19050">{colour(theme, style.edge)}</a:ln>' if style.edge else ""
    side, above = emu(style.inset_in), emu(style.inset_in / 2)
    text = f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{slot_.name}</a:t></a:r>'
    if slot_.index == NUMBER:
        text = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f'<a:rPr lang="{LANGUAGE}"/><a:t>‹n°›</a:t></a:fld>'
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name={quoteattr(slot_.name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {type_}{small}{index}/></p:nvPr>'
        f'</p:nvSpPr><p:spPr>{place(slot_.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{fill}{edge}</p:spPr><p:txBody>"
        f'<a:bodyPr vert="horz" wrap="square" lIns="{side}" tIns="{above}" rIns="{side}" '
        f'bIns="{above}" rtlCol="0" anchor="{style.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{list_style(style, theme)}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )
