"""What can be checked by machine of a tagged PDF: rules of PDF/UA-1 and PDF/A-2a, no more.

`problems` returns short English sentences, none for a good file. Source: ISO 14289-1 (clause 7)
and ISO 19005-2, as told in `docs/formats/pdf.md`.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Object, Page, Pdf
from tests.pdf_geometry import outside, overprinted, painted

STANDARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
    *("NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl"),
    *("LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note"),
    *("Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"),
}
ROWS = {"TR", "THead", "TBody", "TFoot", "Caption"}
HOLDS = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TR": {"TH", "TD"},
    "Table": ROWS,
}
"""What the children of an element may be."""

UNLISTED = 1
"""The heading of the table of contents does not list itself."""

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "EI"}


def problems(data: bytes, language: str = "fr") -> list[str]:
    """Return what is wrong with the PDF `data`, without repeats."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [
            *_catalogue(pdf, language),
            *_metadata(pdf),
            *_structure(pdf),
            *_order(pdf),
            *_links(pdf),
            *_bookmarks(pdf),
            *(problem for page in pdf.pages for problem in _page(page)),
        ]
    return list(dict.fromkeys(found))


def structure(data: bytes) -> list[str]:
    """Return the standard types of the elements of the PDF `data`, in reading order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        roles = _roles(pdf)
        return [_standard(node, roles) for node, _ in _elements(pdf)]


def _catalogue(pdf: Pdf, language: str) -> Iterator[str]:
    root = pdf.Root
    if not _get(_get(root, "/MarkInfo"), "/Marked"):
        yield "not tagged"
    if not str(root.get("/Lang", "")).lower().startswith(language):
        yield "language missing or wrong"
    if not _get(_get(root, "/ViewerPreferences"), "/DisplayDocTitle"):
        yield "the title is not displayed"
    if "/OutputIntents" not in root:
        yield "no output intent"


def _metadata(pdf: Pdf) -> Iterator[str]:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        if not xmp.get("dc:title"):
            yield "no title"
        if xmp.get("pdfuaid:part") != "1":
            yield "PDF/UA-1 not declared"
        if (xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) != ("2", "A"):
            yield "PDF/A-2a not declared"


def _structure(pdf: Pdf) -> Iterator[str]:
    if "/StructTreeRoot" not in pdf.Root:
        yield "no structure tree"
        return
    roles = _roles(pdf)
    last = 0
    for node, inside in _elements(pdf):
        kind = _standard(node, roles)
        if kind not in STANDARD:
            yield f"{kind} is not a standard type"
        if level := re.fullmatch("H([1-6])", kind):
            if int(level[1]) > last + 1:
                yield f"heading {kind} follows level {last}"
            last = int(level[1])
        kinds = {_standard(child, roles) for child in inside}
        if kind in HOLDS and kinds - HOLDS[kind]:
            yield f"{kind} holds {', '.join(sorted(kinds - HOLDS[kind]))}"
        yield from _accessible(node, kind, roles)
    if not last:
        yield "no heading"


def _accessible(node: Object, kind: str, roles: Object | None) -> Iterator[str]:
    if kind == "Figure" and not _text(node, "/Alt"):
        yield "a figure has no alternative text"
    if kind == "TH" and _attribute(node, "/Scope") is None:
        yield "a header cell has no scope"
    if kind == "Table":
        inside = list(_inside(node))
        if "TH" not in {_standard(inner, roles) for inner in inside}:
            yield "a table has no header cell"
        rows = [inner for inner in inside if _standard(inner, roles) == "TR"]
        if len({sum(_span(cell) for cell in _children(row)) for row in rows}) > 1:
            yield "the rows of a table have not as many cells"


def _span(cell: Object) -> int:
    return int(_attribute(cell, "/ColSpan") or 1)


def _order(pdf: Pdf) -> Iterator[str]:
    """Look at the order in which the tree reads what pages paint.

    A note is read where it is called and painted at the foot of the page, a caption is read before
    its figure: both have an order of their own. Columns side by side may run over several pages.
    """
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    roles = _roles(pdf)
    read = [(kinds, pages[page.objgen], mark) for kinds, page, mark in _marks(pdf, roles)]
    places = [(page, mark) for _, page, mark in read]
    if len(places) != len(set(places)):
        yield "some content is twice in the structure tree"
    painted = {(number, mark) for number, page in enumerate(pdf.pages) for mark in _painted(page)}
    if painted - set(places):
        yield "some tagged content is not in the structure tree"
    flow = [item for item in read if not {"Note", "Caption"} & set(item[0])]
    orders: dict[int, list[int]] = {}
    for _, page, mark in flow:
        orders.setdefault(page, []).append(mark)
    if any(marks != sorted(marks) for marks in orders.values()):
        yield "a page is not read in the order in which it is painted"
    for (kinds, page, mark), (_, next_page, _) in pairwise(flow):
        heading = any(re.fullmatch("H[1-6]", kind) for kind in kinds)
        if heading and next_page > page and not _drawn_after(pdf.pages[page], mark):
            yield "a heading is alone at the foot of a page"


def _marks(pdf: Pdf, roles: Object | None) -> Iterator[tuple[tuple[str, ...], Object, int]]:
    """Yield each piece of content that the tree reads: the kinds above it, its page, its mark."""

    def visit(
        node: Object, above: tuple[str, ...], page: Object
    ) -> Iterator[tuple[tuple[str, ...], Object, int]]:
        page = node.get("/Pg", page)
        kinds = (*above, _standard(node, roles))
        for kid in _kids(node):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from visit(kid, kinds, page)
            elif not isinstance(kid, Dictionary):
                yield kinds, page, int(kid)
            elif kid.get("/Type") == "/MCR":
                yield kinds, kid.get("/Pg", page), int(kid["/MCID"])

    if "/StructTreeRoot" in pdf.Root:
        for top in _children(pdf.Root["/StructTreeRoot"]):
            yield from visit(top, (), Dictionary())


def _drawn_after(page: Page, mark: int) -> bool:
    """Return whether a decoration, which the tree does not read, is painted after `mark`.

    The foot of the page is no decoration: it is marked with properties, by BDC.
    """
    passed = False
    for instruction in pikepdf.parse_content_stream(page, "BDC BMC"):
        if str(instruction.operator) == "BMC" and passed:
            return True
        properties = instruction.operands[-1]
        passed |= isinstance(properties, Dictionary) and properties.get("/MCID") == mark
    return False


def _painted(page: Page) -> Iterator[int]:
    """Yield the marks of the content that a page paints."""
    for instruction in pikepdf.parse_content_stream(page, "BDC"):
        (_, properties) = instruction.operands
        if isinstance(properties, Dictionary) and "/MCID" in properties:
            yield int(properties["/MCID"])


def _links(pdf: Pdf) -> Iterator[str]:
    """Look at where links lead, and whether the tree reads them."""
    read = {kid["/Obj"].objgen for kid in _objects(pdf)}
    for page in pdf.pages:
        for annotation in page.get("/Annots", Array()):
            if annotation.objgen not in read:
                yield "a link is not in the structure tree"
            if not _leads(annotation, pdf):
                yield "a link leads nowhere"


def _objects(pdf: Pdf) -> Iterator[Object]:
    for node, _ in _elements(pdf):
        yield from (kid for kid in _kids(node) if isinstance(kid, Dictionary) and "/Obj" in kid)


def _leads(item: Object, pdf: Pdf) -> bool:
    """Return whether a link or a bookmark leads to an address or to a page that exists."""
    action = item.get("/A", Dictionary())
    if action.get("/S") == "/URI":
        return bool(_text(action, "/URI"))
    target = item.get("/Dest", action.get("/D"))
    if isinstance(target, pikepdf.String):
        names = _get(_get(pdf.Root, "/Names"), "/Dests")
        target = None if names is None else pikepdf.NameTree(names).get(str(target))
    if isinstance(target, Dictionary):
        target = target.get("/D")
    pages = {page.obj.objgen for page in pdf.pages}
    return isinstance(target, Array) and target[0].objgen in pages


def _bookmarks(pdf: Pdf) -> Iterator[str]:
    """Look for a bookmark of each heading of level 1, and at where bookmarks lead."""
    roles = _roles(pdf)
    tops = sum(_standard(node, roles) == "H1" for node, _ in _elements(pdf))
    found: list[Object] = []
    item = _get(pdf.Root.get("/Outlines"), "/First")
    while item is not None:
        found.append(item)
        item = item.get("/Next")
    if len(found) < tops - UNLISTED:
        yield "a heading has no bookmark"
    if not all(_leads(item, pdf) for item in found):
        yield "a bookmark leads nowhere"


def _page(page: Page) -> Iterator[str]:
    annotations = list(page.get("/Annots", Array()))
    if annotations and page.get("/Tabs") != "/S":
        yield "the tab order is not that of the structure"
    for annotation in annotations:
        if annotation.get("/Subtype") == "/Link" and not _text(annotation, "/Contents"):
            yield "a link has no text"
    yield from _fonts(page)
    boxes = list(painted(page))
    if overprinted(boxes):
        yield "words are painted over other words"
    if outside(page, boxes):
        yield "something is outside of the page, or too near its edge to be printed"
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
        if operator in PAINTING and not depth:
            yield "content is neither tagged nor an artifact"


def _fonts(holder: Page | Object) -> Iterator[str]:
    """Look at the fonts of a page and of the drawings on it."""
    resources = holder.get("/Resources", Dictionary())
    for inner in resources.get("/XObject", Dictionary()).values():
        yield from _fonts(inner)
    for font in resources.get("/Font", Dictionary()).values():
        inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
        descriptor = inner.get("/FontDescriptor", Dictionary())
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
            yield "a font is not embedded"
        if "/ToUnicode" not in font:
            yield "a font has no ToUnicode map"


def _roles(pdf: Pdf) -> Object | None:
    return _get(pdf.Root.get("/StructTreeRoot"), "/RoleMap")


def _elements(pdf: Pdf) -> Iterator[tuple[Object, list[Object]]]:
    """Yield each element with its children, in reading order."""
    if "/StructTreeRoot" in pdf.Root:
        for top in _children(pdf.Root["/StructTreeRoot"]):
            for node in (top, *_inside(top)):
                yield node, _children(node)


def _inside(node: Object) -> Iterator[Object]:
    for child in _children(node):
        yield child
        yield from _inside(child)


def _children(node: Object) -> list[Object]:
    return [kid for kid in _kids(node) if isinstance(kid, Dictionary) and "/S" in kid]


def _kids(node: Object) -> list[Object]:
    kids = node.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _standard(node: Object, roles: Object | None) -> str:
    name = str(node["/S"])
    while name[1:] not in STANDARD and _get(roles, name) is not None:
        name = str(_get(roles, name))
    return name[1:]


def _attribute(node: Object, key: str) -> Object | None:
    attributes = node.get("/A", Array())
    listed = list(attributes) if isinstance(attributes, Array) else [attributes]
    found = (item[key] for item in listed if isinstance(item, Dictionary) and key in item)
    return next(found, None)


def _text(node: Object, key: str) -> str:
    return str(node.get(key, "")).strip()


def _get(node: Object | None, key: str) -> Object | None:
    return None if node is None else node.get(key)
