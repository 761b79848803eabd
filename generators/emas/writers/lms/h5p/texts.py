"""Texts for H5P: HTML of four tags, which all its fields keep, or words alone.

A site drops any other tag without a word, and a table with its lines. We write lines instead.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from xml.etree.ElementTree import Element

from emas.document import Blocks, Gap
from emas.model import Source
from emas.writers.lms.html import Place, elements, in_words
from emas.writers.site.elements import Child, element

KEPT = ("strong", "em")
LINES = ("p", "ul", "ol", "li", "pre", "blockquote", "table", "thead", "tbody", "tr", "hr", "div")
"""What makes lines of its own; the rest is inside a line."""

STAR = "\N{ASTERISK OPERATOR}"
"""For a star where an ordinary one would open a gap."""


@dataclass(frozen=True, slots=True)
class Texts:
    """How to write texts that cite `sources`; `gaps` are what stands for each gap, by number."""

    sources: Mapping[str, Source]
    gaps: Mapping[int, str] = field(default_factory=dict)

    def paragraphs(self, blocks: Blocks) -> str:
        """Return `blocks` as HTML paragraphs."""
        return "".join(f"<p>{line}</p>" for line in self._lines(blocks))

    def inside(self, blocks: Blocks) -> str:
        """Return `blocks` as HTML that stands inside a line: an answer, a remark."""
        lines = "<br />".join(self._lines(blocks))
        return f"<div>{lines}</div>" if lines else ""

    def words(self, blocks: Blocks) -> str:
        """Return `blocks` without any tag, on one line, escaped."""
        return " ".join(_bare(self._tree(blocks)))

    def _lines(self, blocks: Blocks) -> Iterator[str]:
        return (line for line in _Flow(self.gaps).lines(self._tree(blocks)) if line)

    def _tree(self, blocks: Blocks) -> Element:
        place = Place(self.sources, in_words, _gap)
        return element("div", None, *elements(blocks, place))


def escaped(text: str) -> str:
    """Return a text as H5P keeps it, in fields without tags too."""
    return escape(text, quote=False)


def in_gap(answer: str) -> str:
    """Return an answer as a gap holds it: what would end it is hidden until it is compared."""
    letters = (f"&#{ord(letter)};" if letter in "*/:" else letter for letter in escaped(answer))
    return "".join(letters)


def _gap(gap: Gap) -> Child:
    """Return what marks the place of a gap; no author's text can give such an element."""
    return element("trou", {"numero": str(gap.number)})


@dataclass(frozen=True, slots=True)
class _Flow:
    """How the lines of a tree are written, with what stands for its gaps."""

    gaps: Mapping[int, str]

    def lines(self, node: Element) -> Iterator[str]:
        """Yield the lines of `node`; some may be empty."""
        line = self._text(node.text)
        for rank, child in enumerate(node):
            if child.tag in LINES:
                yield line.strip()
                yield from self._block(child, rank, node)
                line = ""
            else:
                line += self._inline(child)
            line += self._text(child.tail)
        yield line.strip()

    def _block(self, block: Element, rank: int, holder: Element) -> Iterator[str]:
        match block.tag:
            case "tr":
                cells = (self._words(cell) for cell in block)
                yield " · ".join(cell for cell in cells if cell)
            case "pre":
                yield from self._text("".join(block.itertext())).splitlines()
            case "li":
                mark = f"{int(holder.get('start', '1')) + rank}." if holder.tag == "ol" else "•"
                first, *rest = [line for line in self.lines(block) if line] or [""]
                yield f"{mark} {first}"
                yield from rest
            case _:
                yield from self.lines(block)

    def _inline(self, node: Element) -> str:
        match node.tag:
            case "br":
                return "<br />"
            case "trou":
                return f"*{self.gaps[int(node.get('numero', ''))]}*"
            case "a":
                return f"{self._words(node)} ({self._text(node.get('href'))})"
            case "sup":
                return f"[{self._words(node)}]"
            case tag if tag in KEPT:
                return f"<{tag}>{self._words(node)}</{tag}>"
            case _:
                return self._words(node)

    def _words(self, node: Element) -> str:
        return " ".join(line for line in self.lines(node) if line)

    def _text(self, text: str | None) -> str:
        """Return a text, without stars where they would open gaps."""
        kept = escaped(text or "")
        return kept.replace("*", STAR) if self.gaps else kept


def _bare(tree: Element) -> Iterable[str]:
    """Return the words of a tree, escaped."""
    for node in tree.iter():
        if node.tag in LINES or node.tag in ("br", "td", "th"):
            node.text = f" {node.text or ''}"
    return escaped("".join(tree.itertext())).split()
