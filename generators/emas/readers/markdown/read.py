"""One file of Markdown, read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from emas import memory
from emas.diagnostics import Code, Diagnostic
from emas.document import Blocks, Footnote, FootnoteRef, Node, Text, rewrite, walk
from emas.model import Question, Vocabulary
from emas.readers.markdown.boxes import read_box
from emas.readers.markdown.context import Context
from emas.readers.markdown.dialect import parser
from emas.readers.markdown.environment import KEY, Environment
from emas.readers.markdown.ids import Ids
from emas.readers.markdown.plain import PlainReader
from emas.readers.source import SourceFile

MAX_INLINE_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Read:
    """What a file of Markdown says. `QuestionRef`s among the blocks point to `questions`."""

    blocks: Blocks
    questions: tuple[Question, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_markdown(
    source: SourceFile, vocabulary: Vocabulary, *, prefix: str, offset: int = 0
) -> Read:
    """Return the blocks and questions of `source`.

    `prefix` starts the ids made from places (the step's id); `offset` is the number of lines of
    the file that come before the text (front matter).
    """
    with memory.held():
        return _read(source, vocabulary, prefix, offset)


def _read(source: SourceFile, vocabulary: Vocabulary, prefix: str, offset: int) -> Read:
    environment = Environment(source.path, source.lines, offset)
    env: dict[str, Any] = {KEY: environment}
    tokens = parser().parse(source.text, env)
    _limit_inline_depth(tokens, environment)
    ids = Ids(prefix)
    plain = PlainReader(environment, ids, lambda node: read_box(context, node))
    references = {"references": env.get("references", {}), "footnotes": env.get("footnotes", {})}
    context = Context(environment, vocabulary, ids, plain, references)
    blocks = plain.blocks(SyntaxTreeNode(tokens).children)
    questions = tuple(context.questions)
    everything = [*blocks, *(node for question in questions for node in question.texts())]
    found = [
        *environment.found,
        *ids.found,
        *_definitions(environment, env, tokens),
        *_footnotes(everything),
    ]
    joined = tuple(question.with_texts(_joined) for question in questions)
    return Read(_joined(blocks), joined, tuple(found))


def _joined(blocks: Blocks) -> Blocks:
    return rewrite(blocks, _join_lines)


def _join_lines(node: Node) -> tuple[Node, ...]:
    """Return `node` with its soft breaks as spaces."""
    if isinstance(node, Text) and "\n" in node.text:
        return (Text(node.text.replace("\n", " "), node.span),)
    return (node,)


def _limit_inline_depth(tokens: list[Token], environment: Environment) -> None:
    """Drop marks nested past the limit, keeping their text: the tree is read by recursion."""
    for token in tokens:
        if token.type != "inline" or not token.children:
            continue
        kept: list[Token] = []
        depth = 0
        for child in token.children:
            depth += max(child.nesting, 0)
            if not child.nesting or depth <= MAX_INLINE_DEPTH:
                kept.append(child)
            depth += min(child.nesting, 0)
        if len(kept) != len(token.children):
            token.children = kept
            line = (token.map or [0])[0]
            environment.report(Code.BLO007, line, {"limite": str(MAX_INLINE_DEPTH)})


def _definitions(
    environment: Environment, env: dict[str, Any], tokens: list[Token]
) -> list[Diagnostic]:
    """Return a diagnostic for each link definition that is unused or given twice."""
    used = {
        child.meta["label"]
        for token in _all_tokens(tokens)
        for child in [token]
        if child.type in ("link_open", "image") and "label" in child.meta
    }
    found: list[Diagnostic] = []
    references: dict[str, dict[str, Any]] = env.get("references", {})
    for label, definition in references.items():
        if label not in used:
            span = environment.lines_span(*definition["map"])
            found.append(Diagnostic(Code.MD003, span, {"nom": label.lower()}))
    for definition in env.get("duplicate_refs", ()):
        first = references[definition["label"]]["map"][0]
        values = {"nom": definition["label"].lower(), "ligne": str(environment.number(first))}
        span = environment.lines_span(*definition["map"])
        found.append(Diagnostic(Code.MD008, span, values))
    return found


def _all_tokens(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from _all_tokens(token.children or ())


def _footnotes(nodes: Iterable[Node]) -> list[Diagnostic]:
    """Return a diagnostic for each note without text, unused, or written twice."""
    defined: dict[str, Footnote] = {}
    called: dict[str, FootnoteRef] = {}
    found: list[Diagnostic] = []
    for node in walk(nodes):
        if isinstance(node, FootnoteRef):
            called.setdefault(node.label, node)
        elif isinstance(node, Footnote) and node.label in defined:
            line = str(defined[node.label].span.line)
            found.append(
                Diagnostic(Code.MD008, node.span, {"nom": f"^{node.label}", "ligne": line})
            )
        elif isinstance(node, Footnote):
            defined[node.label] = node
    for label, ref in called.items():
        if label not in defined:
            found.append(Diagnostic(Code.MD004, ref.span, {"nom": label}))
    for label, footnote in defined.items():
        if label not in called:
            found.append(Diagnostic(Code.MD003, footnote.span, {"nom": f"^{label}"}))
    return found
