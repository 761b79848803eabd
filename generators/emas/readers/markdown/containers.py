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
      | (?P<bare>[^\s{}:]+) (?=[ \t]|$)
      | (?P<odd>\S+) )
    (?P<rest> (?:[ \t].*)? )
    """,
    re.VERBOSE,
)
CLOSING = re.compile(r":{3,}[ \t]*")
WRITTEN_ID = re.compile(r"[ \t]*(?P<whole>\{#(?P<id>[^{}]*)\})[ \t]*$")
OPTION = re.compile(
    r"[ \t]*(?P<key>[^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ-]*(?:-[^\W\d_]+)*)[ \t]*:[ \t]+(?P<value>\S.*)"
)


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
    options, body = _options(state, start + 1, end)
    token = state.push("box_open", "", 1)
    token.meta["opening"] = _opening(match, options, start)
    closed = _read_until_closed(state, body, end)
    if not closed:
        environment.found.append(_unclosed(state, start, environment, match))
    token.map = [start, state.line]
    state.push("box_close", "", -1)
    return True


def _read_until_closed(state: StateBlock, first: int, end: int) -> bool:
    """Push what the block holds, up to a bare `:::` at its own place in lists and quotes.

    The loop of markdown-it's `ParserBlock.tokenize`, with that one more way out of it. Return
    whether the block is closed.
    """
    rules = state.md.block.ruler.getRules("")
    parent, state.parentType = state.parentType, "container"
    closed = False
    state.line = state.skipEmptyLines(first)
    while not closed and state.line < end and state.sCount[state.line] >= state.blkIndent:
        line = state.line
        closed = not state.is_code_block(line) and bool(CLOSING.fullmatch(_line(state, line)))
        if closed:
            state.line = line + 1
        else:
            next(rule for rule in rules if rule(state, line, end, False))
            state.line = state.skipEmptyLines(state.line)
    state.parentType = parent
    return closed


def _opening(match: re.Match[str], options: list[OptionLine], line: int) -> Opening:
    rest = match["rest"].strip()
    written = WRITTEN_ID.search(" " + rest)
    if written:
        rest = (" " + rest)[: written.start()].strip()
    identifier = written_id(written) or match["braced_id"] or ""
    return Opening(_word(match), rest, identifier, tuple(options), line)


def written_id(match: re.Match[str] | None) -> str:
    """Return the id in what `WRITTEN_ID` found; an empty one is shown whole, to be refused."""
    return (match["id"].strip() or match["whole"]) if match else ""


def _word(match: re.Match[str]) -> str:
    return match["braced"] or match["bare"] or match["odd"]


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _unclosed(
    state: StateBlock, start: int, environment: Environment, match: re.Match[str]
) -> Diagnostic:
    inside = range(start + 1, state.line)
    heading = next((line for line in inside if _line(state, line).startswith("## ")), None)
    before = "" if heading is None else f" avant le titre de la ligne {environment.number(heading)}"
    return environment.diagnostic(Code.BLO002, start, {"mot": _word(match), "avant": before})


def _options(state: StateBlock, first: int, end: int) -> tuple[list[OptionLine], int]:
    """Return the option lines from `first` on, and the line where the content starts."""
    options: list[OptionLine] = []
    line = first
    while (
        line < end
        and state.sCount[line] >= state.blkIndent
        and (match := OPTION.fullmatch(_line(state, line)))
    ):
        options.append(OptionLine(match["key"], match["value"].strip(), line))
        line += 1
    return options, line


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
