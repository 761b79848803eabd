"""YAML as a tree of texts that remember their places; nothing is guessed.

Built from parser events, so that nesting is counted instead of recursed into, and that aliases,
tags and second documents are seen. Source: YAML 1.1 as libyaml reads it, restricted.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import yaml

from emas.diagnostics import Code, Diagnostic, Edit, Span, file_start
from emas.readers.source import SourceFile

MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was written; an empty plain value is the empty text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and values in the order of the file."""

    entries: tuple[tuple[Scalar, "YamlNode"], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    items: tuple["YamlNode", ...]
    span: Span


YamlNode = Scalar | MappingNode | SequenceNode
Plain = str | list["Plain"] | dict[str, "Plain"]


class _RefusedError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def read_yaml(
    source: SourceFile, *, first_line: int = 1
) -> tuple[YamlNode | None, list[Diagnostic]]:
    """Return the tree of `source`, or None, with what is wrong.

    `first_line` is the line of the file where the text starts (front matter).
    """
    composer = _Composer(source, first_line - 1)
    try:
        composer.refuse_tabs()
        node = composer.document()
    except _RefusedError as refused:
        return None, [refused.diagnostic]
    except yaml.MarkedYAMLError as error:
        return None, [composer.syntax_error(error)]
    except yaml.YAMLError:  # a reader error: bytes that YAML does not admit
        return None, [Diagnostic(Code.YML001, file_start(source.path), {"cause": ODD})]
    return node, composer.found


class _Composer:
    def __init__(self, source: SourceFile, offset: int) -> None:
        self.source = source
        self.offset = offset
        self.found: list[Diagnostic] = []
        self.events: Iterator[yaml.Event] = iter(())

    def refuse_tabs(self) -> None:
        for number, line in enumerate(self.source.lines):
            indent = line[: len(line) - len(line.lstrip())]
            if line.strip() and "\t" in indent:
                column = indent.index("\t") + 1
                span = self._span_at(number, column - 1, column)
                raise _RefusedError(Diagnostic(Code.YML003, span))

    def document(self) -> YamlNode | None:
        self.events = iter(yaml.parse(self.source.text, Loader=yaml.CSafeLoader))
        node: YamlNode | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise _RefusedError(Diagnostic(Code.YML013, self._span(event)))
                if event.version or event.tags:
                    self._refuse("Une directive « % »", event)
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, 1)
        return node

    def _node(self, event: yaml.Event, depth: int) -> YamlNode:
        if depth > MAX_DEPTH:
            raise _RefusedError(
                Diagnostic(Code.YML011, self._span(event), {"limite": str(MAX_DEPTH)})
            )
        if isinstance(event, yaml.AliasEvent):
            self._refuse(f"L’alias « *{event.anchor} »", event)
        if anchor := getattr(event, "anchor", None):
            self._refuse(f"L’ancre « &{anchor} »", event)
        if tag := getattr(event, "tag", None):
            self._refuse(f"L’étiquette « {tag} »", event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        span = self._span(event)
        if not event.style and event.value.endswith('"') and event.value.count('"') == 1:
            cause = "un guillemet fermé n’a pas été ouvert"
            self.found.append(Diagnostic(Code.YML001, span, {"cause": cause}))
        return Scalar(event.value, span)

    def _sequence(self, start: yaml.Event, depth: int) -> SequenceNode:
        items: list[YamlNode] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return SequenceNode(tuple(items), self._span(start))

    def _mapping(self, start: yaml.Event, depth: int) -> MappingNode:
        entries: list[tuple[Scalar, YamlNode]] = []
        seen: dict[str, int] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                cause = "une clé doit être un simple mot"
                raise _RefusedError(Diagnostic(Code.YML001, key.span, {"cause": cause}))
            if key.text in seen:
                values = {"cle": key.text, "ligne": str(seen[key.text])}
                self.found.append(Diagnostic(Code.YML004, key.span, values))
                continue
            seen[key.text] = key.span.line
            entries.append((key, value))
        return MappingNode(tuple(entries), self._span(start))

    def _refuse(self, what: str, event: yaml.Event) -> None:
        raise _RefusedError(Diagnostic(Code.YML005, self._span(event), {"quoi": what}))

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        assert start is not None  # always set by the C parser
        assert end is not None
        return Span(
            self.source.path,
            start.line + self.offset + 1,
            start.column + 1,
            end.line + self.offset + 1,
            max(end.column, start.column + (end.line == start.line)) + 1,
        )

    def _span_at(self, line: int, start: int, end: int) -> Span:
        number = line + self.offset + 1
        return Span(self.source.path, number, start + 1, number, end + 1)

    def syntax_error(self, error: yaml.MarkedYAMLError) -> Diagnostic:
        """Return the diagnostic of what libyaml refused, with the « : » trap told apart."""
        mark = error.problem_mark or error.context_mark
        if mark is None:
            return Diagnostic(Code.YML001, file_start(self.source.path), {"cause": ODD})
        lines = self.source.lines
        index = min(mark.line, len(lines) - 1)
        problem = error.problem or ""
        if opened := _open_quote(lines, index):
            span = self._span_at(opened[0], opened[1], len(lines[opened[0]]))
            return Diagnostic(Code.YML001, span, {"cause": UNCLOSED_QUOTE})
        if index > 0 and problem.startswith("mapping values") and ":" not in lines[index - 1]:
            index, problem = index - 1, "could not find expected ':'"
            column = len(lines[index]) - len(lines[index].lstrip())
        elif index > 0 and (problem.startswith(LATE) or not lines[index].strip()):
            index, column = self._line_at_fault(error, index)
        else:
            column = mark.column
        line = lines[index]
        span = self._span_at(index, min(column, len(line)), min(column, len(line)) + 1)
        if colon := _colon_trap(line):
            start, value = colon
            trap = self._span_at(index, start, start + len(value))
            quoted = json.dumps(value, ensure_ascii=False)
            sure = " #" not in value and not _goes_on(lines, index)
            fix = Edit(trap, quoted) if sure else None
            return Diagnostic(Code.YML002, trap, {"exemple": f'"{value}"'}, fix)
        return Diagnostic(Code.YML001, span, {"cause": _french(problem)})

    def _line_at_fault(self, error: yaml.MarkedYAMLError, index: int) -> tuple[int, int]:
        """Return where the author's slip is when libyaml only notices it further down."""
        context = error.context_mark
        known = any(word in (error.context or "") for word in LATE_CONTEXTS)
        if context is not None and known and context.line < len(self.source.lines):
            return context.line, context.column
        while index > 0 and not self.source.lines[index].strip():
            index -= 1
        return index, len(self.source.lines[index]) - len(self.source.lines[index].lstrip())


OPEN_QUOTE = re.compile(
    r"""(?:(?:^|:|-)[ ]+|[\[{,][ ]*)(?P<quoted>"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$"""
)


def _open_quote(lines: list[str], refused: int) -> tuple[int, int] | None:
    """Return where a quoted value starts that is closed by the next quote, on line `refused`.

    libyaml takes all that stands between for one value, and complains of what follows it.
    """
    for number, line in enumerate(lines[:refused]):
        if match := OPEN_QUOTE.search(line):
            quote = match["quoted"][0]
            closing = next((n for n in range(number + 1, len(lines)) if quote in lines[n]), None)
            if closing == refused:
                return number, match.start("quoted")
    return None


IN_BRACES = re.compile(r"[\s-]*(?:[\w-]+:\s+)?[\[{]")
FLOW_TRAP = re.compile(r"[{,]\s*[\w-]+:\s+(?P<value>[^\s,{}\[\]\"'][^,{}\[\]\"]*?\s:\s[^,{}\[\]]*)")


def _colon_trap(line: str) -> tuple[int, str] | None:
    """Return where an unquoted value holding « : » starts, and that value.

    Between braces, « : » is taken for a slip of punctuation only with a space before it, as in
    French: without, a comma is missing.
    """
    if IN_BRACES.match(line):
        match = FLOW_TRAP.search(line)
        return (match.start("value"), match["value"].rstrip()) if match else None
    key, separator, rest = line.partition(": ")
    value = rest.strip()
    if not separator or value[:1] in ("", '"', "'", "{", "[", "|", ">", "#"):
        return None
    if ": " not in value and not value.endswith(":"):
        return None
    return len(key) + 2 + len(rest) - len(rest.lstrip()), value


def _goes_on(lines: list[str], index: int) -> bool:
    """Return whether the value of a line may go on below: what is there is further in."""
    own = len(lines[index]) - len(lines[index].lstrip(" -"))
    following = next((line for line in lines[index + 1 :] if line.strip()), "")
    return len(following) - len(following.lstrip()) > own


ODD = "une écriture inattendue"
UNCLOSED_QUOTE = "un guillemet ouvert n’est pas fermé"

# libyaml reports these where the next token starts, often a line too far.
LATE = ("found unexpected end of stream", "could not find expected ':'", "did not find expected")

# In these, it says where they began: there the slip is.
LATE_CONTEXTS = ("quoted scalar", "simple key", "flow")

FRENCH: Mapping[str, str] = {
    "mapping values are not allowed": "un « : » de trop, ou un retrait différent des lignes"
    " voisines",
    "found unexpected end of stream": UNCLOSED_QUOTE,
    "could not find expected ':'": "il manque « : » après la clé",
    "did not find expected ',' or '}'": "il manque une virgule ou « } »",
    "did not find expected ',' or ']'": "il manque une virgule ou « ] »",
    "did not find expected '-' indicator": "il manque « - » au début d’un élément de liste",
    "did not find expected key": "le retrait n’est pas celui des lignes voisines, ou un guillemet"
    " est mal fermé",
    "did not find expected node content": "il manque une valeur",
    "block sequence entries are not allowed": "« - » n’est pas admis ici",
    "found character that cannot start any token": "un signe ne peut pas commencer une valeur :"
    " mettez-la entre guillemets",
    "found unknown escape character": "une barre oblique inverse dans des guillemets doubles :"
    " utilisez des guillemets simples",
    "did not find expected <document start>": "une ligne n’a pas la forme « clé : valeur »",
}


def _french(problem: str) -> str:
    for english, french in FRENCH.items():
        if problem.startswith(english):
            return french
    return ODD


def plain(node: YamlNode) -> Plain:
    """Return `node` as texts, lists and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case SequenceNode():
            return [plain(item) for item in node.items]
        case MappingNode():
            return {key.text: plain(value) for key, value in node.entries}


def under(key: Scalar, value: YamlNode) -> YamlNode:
    """Return `value`, which speaks of itself from `key` when it starts further down, or nowhere."""
    if isinstance(value, MappingNode) or (isinstance(value, Scalar) and not value.text):
        return replace(value, span=key.span)
    return value


def span_at(node: YamlNode, location: tuple[int | str, ...], *, of_key: bool = False) -> Span:
    """Return the span of the deepest part of `location` that was really written.

    Steps that are not in the file (a missing key, a tag that pydantic adds) are skipped. With
    `of_key`, the span is that of the key when the last step is a key of the file.
    """
    span = node.span
    for step in location:
        if isinstance(node, MappingNode):
            for key, value in node.entries:
                if key.text == step:
                    node, span = value, key.span if of_key else value.span
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            span = node.span
    return span
