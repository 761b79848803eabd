"""A deck as data becomes the bytes of a .pptx; only this, `template` and `shapes` know how."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from io import BytesIO
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Package
from pptx.slide import Slide as Drawn
from pptx.slide import SlideLayout

from emas.model import Media
from emas.theme import Colour, Theme
from emas.writers.package import reproducible
from emas.writers.slides import shapes
from emas.writers.slides.deck import Deck, Fill, PictureFill, Slide, TableFill, TextFill
from emas.writers.slides.drawing import LANGUAGE, NAMESPACES
from emas.writers.slides.gallery import layouts
from emas.writers.slides.layouts import CRUMB, FOOTER, NUMBER, TITLE, Spec
from emas.writers.slides.paragraphs import Looks
from emas.writers.slides.runs import said
from emas.writers.slides.template import template

PROGRAM = "Atelier EMAS"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
SECTIONS_NAMESPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def pptx(deck: Deck, theme: Theme, media: Mapping[str, Media]) -> bytes:
    """Return `deck` as a .pptx, the same bytes for the same values.

    Raise `ValueError` for a picture that cannot be drawn.
    """
    package = Presentation(BytesIO(template(theme)))
    specs = layouts(theme)
    by_name: dict[str, SlideLayout] = {layout.name: layout for layout in package.slide_layouts}
    for slide in deck.slides():
        drawn = package.slides.add_slide(by_name[slide.layout])
        _draw(drawn, slide, specs[slide.layout], theme, media, deck.footer)
        _notes(drawn, slide)
    _sections(package, deck)
    _properties(package, deck)
    out = BytesIO()
    package.save(out)
    return reproducible(out.getvalue())


def _draw(
    drawn: Drawn, slide: Slide, spec: Spec, theme: Theme, media: Mapping[str, Media], footer: str
) -> None:
    """Fill the placeholders of a slide, put them in reading order, remove those left empty."""
    found = shapes.placeholders(drawn)
    accents = {slot.index: slot.style.accent for slot in spec.slots}
    title = TextFill(TITLE, (said(slide.title),))
    thread = [TextFill(CRUMB, (said(slide.crumb),))] if slide.crumb else []
    order = []
    for fill in (title, *slide.fills, *thread):
        shape = found.pop(fill.slot)
        accent = accents[fill.slot]
        order.append(_filled(drawn, shape, fill, spec, accent, theme, media))
    shapes.scale(order[0], slide.title_scale)
    furniture = shapes.furniture(drawn, (FOOTER, NUMBER))
    if FOOTER in furniture:
        shapes.write(furniture[FOOTER], (said(footer),), _looks(drawn))
    for left in found.values():
        shapes.remove(left)
    shapes.in_order(drawn, [*order, *furniture.values()])
    shapes.speak_french(drawn)


def _filled(
    drawn: Drawn,
    shape: shapes.Shape,
    fill: Fill,
    spec: Spec,
    accent: Colour,
    theme: Theme,
    media: Mapping[str, Media],
) -> shapes.Shape:
    match fill:
        case TextFill():
            if fill.box:
                shapes.move(shape, fill.box)
            shapes.write(shape, fill.lines, _looks(drawn, shapes.colour(theme, accent)))
            return shape
        case PictureFill():
            return shapes.picture(shape, fill, media[fill.name], theme)
        case TableFill():
            return shapes.table(shape, fill, spec, theme, _looks(drawn))


def _looks(drawn: Drawn, accent: str = "") -> Looks:
    return Looks(lambda address: shapes.link(drawn.part, address), accent)


def _notes(drawn: Drawn, slide: Slide) -> None:
    if not slide.notes:
        return
    page = drawn.notes_slide
    looks = Looks(lambda address: shapes.link(page.part, address), bare=True)
    body = page.notes_text_frame
    if body is not None:
        shapes.write_body(body, slide.notes, looks)
    shapes.speak_french(page)


def _sections(package: Package, deck: Deck) -> None:
    """Group the slides in the panel of PowerPoint. Source: [MS-PPTX] 2.6.26, `sectionLst`."""
    ids = iter([entry.get("id") for entry in package.slides._sldIdLst])
    listed = "".join(_section(rank, part.name, len(part.slides), ids) for rank, part in
                     enumerate(deck.parts, 1))  # fmt: skip
    old = package.element.find("{*}extLst")
    if old is not None:
        package.element.remove(old)
    package.element.append(
        parse_xml(
            f'<p:extLst {NAMESPACES}><p:ext uri="{SECTIONS}"><p14:sectionLst '
            f'xmlns:p14="{SECTIONS_NAMESPACE}">{listed}</p14:sectionLst></p:ext></p:extLst>'
        )
    )


def _section(rank: int, name: str, count: int, ids: Iterator[str]) -> str:
    slides = "".join(f'<p14:sldId id="{next(ids)}"/>' for _ in range(count))
    return (
        f'<p14:section name={quoteattr(name)} id="{{{rank:08X}-0000-4000-8000-000000000000}}">'
        f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
    )


def _properties(package: Package, deck: Deck) -> None:
    properties, day = package.core_properties, datetime.combine(deck.created, time())
    properties.title, properties.subject = deck.title, deck.subject[:255]
    properties.author, properties.last_modified_by = deck.author[:255], PROGRAM
    properties.language, properties.revision, properties.keywords = LANGUAGE, 1, ""
    properties.created = properties.modified = day
