"""What can be checked by machine of a tagged PDF: rules of PDF/UA-1 and PDF/A-2a, no more.

`problems` returns short English sentences, none for a good file. Source: ISO 14289-1 (clause 7)
and ISO 19005-2, as told in `docs/formats/pdf.md`.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Object, Page, Pdf

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

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "EI"}


def problems(data: bytes, language: str = "fr") -> list[str]:
    """Return what is wrong with the PDF `data`, without repeats."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [
            *_catalogue(pdf, language),
            *_metadata(pdf),
            *_structure(pdf),
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
    if kind == "Table" and "TH" not in {_standard(inner, roles) for inner in _inside(node)}:
        yield "a table has no header cell"


def _page(page: Page) -> Iterator[str]:
    annotations = list(page.get("/Annots", Array()))
    if annotations and page.get("/Tabs") != "/S":
        yield "the tab order is not that of the structure"
    for annotation in annotations:
        if annotation.get("/Subtype") == "/Link" and not _text(annotation, "/Contents"):
            yield "a link has no text"
    yield from _fonts(page)
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
        if operator in PAINTING and not depth:
            yield "content is neither tagged nor an artifact"


def _fonts(page: Page) -> Iterator[str]:
    resources = page.get("/Resources", Dictionary())
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
    kids = node.get("/K", Array())
    listed = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in listed if isinstance(kid, Dictionary) and "/S" in kid]


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
