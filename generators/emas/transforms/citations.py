"""Citations: their numbers, and how far each fact is proved."""

from collections.abc import Mapping
from dataclasses import replace

from emas.document import Blocks, Citation, FactState, Node, rewrite
from emas.model import Reading, Source

STATES: Mapping[Reading, FactState] = {
    Reading.PRIMARY: FactState.VERIFIED,
    Reading.SECONDARY: FactState.SECONDARY,
    Reading.UNREAD: FactState.UNCONFIRMED,
}


class Numbers:
    """Numbers the sources of one page or document, from 1, in the order they are cited."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self._numbers: dict[str, int] = {}

    @property
    def cited(self) -> tuple[Source, ...]:
        """The sources that have a number, in its order."""
        return tuple(self.sources[identifier] for identifier in self._numbers)

    def cite(self, identifier: str) -> None:
        """Give a number to a source that is named outside running text."""
        if identifier in self.sources:
            self._numbers.setdefault(identifier, len(self._numbers) + 1)

    def resolve(self, blocks: Blocks) -> Blocks:
        """Return `blocks` with the number and the state of each citation."""
        return rewrite(blocks, self._visit)

    def _visit(self, node: Node) -> tuple[Node, ...]:
        if not isinstance(node, Citation):
            return (node,)
        self.cite(node.source)
        state = STATES[self.sources[node.source].reading]
        if node.unconfirmed:
            state = FactState.UNCONFIRMED
        return (replace(node, number=self._numbers[node.source], state=state),)
