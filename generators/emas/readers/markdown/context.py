"""What the readers of our blocks share while they read one file."""

from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode

from emas.diagnostics import Code, Span
from emas.document import Blocks, Inlines
from emas.model import Question, Vocabulary
from emas.readers.markdown.containers import Opening
from emas.readers.markdown.dialect import parser
from emas.readers.markdown.environment import KEY, Environment
from emas.readers.markdown.ids import Ids
from emas.readers.markdown.inline import InlineReader
from emas.readers.markdown.plain import PlainReader


@dataclass
class Context:
    """One file being read.

    `within` are the words of the blocks around the present one; `goto_lines` tell on which line
    of the file the choice of that span says where it leads.
    """

    environment: Environment
    vocabulary: Vocabulary
    ids: Ids
    plain: PlainReader
    tokens: dict[str, object]
    questions: list[Question] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    goto_lines: dict[Span, int] = field(default_factory=dict)

    def blocks(self, nodes: list[SyntaxTreeNode]) -> Blocks:
        """Return `nodes` as blocks."""
        return self.plain.blocks(nodes)

    def inlines(self, text: str, line: int) -> Inlines:
        """Return `text`, written on `line` (from 0), as inlines."""
        if not text:
            return ()
        (token,) = parser().parseInline(text, {**self.tokens, KEY: self.environment})
        reader = InlineReader(self.environment, line)
        reader.column = max(0, self.environment.lines[line].rfind(text))
        return reader.read(SyntaxTreeNode([token]).children[0].children)

    def report(self, opening: Opening, cause: str, remedy: str) -> None:
        """Note that the content of a block is not what its word asks for."""
        values = {"mot": opening.word, "cause": cause, "remede": remedy}
        self.environment.report(Code.BLO009, opening.line, values)

    def wrong_argument(self, opening: Opening, cause: str, example: str) -> None:
        """Note that what follows the word of a block is not what it asks for."""
        values = {"mot": opening.word, "cause": cause, "exemple": example}
        self.environment.report(Code.BLO006, opening.line, values)
