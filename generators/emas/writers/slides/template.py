"""The empty 16:9 deck, made from the theme: master, layouts, colours, font."""

from collections.abc import Mapping
from io import BytesIO

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part, XmlPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import SlideLayoutPart
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from emas.theme import Colour, Theme
from emas.theme.pptx import scheme
from emas.writers.slides.drawing import LANGUAGE, NAMESPACES, A, emu, layout, list_style, tree
from emas.writers.slides.layouts import BODY, Layout, Spec, Style

UNUSED = ("printerSettings", "thumbnail")
"""Parts of the stock deck that say something about the machine it was made on."""

NO_NOTES = ("hdr", "dt", "ftr")
"""What the notes have no use for."""

NOTES_NAMES = {"sldImg": "Diapositive", "body": "Ce que l’on dit", "sldNum": "‹n°›"}
SPEAKING = ("rPr", "endParaRPr", "defRPr")

PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>Atelier EMAS</Application>'
    b"<PresentationFormat>Widescreen</PresentationFormat></Properties>"
)


def template(theme: Theme, specs: Mapping[Layout, Spec]) -> bytes:
    """Return the template with those layouts, as a .pptx without slides."""
    deck = Presentation()
    deck.slide_width = Emu(emu(theme.slides.width_in))
    deck.slide_height = Emu(emu(theme.slides.height_in))
    deck.element.find(".//{*}sldSz").attrib.pop("type", None)
    _master(deck, specs[Layout.NORMAL], theme)
    _layouts(deck, [layout(spec, theme) for spec in specs.values()])
    _themed(deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME), theme)
    _notes_master(deck, theme)
    _without_leftovers(deck)
    for style in deck.element.iter(f"{{{A}}}defRPr"):
        style.set("lang", LANGUAGE)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def _themed(part: Part, theme: Theme) -> None:
    """Give a part that holds a theme our colours and our font."""
    root = etree.fromstring(part.blob)
    root.set("name", theme.name)
    colours = root.find(f".//{{{A}}}clrScheme")
    colours.set("name", theme.name)
    for name, value in scheme(theme).items():
        holder = colours.find(f"{{{A}}}{name}")
        holder.clear()
        etree.SubElement(holder, f"{{{A}}}srgbClr", val=value)
    for font in root.iterfind(f".//{{{A}}}fontScheme/*/{{{A}}}latin"):
        font.set("typeface", theme.slides.font.name)
    if isinstance(part, XmlPart):
        part._element = root
    else:
        part.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _notes_master(deck: Deck, theme: Theme) -> None:
    """Give the deck a master for notes: the slide above, what is said below, a number."""
    master = deck.part.notes_master_part
    _themed(master.part_related_by(RELATIONSHIP_TYPE.THEME), theme)
    tree = master._element.find("{*}cSld/{*}spTree")
    for shape in tree.findall("{*}sp"):
        kind = shape.find(".//{*}ph").get("type")
        if kind in NO_NOTES:
            tree.remove(shape)
            continue
        shape.find(".//{*}cNvPr").set("name", NOTES_NAMES[kind])
        for paragraph in shape.findall(f".//{{{A}}}p")[1:]:
            paragraph.getparent().remove(paragraph)
        for text in shape.iter(f"{{{A}}}t"):
            text.text = NOTES_NAMES[kind]
    for properties in master._element.iter(*(f"{{{A}}}{name}" for name in SPEAKING)):
        properties.set("lang", LANGUAGE)
    relation = deck.part.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
    entry = f'<p:notesMasterId r:id="{relation}"/>'
    listed = parse_xml(f"<p:notesMasterIdLst {NAMESPACES}>{entry}</p:notesMasterIdLst>")
    deck.element.find("{*}sldMasterIdLst").addnext(listed)


def _master(deck: Deck, spec: Spec, theme: Theme) -> None:
    """Give the master the shapes and the text styles of ordinary content."""
    master = deck.slide_master.element
    kept = tuple(
        slot for slot in spec.slots if slot.kind in ("title", "ftr", "sldNum") or slot.index == BODY
    )
    drawn = Spec(spec.layout, spec.accent, kept)
    shapes = parse_xml(tree(drawn, theme).replace("<p:spTree>", f"<p:spTree {NAMESPACES}>", 1))
    for holder in shapes.iter("{*}ph"):
        if holder.get("idx") == str(BODY):
            holder.set("type", "body")
    old = master.find(".//{*}cSld/{*}spTree")
    old.getparent().replace(old, shapes)
    title = list_style(spec.slot(0).style, theme).replace("+mn-lt", "+mj-lt")
    body = list_style(spec.slot(BODY).style, theme)
    other = list_style(Style(theme.slides.minimum_pt, colour=Colour.INK), theme)
    styles = parse_xml(
        f"<p:txStyles {NAMESPACES}><p:titleStyle>{title}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )
    stock = master.find("{*}txStyles")
    stock.getparent().replace(stock, styles)


def _layouts(deck: Deck, drawn: list[str]) -> None:
    """Put our layouts in place of the stock ones. Ids are unique, above 2 147 483 648."""
    stock, part = list(deck.slide_layouts), deck.slide_master.part
    listed = deck.slide_master.element.find("{*}sldLayoutIdLst")
    last = max(int(entry.get("id")) for entry in listed) + 100
    for rank, xml in enumerate(drawn):
        name = PackURI(f"/ppt/slideLayouts/slideLayout{100 + rank}.xml")
        new = SlideLayoutPart.load(name, CONTENT_TYPE.PML_SLIDE_LAYOUT, part.package, xml.encode())
        new.relate_to(part, RELATIONSHIP_TYPE.SLIDE_MASTER)
        relation = part.relate_to(new, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        entry = f'<p:sldLayoutId {NAMESPACES} id="{last + rank}" r:id="{relation}"/>'
        listed.append(parse_xml(entry))
    for old in stock:
        deck.slide_layouts.remove(old)
    for rank, kept in enumerate(deck.slide_layouts, 1):
        kept.part.partname = PackURI(f"/ppt/slideLayouts/slideLayout{rank}.xml")


def _without_leftovers(deck: Deck) -> None:
    for relations in (deck.part.rels, deck.part.package._rels):
        for name, relation in list(relations.items()):
            if relation.reltype.endswith(UNUSED):
                relations.pop(name)
            elif relation.reltype.endswith("extended-properties"):
                relation.target_part._blob = PROPERTIES
