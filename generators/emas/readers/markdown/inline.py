"""From markdown-it's inline tokens to inline nodes, each with its place in the source."""

import re
from difflib import SequenceMatcher
from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold
from emas.document import (
    ELSEWHERE,
    Citation,
    Emphasis,
    FootnoteRef,
    Gap,
    Image,
    Inline,
    InlineCode,
    InlineComment,
    Inlines,
    LineBreak,
    Link,
    Strike,
    Strong,
    Text,
    plain_text,
    walk,
)
from emas.readers.markdown.environment import Environment

SCHEME = re.compile(r"\s*(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")
DECORATIVE = re.compile(r"\{\.d[ée]corati(?:f|ve)\}")
WORDY = (Text, InlineCode, LineBreak, Emphasis, Strong, Strike)
"""What a text of replacement can say in words; anything else stays as it was written."""

UNCONFIRMED = "a confirmer"


class InlineReader:
    """Reads the tokens of one block. Places are searched from left to right, line by line."""

    def __init__(self, environment: Environment, line: int) -> None:
        self.environment = environment
        self.line = line
        self.column = 0

    def read(self, nodes: list[SyntaxTreeNode]) -> Inlines:
        r"""Return `nodes` as inlines; neighbouring texts are one, soft breaks are `\\n` in it."""
        result: list[Inline] = []
        decorated = False
        for index, node in enumerate(nodes):
            for inline in self._one(node, following=nodes[index + 1 : index + 2]):
                if decorated and isinstance(inline, Text):
                    inline = Text(DECORATIVE.sub("", inline.text, count=1), inline.span)
                    decorated = False
                if isinstance(inline, Image):
                    decorated = inline.decorative
                _append(result, inline)
        return tuple(result)

    def _one(self, node: SyntaxTreeNode, following: list[SyntaxTreeNode]) -> list[Inline]:
        match node.type:
            case "text":
                return [Text(node.content, self._place(node.content))] if node.content else []
            case "softbreak" | "hardbreak":
                return [self._break(node.type)]
            case "code_inline":
                return [InlineCode(node.content, self._place(node.content))]
            case "em" | "strong" | "s":
                return [self._marked(node)]
            case "link":
                return list(self._link(node))
            case "image":
                return [self._image(node, following)]
            case "citation":
                return [self._citation(node)]
            case "gap":
                return [self._gap(node.content)]
            case "footnote_ref":
                label = node.meta["label"]
                return [FootnoteRef(label, self._place(f"[^{label}]"))]
            case "comment":
                return [InlineComment(node.content, self._place("<!--"))]
            case other:  # pragma: no cover - a rule of the dialect without a reader
                raise AssertionError(other)

    def _break(self, kind: str) -> Inline:
        span = self._place("")
        self.line += 1
        self.column = 0
        return Text("\n", span) if kind == "softbreak" else LineBreak(span)

    def _marked(self, node: SyntaxTreeNode) -> Inline:
        start = self._place(node.markup)
        children = self.read(node.children)
        span = self._until(start, self._place(node.markup))
        match node.type:
            case "em":
                return Emphasis(children, span)
            case "strong":
                return Strong(children, span)
            case _:
                return Strike(children, span)

    def _link(self, node: SyntaxTreeNode) -> Inlines:
        start = self._place("<" if node.info == "auto" else "[")
        children = self.read(node.children)
        href, title = str(node.attrs.get("href", "")), str(node.attrs.get("title", ""))
        span = self._until(start, self._place("]" if node.info != "auto" else ">"))
        far = SCHEME.match(href) is not None
        written, href = href, _canonical(href) if far else unquote(href)
        if far and not href.startswith(ELSEWHERE):
            self._report(Code.LIE003, span, cible=written)
            return children
        if not self.environment.afford(len(written) + len(title)):
            self._report(Code.MD005, span)
            return children
        return (Link(href, children, span, title),)

    def _image(self, node: SyntaxTreeNode, following: list[SyntaxTreeNode]) -> Image:
        start = self._place("![")
        inner = self.read(node.children)
        source, caption = str(node.attrs.get("src", "")), str(node.attrs.get("title", ""))
        span = self._until(start, self._place("]"))
        after = following[0].content if following and following[0].type == "text" else ""
        wordy = all(isinstance(part, WORDY) for part in walk(inner))
        return Image(
            source=unquote(source) if not SCHEME.match(source) else source,
            alt=plain_text(inner) if wordy else node.content,
            caption=caption,
            decorative=bool(DECORATIVE.match(after)),
            span=span,
        )

    def _gap(self, content: str) -> Inline:
        """Return a gap to fill; outside a question to complete, brackets are but text."""
        span = self._place(content)
        if self.environment.gaps is None:
            return Text(content, span)
        self.environment.gaps += 1
        accepted = tuple(part.strip() for part in content[2:-2].split(" / "))
        return Gap(self.environment.gaps, accepted, span)

    def _citation(self, node: SyntaxTreeNode) -> Citation:
        span = self._place(node.content)
        locators: list[str] = []
        unconfirmed = False
        for part in str(node.meta["rest"]).split(","):
            folded = fold(part)
            if folded == UNCONFIRMED:
                unconfirmed = True
            elif SequenceMatcher(None, folded, UNCONFIRMED).ratio() > 0.75:
                self._report(Code.SRC004, span, etat=part.strip())
            elif part.strip():
                locators.append(part.strip())
        return Citation(str(node.meta["source"]).lower(), ", ".join(locators), unconfirmed, span)

    def _report(self, code: Code, span: Span, **values: str) -> None:
        self.environment.found.append(Diagnostic(code, span, values))

    def _place(self, content: str) -> Span:
        """Return where `content` stands, searched from the last place on; then move past it."""
        lines = self.environment.lines
        text = lines[self.line] if self.line < len(lines) else ""
        start = text.find(content, self.column)
        if start < 0:  # escapes and entities make the source longer than the text
            word = re.match(r"\w*", content)
            content = word[0] if word else ""
            start = max(text.find(content, self.column), self.column)
        start = min(start, len(text))
        end = min(start + len(content), len(text))
        self.column = end
        number = self.environment.number(self.line)
        return Span(self.environment.path, number, start + 1, number, max(end, start + 1) + 1)

    @staticmethod
    def _until(start: Span, end: Span) -> Span:
        return Span(start.path, start.line, start.column, end.end_line, end.end_column)


def _canonical(href: str) -> str:
    """Return an address with its scheme in small letters (RFC 3986, section 3.1)."""
    scheme, colon, rest = href.strip().partition(":")
    return f"{scheme.lower()}{colon}{rest}"


def _append(result: list[Inline], inline: Inline) -> None:
    """Add `inline`, joining texts that follow each other."""
    if isinstance(inline, Text) and not inline.text:
        return
    if isinstance(inline, Text) and result and isinstance(before := result[-1], Text):
        span = InlineReader._until(before.span, inline.span)
        result[-1] = Text(before.text + inline.text, span)
    else:
        result.append(inline)
