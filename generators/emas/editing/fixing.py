"""Sources mended: what diagnostics offer, ids, then the way things are written.

Nothing but ids and typography changes in what is published. What an error offers may change the
text that is read, since nothing of a file with errors is published; all the rest is tried first,
read again, and left out if the file would not say the same.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from emas.diagnostics import Applicability, Diagnostic, Severity
from emas.editing.corrections import Correction, Group, Kind, SourceText, harmless
from emas.editing.meaning import is_bank, meaning_of
from emas.editing.naming import named_questions
from emas.editing.style_markdown import markdown_style
from emas.editing.style_yaml import yaml_style
from emas.model import Vocabulary
from emas.pipeline import Loaded, load_sources
from emas.readers.adaptations import FOLDER as ADAPTATIONS
from emas.readers.content import CONTENT, is_page
from emas.readers.module import BANK, MODULES, STEP
from emas.readers.paths import FOLDER as PATHS
from emas.readers.plan import FOLDER as PLAN
from emas.readers.sources import Sources
from emas.readers.surveys import FOLDER as SURVEYS

MAX_REPAIRS = 50
"""Rounds of repairs: each shows what the former error hid."""

MAX_ROUNDS = 5
"""Rounds of style: one piece may hide another on the same line."""

TRIED_BYTES = 600_000
"""How much text is read again, for one file, to find which corrections would change it."""


@dataclass(frozen=True, slots=True)
class Left:
    """A correction that was not made: the text that is read would not be the same."""

    path: PurePosixPath
    line: int
    kind: Kind


@dataclass
class Report:
    """What was mended. `files` are those that change, `loaded` is what is read afterwards."""

    loaded: Loaded
    files: dict[PurePosixPath, bytes] = field(default_factory=dict)
    counts: dict[PurePosixPath, Counter[Kind]] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)


def fixed(sources: Sources, modules: Collection[str] = ()) -> Report:
    """Return what to write so that `sources` are mended; of `modules` only, if any is named."""
    return _Fixing(sources, modules).report()


class _Fixing:
    """The sources as they become."""

    def __init__(self, sources: Sources, modules: Collection[str]) -> None:
        self.before = sources
        self.sources = sources
        self.paths = {path for path in sources.files if _is_ours(path, modules)}
        self.counts: dict[PurePosixPath, Counter[Kind]] = {}
        self.loaded = load_sources(sources)

    @property
    def vocabulary(self) -> Vocabulary:
        return self.loaded.catalogue.vocabulary

    def report(self) -> Report:
        self._repair()
        self._name()
        left = [item for path in sorted(self.paths) for item in self._style(path)]
        files = {
            path: self.sources.files[path]
            for path in sorted(self.paths)
            if self.sources.files[path] != self.before.files[path]
        }
        if files:
            self.loaded = load_sources(self.sources)
        counts = {path: self.counts[path] for path in files}
        return Report(self.loaded, files, counts, left)

    def _repair(self) -> None:
        """Apply the edits of diagnostics until none is left."""
        for _ in range(MAX_REPAIRS):
            offered = list(self._offered())
            if not offered:
                return
            for path, items in offered:
                self._change(path, items)
            self.loaded = load_sources(self.sources)

    def _offered(self) -> Iterator[tuple[PurePosixPath, list[Correction]]]:
        """Yield the edits that may be applied, by file, where they change something."""
        for path in sorted(self.paths):
            own = [item for item in self.loaded.diagnostics if _is_offered(item, path)]
            source = _text(self.sources.files[path]) if own else None
            if source is None:
                continue
            edits = [
                (item.severity, source.correction(item.fix.span, item.fix.replacement, Kind.REPAIR))
                for item in own
                if item.fix
            ]
            sure = [edit for severity, edit in edits if severity is Severity.ERROR]
            others = [(edit,) for severity, edit in edits if severity is not Severity.ERROR]
            kept = self._same(path, source, others, _tries(self.sources.files[path]))
            items = [*sure, *(edit for group in kept for edit in group)]
            if source.corrected(items) != self.sources.files[path]:
                yield path, items

    def _name(self) -> None:
        """Give ids to questions, unless an id made of a place is what something else names."""
        errors = _errors(self.loaded)
        former = self.sources
        offered = named_questions(self.sources, self.loaded.diagnostics)
        kept = {path: items for path, items in offered.items() if path in self.paths}
        for path, items in kept.items():
            old = meaning_of(path, former.files[path], self.vocabulary, ids=False)
            new = SourceText(former.files[path]).corrected(items)
            if old and old.is_kept_by(meaning_of(path, new, self.vocabulary, ids=False)):
                self._change(path, items)
        if self.sources is former:
            return
        self.loaded = load_sources(self.sources)
        worse = {home for home, _ in _errors(self.loaded) - errors}
        for path in [path for path in kept if _home(path) in worse]:
            self.sources = _with(self.sources, path, former.files[path])
            self.counts[path][Kind.IDENTIFIER] = 0
        if worse:
            self.loaded = load_sources(self.sources)

    def _style(self, path: PurePosixPath) -> list[Left]:
        """Write a file as it should be, and return what had to be left."""
        left: list[Left] = []
        tries = _tries(self.sources.files[path])
        for _ in range(MAX_ROUNDS):
            source = _text(self.sources.files[path])
            if source is None:
                return []
            groups = list(self._wanted(path, source))
            kept = self._same(path, source, groups, tries)
            refused = sorted({*groups}.difference(kept))
            left = [Left(path, source.line(group[0]), group[0].kind) for group in refused]
            if not kept:
                break
            self._change(path, [item for group in kept for item in group])
        return left

    def _wanted(self, path: PurePosixPath, source: SourceText) -> Iterator[Group]:
        if path.suffix != ".md":
            yield from yaml_style(path, source, self.vocabulary)
            return
        first = 0
        if not is_bank(path):
            lines = source.text.split("\n")
            fences = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
            if len(fences) < 2 or fences[0] != 0:
                return
            yield from yaml_style(path, source, self.vocabulary, last=fences[1])
            first = fences[1] + 1
        yield from markdown_style(path, source, self.vocabulary, first)

    def _same(
        self,
        path: PurePosixPath,
        source: SourceText,
        groups: Sequence[Group],
        tries: Iterator[int],
    ) -> list[Group]:
        """Return the groups after which the file at `path` says the same as before."""
        data = self.sources.files[path]
        old = meaning_of(path, data, self.vocabulary) if groups else None
        if old is None:
            return []
        return harmless(
            source,
            groups,
            lambda new: old.is_kept_by(meaning_of(path, new, self.vocabulary)),
            tries,
        )

    def _change(self, path: PurePosixPath, items: Iterable[Correction]) -> None:
        done = list(items)
        data = SourceText(self.sources.files[path]).corrected(done)
        self.sources = _with(self.sources, path, data)
        self.counts.setdefault(path, Counter()).update(item.kind for item in done)


def _tries(data: bytes) -> Iterator[int]:
    """Return something as often as a file may be read again."""
    return iter(range(max(6, min(200, TRIED_BYTES // max(1, len(data))))))


def _text(data: bytes) -> SourceText | None:
    try:
        return SourceText(data)
    except UnicodeDecodeError:
        return None


def _is_offered(item: Diagnostic, path: PurePosixPath) -> bool:
    fix = item.fix
    return bool(
        fix
        and item.span.path == path
        and fix.span.path == path
        and fix.applicability is Applicability.SAFE
    )


def _with(sources: Sources, path: PurePosixPath, data: bytes) -> Sources:
    return Sources({**sources.files, path: data}, sources.links, sources.unreadable)


def _home(path: PurePosixPath) -> PurePosixPath:
    """Return the folder of the module of `path`, else the file itself."""
    return MODULES / path.parts[1] if path.is_relative_to(MODULES) else path


def _errors(loaded: Loaded) -> Counter[tuple[PurePosixPath, str]]:
    """Return how many errors there are, by module and code."""
    return Counter(
        (_home(item.span.path), str(item.code))
        for item in loaded.diagnostics
        if item.severity is Severity.ERROR
    )


def _is_ours(path: PurePosixPath, modules: Collection[str]) -> bool:
    """Return whether the file at `path` is one that is read, and that is asked for."""
    if path.is_relative_to(MODULES):
        if len(path.parts) < 3 or (modules and path.parts[1] not in modules):
            return False
        inside = PurePosixPath(*path.parts[2:])
        if len(inside.parts) == 1:
            return inside.name in ("module.yml", BANK) or bool(STEP.fullmatch(inside.name))
        return inside == PurePosixPath("media/medias.yml")
    if modules or not path.is_relative_to(CONTENT):
        return False
    if path.suffix == ".md":
        return is_page(path) or path.parent in (SURVEYS, ADAPTATIONS)
    return path.suffix == ".yml" and (
        path.parent in (CONTENT, PLAN, PATHS) or path.name == "medias.yml"
    )
