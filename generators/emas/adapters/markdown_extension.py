"""A Python-Markdown extension that gives MkDocs a page's tree instead of parsing its text.

The text of a page is one line that names it. Everything MkDocs does to a tree still runs: table
of contents, resolution and validation of links, anchors, title.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
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
    """Replaces the parser. `trees` gives the tree of each page, by uri."""

    def __init__(self, trees: Mapping[str, Element]) -> None:
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
        md.set_output_format("html")  # else void elements end with a slash, as in XHTML


class TreeParser(BlockParser):
    """Finds the tree that a text names."""

    def __init__(self, md: Markdown, trees: Mapping[str, Element]) -> None:
        super().__init__(md)
        self._trees = trees

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - overrides
        """Return a copy of the tree, ready to be changed and serialised.

        Raises:
            UnknownPageError: if the text does not name a page.
        """
        uri = "\n".join(lines).strip().removeprefix(PREFIX)
        if uri not in self._trees:
            raise UnknownPageError(uri)
        root = deepcopy(self._trees[uri])
        _protect(root)
        return ElementTree(root)


def _protect(root: Element) -> None:
    """Escape `&`: Python-Markdown's serialiser takes what looks like an entity for one."""
    for item in root.iter():
        item.text = _escaped(item.text)
        item.tail = _escaped(item.tail)
        for name, value in item.attrib.items():
            # The table of contents takes tags out of its labels.
            inside_toc = name == "data-toc-label"
            item.set(name, escape(value, quote=False) if inside_toc else _escaped(value) or "")


def _escaped(text: str | None) -> str | None:
    return text.replace("&", "&amp;") if text else text
