"""The one dialect of Markdown: CommonMark, tables, strikethrough, footnotes, our own rules."""

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from emas.readers.markdown import containers, inline_rules


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # markdown-it's own name
        """Return True: the reader of links refuses addresses itself, and says so (LIE003)."""
        return True


@cache
def parser() -> MarkdownIt:
    """Return the parser. HTML is text, links are checked later, footnotes stay in place."""
    md = _Parser("commonmark", {"html": False, "store_labels": True})
    md.enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    containers.install(md)
    inline_rules.install(md)
    return md
