"""A check that never fails checks nothing: each rule is shown a file that breaks it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
from pikepdf import Array, Dictionary, Name, Object, Pdf
from tests.pdf_check import _elements, _kids, problems

Break = Callable[[Pdf], None]


def without(key: str) -> Break:
    def change(pdf: Pdf) -> None:
        del pdf.Root[key]

    return change


def element(kind: str, change: Callable[[Object], None]) -> Break:
    """Return what changes the first element of `kind`."""

    def apply(pdf: Pdf) -> None:
        change(next(node for node, _ in _elements(pdf) if node["/S"] == Name(f"/{kind}")))

    return apply


def renamed(kind: str) -> Callable[[Object], None]:
    def change(node: Object) -> None:
        node["/S"] = Name(f"/{kind}")

    return change


def deleted(key: str) -> Callable[[Object], None]:
    def change(node: Object) -> None:
        del node[key]

    return change


def metadata(key: str, value: str | None) -> Break:
    def change(pdf: Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            if value is None:
                del xmp[key]
            else:
                xmp[key] = value

    return change


def fonts(pdf: Pdf) -> Object:
    return next(iter(pdf.pages[0]["/Resources"]["/Font"].values()))


def no_unicode(pdf: Pdf) -> None:
    del fonts(pdf)["/ToUnicode"]


def not_embedded(pdf: Pdf) -> None:
    descriptor = fonts(pdf)["/DescendantFonts"][0]["/FontDescriptor"]
    for key in {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
        del descriptor[key]


def no_tabs(pdf: Pdf) -> None:
    del pdf.pages[0]["/Tabs"]


def link_without_text(pdf: Pdf) -> None:
    del pdf.pages[0]["/Annots"][0]["/Contents"]


def loose_content(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 10 10 re f", prepend=False)


def no_scope(node: Object) -> None:
    node["/A"] = Array([Dictionary(O=Name("/Table"))])


def all_headers_renamed(pdf: Pdf) -> None:
    for node, _ in list(_elements(pdf)):
        if node["/S"] == Name("/TH"):
            node["/S"] = Name("/TD")


def no_headings(pdf: Pdf) -> None:
    for node, _ in list(_elements(pdf)):
        if str(node["/S"]).startswith("/H"):
            node["/S"] = Name("/P")


def hidden_title(pdf: Pdf) -> None:
    pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"] = False


def english(pdf: Pdf) -> None:
    pdf.Root["/Lang"] = pikepdf.String("en")


def emptied(node: Object) -> None:
    node["/K"] = Array()


def read_twice(node: Object) -> None:
    node["/K"] = Array([*_kids(node), *_kids(node)])


def reversed_order(node: Object) -> None:
    node["/K"] = Array(reversed(_kids(node)))


def shortened(node: Object) -> None:
    node["/K"] = Array(_kids(node)[:-1])


def without_annotation(node: Object) -> None:
    node["/K"] = Array([kid for kid in _kids(node) if not isinstance(kid, Dictionary)])


def link_without_target(pdf: Pdf) -> None:
    for key in {"/A", "/Dest"} & set(pdf.pages[0]["/Annots"][0].keys()):
        del pdf.pages[0]["/Annots"][0][key]


def lost_bookmark(pdf: Pdf) -> None:
    bookmark = pdf.Root["/Outlines"]["/First"]
    for key in {"/A", "/Dest"} & set(bookmark.keys()):
        del bookmark[key]


RULES: dict[str, Break] = {
    "not tagged": without("/MarkInfo"),
    "language missing or wrong": english,
    "the title is not displayed": hidden_title,
    "no output intent": without("/OutputIntents"),
    "no title": metadata("dc:title", None),
    "PDF/UA-1 not declared": metadata("pdfuaid:part", "2"),
    "PDF/A-2a not declared": metadata("pdfaid:conformance", "B"),
    "no structure tree": without("/StructTreeRoot"),
    "Encadre is not a standard type": element("BlockQuote", renamed("Encadre")),
    "heading H2 follows level 0": element("H1", renamed("H2")),
    "heading H5 follows level 1": element("H2", renamed("H5")),
    "no heading": no_headings,
    "L holds P": element("LI", renamed("P")),
    "LI holds P": element("LBody", renamed("P")),
    "TR holds P": element("TD", renamed("P")),
    "a figure has no alternative text": element("Figure", deleted("/Alt")),
    "a header cell has no scope": element("TH", no_scope),
    "a table has no header cell": all_headers_renamed,
    "the rows of a table have not as many cells": element("TR", shortened),
    "some content is twice in the structure tree": element("P", read_twice),
    "some tagged content is not in the structure tree": element("LBody", emptied),
    "a page is not read in the order in which it is painted": element("Table", reversed_order),
    "a link is not in the structure tree": element("Link", without_annotation),
    "a link leads nowhere": link_without_target,
    "a heading has no bookmark": without("/Outlines"),
    "a bookmark leads nowhere": lost_bookmark,
    "the tab order is not that of the structure": no_tabs,
    "a link has no text": link_without_text,
    "a font is not embedded": not_embedded,
    "a font has no ToUnicode map": no_unicode,
    "content is neither tagged nor an artifact": loose_content,
}


@pytest.mark.parametrize(("problem", "broken"), RULES.items(), ids=RULES)
def test_each_broken_rule_is_found(small_booklet: bytes, problem: str, broken: Break) -> None:
    with pikepdf.open(BytesIO(small_booklet)) as pdf:
        broken(pdf)
        out = BytesIO()
        pdf.save(out)
    assert problem in problems(out.getvalue())


LAID_OUT = {
    "something is outside of the page, or too near its edge to be printed": "#place(dx: -3cm)[Mot]",
    "words are painted over other words": "#place[Des mots] D’autres mots",
    "a heading is alone at the foot of a page": "#v(1fr)\n== Seul\n#pagebreak()\nPlus loin.",
}
"""What Typst accepts and should not be printed, by what is found."""


@pytest.mark.parametrize(("problem", "laid_out"), LAID_OUT.items(), ids=LAID_OUT)
def test_each_fault_of_layout_is_found(problem: str, laid_out: str, tmp_path: Path) -> None:
    assert problem in problems(typeset(laid_out, tmp_path))


GOOD = {
    "a word": "Un mot.",
    "a decoration under a heading": "#v(1fr)\n== Titre\n#pdf.artifact(rect())\n#pagebreak()\nMot",
}


@pytest.mark.parametrize("laid_out", GOOD.values(), ids=GOOD)
def test_what_is_laid_out_well_has_no_problem(laid_out: str, tmp_path: Path) -> None:
    assert problems(typeset(laid_out, tmp_path)) == []


def typeset(text: str, folder: Path) -> bytes:
    """Return what Typst makes of `text`, under a heading."""
    settings = '#set document(title: "Essai", date: datetime(year: 2026, month: 1, day: 1))'
    place = folder / "essai.typ"
    place.write_text(f'{settings}\n#set text(lang: "fr")\n= Titre\n{text}\n', encoding="utf-8")
    pdf = typst.compile(str(place), format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=0)
    assert isinstance(pdf, bytes)
    return pdf
