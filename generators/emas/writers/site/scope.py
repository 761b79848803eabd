"""What the text of a page needs to know in order to be written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from emas.document import Decision
from emas.model import Media, Question, Source, Team, Term, Vocabulary
from emas.theme import Kind, Theme


@dataclass(frozen=True, slots=True)
class Scope:
    """The page being written, and what its text refers to.

    `assessment` is the one whose page this is, if any.
    `session` tells that a participant of a session answers on the page.
    `platform` tells that the page is in a package for a learning platform.
    `still` is where nothing may be clicked: inside what is itself a button, or in a heading.
    """

    uri: str
    theme: Theme
    team: Team
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    glossary: Mapping[str, Term]
    media: Mapping[str, Media] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    still: bool = False
    assessment: str = ""
    session: bool = False
    platform: bool = False

    def word(self, kind: Kind) -> str:
        """Return the French word of a kind of content."""
        return self.theme.kinds[kind].word
