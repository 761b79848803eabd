"""Our inline syntax and comments: `[@source, p. 12]` and `<!-- … -->`."""

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from emas.diagnostics import Code
from emas.readers.markdown.environment import environment_of

CITATION = re.compile(r"\[@(?P<source>[^\s\],]+)(?P<rest>(?:,[^\[\]\n]*)?)\]")

GAP = re.compile(r"\[\[([^\[\]\n]*)\]\](?!\()")

MAX_BRACKETS = 400
"""Opening brackets in one paragraph: markdown-it looks for the end of each, which is quadratic."""


def citation_rule(state: StateInline, silent: bool) -> bool:
    """Push a `citation` token for `[@source, locator]`."""
    match = CITATION.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match[0]
        token.meta = {"source": match["source"], "rest": match["rest"].lstrip(",").strip()}
    state.pos = match.end()
    return True


def gap_rule(state: StateInline, silent: bool) -> bool:
    """Push a `gap` token for `[[answer / other answer]]`."""
    match = GAP.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("gap", "", 0).content = match[0]
    state.pos = match.end()
    return True


def comment_rule(state: StateInline, silent: bool) -> bool:
    """Push a `comment` token for an HTML comment inside a line."""
    if not state.src.startswith("<!--", state.pos):
        return False
    environment = environment_of(state.env)
    endless, since = environment.no_comment_end
    if endless is state.src and state.pos >= since:
        return False
    end = state.src.find("-->", state.pos + 4)
    if end < 0:
        environment.no_comment_end = (state.src, state.pos)
        return False
    if not silent:
        state.push("comment", "", 0).content = state.src[state.pos + 4 : end]
    state.pos = end + 3
    return True


def too_many_brackets_rule(state: StateInline, silent: bool) -> bool:
    """Take the rest of a paragraph as text once it has had too many opening brackets."""
    if state.src[state.pos] != "[" or state.src.count("[") <= MAX_BRACKETS:
        return False
    if not silent:
        state.pending += state.src[state.pos : state.posMax]
    state.pos = state.posMax
    return True


def comment_block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Push a `comment` token for lines from `<!--` to the line of `-->`."""
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not first.startswith("<!--") or state.is_code_block(start):
        return False
    last = start
    if "-->" not in first[4:]:
        last = min(environment_of(state.env).comment_end_after(start), end)
    if last < end and _rest(state, last, last == start).rpartition("-->")[2].strip():
        return False  # text follows on the line: a comment inside a paragraph
    if silent:
        return True
    if last == end:
        environment_of(state.env).report(Code.MD007, start)
    token = state.push("comment", "", 0)
    token.map = [start, min(last + 1, end)]
    text = state.getLines(start, min(last + 1, end), state.blkIndent, False)
    token.content = text.strip().removeprefix("<!--").removesuffix("-->")
    state.line = min(last + 1, end)
    return True


def _rest(state: StateBlock, line: int, first: bool) -> str:
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    return text[4:] if first else text


def install(md: MarkdownIt) -> None:
    """Add the rules to `md`."""
    md.inline.ruler.before("link", "citation", citation_rule)
    md.inline.ruler.before("citation", "gap", gap_rule)
    md.inline.ruler.before("gap", "too_many_brackets", too_many_brackets_rule)
    md.inline.ruler.before("autolink", "comment", comment_rule)
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "table"]}
    md.block.ruler.before("html_block", "comment", comment_block_rule, interrupts)
