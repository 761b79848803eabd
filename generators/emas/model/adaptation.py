"""An adaptation that all modules share: written once, shown in modules and on pages of its own."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from emas.diagnostics import Span
from emas.document import Blocks

Change = Callable[[Blocks], Blocks]


@dataclass(frozen=True, slots=True)
class SharedAdaptation:
    """What is written in `content/amenagements/<id>.md`.

    `how` and `avoid` are a list each. Domain, levels, audiences and difficulties are ids of the
    vocabulary, `source` that of a source, or nothing.
    """

    id: str
    title: str
    need: str
    domain: str
    levels: tuple[str, ...]
    audiences: tuple[str, ...]
    difficulties: tuple[str, ...]
    source: str
    intro: Blocks
    how: Blocks
    avoid: Blocks
    measure: Blocks
    plain: Blocks
    span: Span
    source_span: Span

    def texts(self) -> Blocks:
        """Return all its blocks, in reading order."""
        return (*self.intro, *self.how, *self.avoid, *self.measure, *self.plain)

    def with_texts(self, change: Change) -> "SharedAdaptation":
        """Return this adaptation with each of its texts changed, in reading order."""
        return replace(
            self,
            intro=change(self.intro),
            how=change(self.how),
            avoid=change(self.avoid),
            measure=change(self.measure),
            plain=change(self.plain),
        )
