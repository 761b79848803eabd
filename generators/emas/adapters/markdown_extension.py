"""A Python-Markdown extension that gives MkDocs a page's tree instead of parsing its text.

The text of a page is one line that names it. Everything MkDocs does to a tree still runs: table
of contents, resolution and validation of links, anchors, title.
"""

from collections.abc import Callable, Iterable, MutableMapping
from html import escape
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension

PREFIX = "page de l’atelier : "
"""What a naming line begins with; not « key: value », which MkDocs would take for metadata."""

UNWANTED_PREPROCESSORS = ("html_block", "fenced_code_block")
UNWANTED_TREEPROCESSORS = ("inline", "prettify", "unescape")
"""What would read our text as Markdown once more."""


class UnknownPageError(Exception):
    """A text that names no page: somebody else wrote it."""


def naming_line(uri: str) -> str:
    """Return the text that stands for the page of that uri."""
    return f"{PREFIX}{uri}"


class TreeExtension(Extension):
    """Replaces the parser and the serialiser. `trees` gives each page's tree, by uri, once."""

    def __init__(self, trees: MutableMapping[str, Element]) -> None:
        super().__init__()
        self._trees = trees

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Be called by `md`; what other extensions add is removed in `reset`, which runs last."""
        self._markdown = md
        md.registerExtension(self)

    def reset(self) -> None:
        """Put our parser in, once every extension has been loaded."""
        md = self._markdown
        for name in UNWANTED_PREPROCESSORS:
            if name in md.preprocessors:
                md.preprocessors.deregister(name)
        for name in UNWANTED_TREEPROCESSORS:
            if name in md.treeprocessors:
                md.treeprocessors.deregister(name)
        md.parser = TreeParser(md, self._trees)
        md.serializer = serialised


class TreeParser(BlockParser):
    """Finds the tree that a text names."""

    def __init__(self, md: Markdown, trees: MutableMapping[str, Element]) -> None:
        super().__init__(md)
        self._trees = trees

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - overrides
        """Return the tree, which nothing else keeps: what MkDocs does to it is done in place.

        Raises:
            UnknownPageError: if the text does not name a page, or one already given.
        """
        uri = "\n".join(lines).strip().removeprefix(PREFIX)
        if uri not in self._trees:
            raise UnknownPageError(uri)
        root = self._trees.pop(uri)
        for item in root.iter():
            if label := item.get("data-toc-label"):
                # The table of contents takes tags out of its labels.
                item.set("data-toc-label", escape(label, quote=False))
        return ElementTree(root)


VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr"))
"""The elements that our pages have and that never have an end tag.

HTML Living Standard, 13.1.2 « Elements »
"""


def serialised(root: Element) -> str:
    """Return the HTML of an element.

    Python-Markdown's own takes what looks like an entity for one, and twice the time.
    """
    parts: list[str] = []
    _write(root, parts.append)
    return "".join(parts)


def _write(item: Element, write: Callable[[str], None]) -> None:
    attributes = [f' {name}="{escape(value)}"' for name, value in item.items()]
    write(f"<{item.tag}{''.join(attributes)}>")
    if item.text:
        write(escape(item.text, quote=False))
    for child in item:
        _write(child, write)
        if child.tail:
            write(escape(child.tail, quote=False))
    if item.tag not in VOID:
        write(f"</{item.tag}>")
