"""All values of a project, without any path."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from emas.diagnostics import Span
from emas.document import Blocks, Medium
from emas.model.adaptation import SharedAdaptation
from emas.model.module import Media, Module
from emas.model.path import LearningPath
from emas.model.plan import Plan
from emas.model.reference import Charter, Source, Team, Term, Vocabulary
from emas.model.running_order import RunningOrder
from emas.model.survey import Survey
from emas.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Page:
    """A page written by hand; `uri` is its place, as « a-propos.md », « guide/ecrire.md »."""

    uri: str
    title: str
    blocks: Blocks
    media: Mapping[str, Media]
    span: Span


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A project that could be read. A module with errors is not in it.

    `unread` are the texts that exist and could not be read: a link to one is not broken. `dated` is
    the date of the whole project, when this is only a part of it.
    """

    team: Team
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    glossary: Mapping[str, Term]
    modules: tuple[Module, ...]
    pages: tuple[Page, ...]
    plans: tuple[Plan, ...] = ()
    surveys: tuple[Survey, ...] = ()
    adaptations: tuple[SharedAdaptation, ...] = ()
    paths: tuple[LearningPath, ...] = ()
    wording: Wording | None = None
    unread: frozenset[PurePosixPath] = frozenset()
    dated: date | None = None
    charter: Charter = field(default_factory=Charter)

    def module(self, identifier: str) -> Module:
        """Return the module of that id. Raises KeyError if there is none."""
        return {module.id: module for module in self.modules}[identifier]


@dataclass(frozen=True, slots=True)
class Variant:
    """Who an output is for, and for how long.

    No audience or level means everybody: conditional parts are kept and labelled. The length is
    that of the full session, of the short version, or `minutes` (never both). `plain` asks for
    the plain words that authors wrote beside some texts.
    """

    audience: str | None = None
    level: str | None = None
    short: bool = False
    minutes: int | None = None
    plain: bool = False

    @property
    def suffix(self) -> str:
        """The end of the file names: « --aesh--college--courte », « --duree-120 », or nothing."""
        length = f"duree-{self.minutes}" if self.minutes else "courte" if self.short else None
        return "".join(f"--{name}" for name in (self.audience, self.level, length) if name)


@dataclass(frozen=True, slots=True)
class Edition:
    """One module ready for one medium: selected, spaced, its terms and citations resolved.

    `citations` are the sources in the order of their numbers (the first has number 1), `terms`
    the glossary entries used, in alphabetical order. `as_of` is the date printed on outputs. The
    durations of `module` are those of `running_order`.
    """

    module: Module
    medium: Medium
    variant: Variant
    team: Team
    vocabulary: Vocabulary
    citations: tuple[Source, ...]
    terms: tuple[Term, ...]
    as_of: date
    running_order: RunningOrder = field(default_factory=RunningOrder)
