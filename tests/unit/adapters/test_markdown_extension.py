"""The tree of a page, through Python-Markdown."""

from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown

from emas.adapters.markdown_extension import TreeExtension, UnknownPageError, naming_line
from emas.writers.site.elements import element

URI = "modules/autisme/comprendre.md"


def convert(*content: Element | str, text: str | None = None) -> tuple[str, Markdown]:
    trees = TreeExtension({URI: element("div", None, *content)})
    md = Markdown(extensions=["tables", "fenced_code", "toc", trees])
    return md.convert(naming_line(URI) if text is None else text), md


@pytest.mark.parametrize(
    "text", ["a &amp; b", "*a* _b_ `c`", "<b> & [x](y)", "&lt;script&gt;", "![x](y) <!-- -->"]
)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert convert(element("p", None, text))[0] == f"<p>{shown}</p>"


def test_an_attribute_is_shown_as_it_is() -> None:
    html, _ = convert(element("img", {"alt": 'a "b" &lt;', "id": "id"}))
    assert html == '<img alt="a &quot;b&quot; &amp;lt;" id="id">'


def test_headings_make_the_table_of_contents() -> None:
    heading = element("h2", {"id": "ancre", "data-toc-label": "A & <b>"}, "A & <b> [1]")
    html, md = convert(heading)
    assert html == '<h2 id="ancre">A &amp; &lt;b&gt; [1]</h2>'
    assert [(item["id"], item["name"]) for item in md.toc_tokens] == [  # type: ignore[attr-defined] # added by its extension
        ("ancre", "A &amp; &lt;b&gt;")
    ]


def test_a_tree_is_changed_in_place_and_so_given_once() -> None:
    trees = TreeExtension({URI: element("div", None, element("p", None, "a & b"))})
    md = Markdown(extensions=[trees])
    assert md.convert(naming_line(URI)) == "<p>a &amp; b</p>"
    with pytest.raises(UnknownPageError):
        md.reset().convert(naming_line(URI))


def test_a_text_that_names_no_page_is_refused() -> None:
    with pytest.raises(UnknownPageError):
        convert(text="---\ntitle: Autisme : les bases\n---\n")
