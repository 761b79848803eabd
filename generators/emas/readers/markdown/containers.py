"""The `:::` block rule: nesting without counting colons, every imbalance reported.

`::: mot titre` opens; a bare `:::` closes the last block opened. Written after the shape of
markdown-it's own block rules; `mdit_py_plugins.container` needs more colons outside than inside.
"""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

from emas.diagnostics import Code, Diagnostic
from emas.readers.markdown.environment import Environment, environment_of

OPENING = re.compile(
    r"""
    :{3,}[ \t]*
    (?: \{ [ \t]* \.? (?P<braced>[^\s{}.\#]+) (?:[ \t]+\#(?P<braced_id>[^\s{}]+))? [ \t]* \}
      | (?P<bare>[^\s{}:]+) )
    (?P<rest> (?:[ \t].*)? )
    """,
    re.VERBOSE,
)
CLOSING = re.compile(r":{3,}[ \t]*")
WRITTEN_ID = re.compile(r"[ \t]*\{#(?P<id>[^\s{}]*)\}[ \t]*$")
OPTION = re.compile(
    r"[ \t]*(?P<key>[^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ-]*(?:-[^\W\d_]+)*)[ \t]*:[ \t]+(?P<value>\S.*)"
)
FENCE = re.compile(r"(`{3,}|~{3,})(.*)")


@dataclass(frozen=True, slots=True)
class OptionLine:
    """A `cle : valeur` line under an opening line; `line` counts from 0."""

    key: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Opening:
    """What an opening line says; `line` counts from 0, the text is as it was written."""

    word: str
    rest: str
    written_id: str
    options: tuple[OptionLine, ...]
    line: int


def container_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Push `box_open`, what the block holds, and `box_close`; markdown-it's block rule."""
    text = _line(state, start)
    if not text.startswith(":::") or state.is_code_block(start):
        return False
    environment = environment_of(state.env)
    if CLOSING.fullmatch(text):
        if not silent:
            environment.report(Code.BLO003, start)
            state.line = start + 1
        return True
    match = OPENING.fullmatch(text)
    if match is None:
        return False
    if silent:
        return True
    close = _closing_line(state, start, end)
    if close is None:
        environment.found.append(_unclosed(state, start, end, environment, match))
        close = end
    options, body = _options(state, start + 1, close)
    opening = _opening(match, options, start)
    token = state.push("box_open", "", 1)
    token.map = [start, min(close + 1, end)]
    token.meta["opening"] = opening
    _tokenize(state, body, close)
    state.push("box_close", "", -1)
    state.line = min(close + 1, end)
    return True


def _opening(match: re.Match[str], options: list[OptionLine], line: int) -> Opening:
    rest = match["rest"].strip()
    written = WRITTEN_ID.search(" " + rest)
    if written:
        rest = (" " + rest)[: written.start()].strip()
    identifier = written["id"] if written else match["braced_id"] or ""
    return Opening(match["braced"] or match["bare"], rest, identifier, tuple(options), line)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line that closes the block opened at `start`, or None."""
    depth, fence, in_comment = 1, "", False
    for line in range(start + 1, end):
        text = _line(state, line)
        if in_comment:
            in_comment = "-->" not in text
            continue
        if fence:
            if text.startswith(fence) and not text.strip(fence[0] + " \t"):
                fence = ""
            continue
        if not text or state.sCount[line] - state.blkIndent >= 4:
            continue
        if opened := FENCE.match(text):
            if not (opened[1][0] == "`" and "`" in opened[2]):
                fence = opened[1]
        elif text.startswith("<!--"):
            in_comment = "-->" not in text
        elif CLOSING.fullmatch(text):
            depth -= 1
            if not depth:
                return line
        elif text.startswith(":::") and OPENING.fullmatch(text):
            depth += 1
    return None


def _unclosed(
    state: StateBlock, start: int, end: int, environment: Environment, match: re.Match[str]
) -> Diagnostic:
    heading = next((n for n in range(start + 1, end) if _line(state, n).startswith("## ")), None)
    before = "" if heading is None else f" avant le titre de la ligne {environment.number(heading)}"
    word = match["braced"] or match["bare"]
    return environment.diagnostic(Code.BLO002, start, {"mot": word, "avant": before})


def _options(state: StateBlock, first: int, close: int) -> tuple[list[OptionLine], int]:
    """Return the option lines from `first` on, and the line where the content starts."""
    options: list[OptionLine] = []
    line = first
    while line < close and (match := OPTION.fullmatch(_line(state, line))):
        options.append(OptionLine(match["key"], match["value"].strip(), line))
        line += 1
    return options, line


def _tokenize(state: StateBlock, first: int, close: int) -> None:
    parent, line_max = state.parentType, state.lineMax
    state.parentType = "container"
    state.lineMax = close
    state.md.block.tokenize(state, first, close)
    state.parentType, state.lineMax = parent, line_max


def too_deep_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the rest as raw text where markdown-it would drop it, past its nesting limit."""
    if state.level < MAX_LEVEL or silent:
        return False
    environment = environment_of(state.env)
    environment.report(Code.BLO007, start, {"limite": str(MAX_LEVEL)})
    token = state.push("raw_text", "", 0)
    token.map = [start, end]
    token.content = state.getLines(start, end, 0, False)
    state.line = end
    return True


MAX_LEVEL = 40
"""Open blocks, lists, items and quotes at one place; markdown-it counts them so."""


def install(md: MarkdownIt) -> None:
    """Add the rules to `md`."""
    md.options["maxNesting"] = MAX_LEVEL + 20
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "table"]}
    md.block.ruler.before("table", "too_deep", too_deep_rule)
    md.block.ruler.after("too_deep", "container", container_rule, interrupts)
