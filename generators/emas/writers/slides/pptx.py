"""A deck as data becomes the bytes of a .pptx; only this and `template` know the package.

Slides are written as text and put in the package as they are: building them with python-pptx,
shape by shape, took five times as long.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part as PackagePart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Package

from emas.model import Media
from emas.theme import Theme
from emas.writers.media import png
from emas.writers.package import reproducible
from emas.writers.slides.deck import Deck, PictureFill, Slide
from emas.writers.slides.drawing import LANGUAGE, NAMESPACES
from emas.writers.slides.layouts import Slot, Spec
from emas.writers.slides.paragraphs import Looks, Target
from emas.writers.slides.sheet import Drawn, Sheet, notes_xml, slide_xml
from emas.writers.slides.template import template

PROGRAM = "Atelier EMAS"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
SECTIONS_NAMESPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"
FIRST_SLIDE_ID = 256
"""The least that the format allows."""

PIXELS_PER_IN = 192
"""Pictures have twice the pixels of a screen."""


def pptx(deck: Deck, theme: Theme, media: Mapping[str, Media]) -> bytes:
    """Return `deck` as a .pptx, the same bytes for the same values.

    Raise `ValueError` for a picture that cannot be drawn.
    """
    package = Presentation(BytesIO(template(theme, deck.specs)))
    slides = deck.slides()
    parts = [_part(package, "slides/slide", rank) for rank in range(1, len(slides) + 1)]
    _listed(package, parts)
    binder = Binder(package, theme, media, parts, deck.anchors())
    layouts = {layout.name: layout.part for layout in package.slide_layouts}
    for part, slide in zip(parts, slides, strict=True):
        part.relate_to(layouts[slide.layout], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        binder.fill(part, slide, deck.specs[slide.layout], deck.footer)
    _sections(package, deck)
    _properties(package, deck)
    out = BytesIO()
    package.save(out)
    return reproducible(out.getvalue())


def _part(package: Package, name: str, rank: int) -> PackagePart:
    """Return an empty part for a slide, or for its notes."""
    kind = CONTENT_TYPE.PML_SLIDE if name.startswith("slides") else CONTENT_TYPE.PML_NOTES_SLIDE
    return PackagePart(PackURI(f"/ppt/{name}{rank}.xml"), kind, package.part.package)


@dataclass(frozen=True, slots=True)
class Binder:
    """What turns the slides into parts that know one another, their notes and their pictures."""

    package: Package
    theme: Theme
    media: Mapping[str, Media]
    parts: list[PackagePart]
    anchors: Mapping[str, int]

    def fill(self, part: PackagePart, slide: Slide, spec: Spec, footer: str) -> None:
        """Write a slide in its part, and its notes in one of their own."""
        pictures = {
            fill.name: self._picture(part, fill, spec.slot(fill.slot))
            for fill in slide.fills
            if isinstance(fill, PictureFill)
        }
        sheet = Sheet(spec, self.theme, lambda href, to: self._link(part, href, to), pictures)
        part.blob = slide_xml(slide, sheet, footer).encode()
        if slide.notes:
            self._notes(part, slide)

    def _notes(self, part: PackagePart, slide: Slide) -> None:
        page = _part(self.package, "notesSlides/notesSlide", self.parts.index(part) + 1)
        master = self.package.part.part_related_by(RELATIONSHIP_TYPE.NOTES_MASTER)
        page.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
        page.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
        part.relate_to(page, RELATIONSHIP_TYPE.NOTES_SLIDE)
        looks = Looks(self.theme, lambda href, _: self._link(page, href, ""), bare=True)
        page.blob = notes_xml(slide.notes, looks).encode()

    def _link(self, part: PackagePart, href: str, to: str) -> Target | None:
        """Return where a link leads: an address, a slide that is in this deck, or nowhere."""
        if href:
            outside = part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            return Target(f'r:id="{outside}"')
        if to in self.anchors:
            slide = part.relate_to(self.parts[self.anchors[to]], RELATIONSHIP_TYPE.SLIDE)
            return Target(f'r:id="{slide}" action="ppaction://hlinksldjump"')
        return None

    def _picture(self, part: PackagePart, fill: PictureFill, slot: Slot) -> Drawn:
        data = self.media[fill.name].data
        if fill.name.casefold().endswith(".svg"):
            width_px = round(slot.box.width * PIXELS_PER_IN)
            data = png(data, width_px, self.theme.fonts_folder)
        image = self.package.part.package.get_or_add_image_part(BytesIO(data))
        relation = part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        return Drawn(relation, *image.image.size)


def _listed(package: Package, parts: Iterable[PackagePart]) -> None:
    """List the slides in the presentation, in their order.

    This comes before they are filled: python-pptx names a picture by those that it can reach.
    """
    listed = package.slides._sldIdLst
    for rank, part in enumerate(parts):
        relation = package.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
        entry = f'<p:sldId {NAMESPACES} id="{FIRST_SLIDE_ID + rank}" r:id="{relation}"/>'
        listed.append(parse_xml(entry))


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
