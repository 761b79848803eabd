"""What must be made, and the only code that writes to `build/`."""

import re
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from emas import cache, files, install, memory, pipeline, processes, theme
from emas.adapters.configuration import reads_elsewhere
from emas.cache import Key, Keys, Record
from emas.diagnostics import Code, Diagnostic, file_start, has_errors
from emas.jobs import USUAL, Job, Made, OutputError
from emas.jobs import Target as Target
from emas.lastgood import last_good_modules, remember
from emas.model import Catalogue, RunningOrder, Variant, asking, planned
from emas.pipeline import Loaded
from emas.processes import Result
from emas.project import Project
from emas.readers.module import MODULES
from emas.records.noted import note_closed
from emas.theme import Theme
from emas.transforms.spacing import spaced
from emas.writers import tracking

if TYPE_CHECKING:  # the engines take a second to import, and often nothing is to be made
    from emas.writers.lms.h5p.semantics import Libraries


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks to build; no module named means all of them.

    `libraries` are the fields of H5P content types to compare packages with (see `libraries.py`),
    `session` is that of the plan whose print pack the first page of a stick names.
    """

    targets: tuple[Target, ...] = USUAL
    modules: tuple[str, ...] = ()
    variant: Variant = field(default_factory=Variant)
    libraries: "Libraries" = field(default_factory=dict)
    session: str = ""


@dataclass
class Built:
    """What a build made: sizes in bytes by path from the root, and what there is to say.

    `kept` are the files that were up to date, `held` those that could not be replaced, `orders`
    the running orders, by the id of their module.
    """

    sizes: dict[PurePosixPath, int] = field(default_factory=dict)
    kept: set[PurePosixPath] = field(default_factory=set)
    held: set[PurePosixPath] = field(default_factory=set)
    orders: dict[str, RunningOrder] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


Progress = Callable[[str], None]
"""Told of each piece of work when it begins."""

DOCUMENTS = (Target.SLIDES, Target.HANDOUTS, Target.PLATFORMS)
"""What is made of each module; the rest concerns the whole project."""

MKDOCS = (Target.PLATFORMS, Target.SITE)
"""What MkDocs has a hand in."""

MOST_WAITING = 4_000_000
"""Bytes of documents that wait in memory to be put in place together, seven times as much."""


def steps(loaded: Loaded, request: Request) -> int:
    """Return how many pieces of work `build` will tell of."""
    documents = sum(target in DOCUMENTS for target in request.targets)
    return documents * len(_wanted(loaded, request)) + len(set(PROJECT) & set(request.targets))


def build(
    project: Project, loaded: Loaded, request: Request, progress: Progress = lambda _: None
) -> Built:
    """Make what `request` asks for, but for what is up to date.

    A module with errors keeps its last good outputs; nothing is made when an error concerns the
    whole project. The site comes last, since it offers the decks and the booklets. What the disk
    or MkDocs refuses is told, and leaves the former outputs. The caller has its `turn`.

    Raises:
        theme.ThemeError: if the theme of the project cannot be used.
    """
    built = Built()
    with _told(built, PurePosixPath("build")):
        _tell(built, install.recover(project))
    if loaded.unusable or has_errors(built.diagnostics):
        return built
    with _told(built, PurePosixPath("donnees")):
        note_closed(project, loaded.catalogue)
    look = theme.read(project.theme)
    work = Work(project, loaded, request, look, cache.keys(project, loaded), built, progress)
    _build_documents(work)
    for target in (target for target in PROJECT if target in request.targets):
        with _told(built, PurePosixPath("build") / target):
            progress(target)
            _build_whole(work, target)
    return built


@dataclass(frozen=True, slots=True)
class Work:
    """All that a build knows, and `built`, what it made so far."""

    project: Project
    loaded: Loaded
    request: Request
    look: Theme
    keys: Keys
    built: Built
    progress: Progress

    def is_kept(self, target: Target) -> bool:
        """Return whether what is made for `target` may be kept as long as no key changes."""
        return target not in MKDOCS or not reads_elsewhere(self.project)


@contextmanager
def _told(built: Built, output: PurePosixPath) -> Iterator[None]:
    """Turn what prevents an output into a diagnostic, told once."""
    try:
        yield
    except (OSError, OutputError) as error:
        reason = files.cause(error) if isinstance(error, OSError) else str(error)
        values = {"sortie": str(output), "cause": reason}
        problem = Diagnostic(Code.SOR001, file_start(output), values)
        if problem not in built.diagnostics:
            built.diagnostics.append(problem)


def _wanted(loaded: Loaded, request: Request) -> list[str]:
    every = [module.id for module in loaded.catalogue.modules]
    return [module for module in every if not request.modules or module in request.modules]


# The documents of each module


@dataclass(frozen=True, slots=True)
class _Piece:
    """The documents of one module for one target, and their record if they are up to date."""

    job: Job
    key: Key
    obstacle: Diagnostic | None
    record: Record | None = None

    @property
    def label(self) -> str:
        """The name of its documents: « autisme--aesh »."""
        return f"{self.job.module}{self.job.variant.suffix}"


@dataclass(slots=True)
class _Batch:
    """Documents that wait to be put in place together, all or none, and those that stay."""

    target: Target
    made: list[tuple[_Piece, Made]] = field(default_factory=list)
    kept: list[Record] = field(default_factory=list)
    whole: set[str] = field(default_factory=set)
    """The modules of which every document could be made, now or before."""

    def outputs(self) -> dict[PurePosixPath, bytes]:
        """Return the files to put in place, by their path in the folder of the target."""
        return {path: data for _, made in self.made for path, data in made.written.files.items()}

    def standing(self) -> Iterator[PurePosixPath]:
        """Yield the files that there must be in the end, by the same path."""
        yield from self.outputs()
        for record in self.kept:
            yield from (PurePosixPath(*path.parts[2:]) for path in record.files)


def _build_documents(work: Work) -> None:
    """Make the documents asked for, and put them in place; note what there is to say of them."""
    with memory.kept():  # what was read stays: it is not looked at after each document
        pieces = list(_pieces(work))
    stale = [piece.job for piece in pieces if piece.record is None and piece.obstacle is None]
    with closing(processes.results(stale)) as results:
        for target, of_target in groupby(pieces, key=lambda piece: piece.job.target):
            batch = _Batch(target)
            for piece in of_target:
                work.progress(f"{target} : {piece.job.module}")
                with _told(work.built, PurePosixPath("build") / target):
                    _add(work, batch, piece, results)
                    if sum(map(len, batch.outputs().values())) > MOST_WAITING:
                        _put_in_place(work, batch)
                        batch = _Batch(target)
            with _told(work.built, PurePosixPath("build") / target):
                _put_in_place(work, batch)


def _pieces(work: Work) -> Iterator[_Piece]:
    """Yield what is asked for, in the order in which it is told, with what is up to date."""
    catalogue, noted = work.loaded.catalogue, install.noted(work.project)
    for target in (target for target in DOCUMENTS if target in work.request.targets):
        kept = work.is_kept(target) and not work.request.libraries
        for name in _wanted(work.loaded, work.request):
            weight = work.keys.weights[MODULES / name]
            seen = pipeline.around(catalogue, name)
            job = Job(work.project, target, seen, name, work.request.variant, work.look, weight)
            piece = _Piece(
                job, cache.document_key(work.keys, job), pipeline.obstacle(seen, name, job.variant)
            )
            if kept:
                record = cache.up_to_date(work.project, target, piece.label, piece.key, noted)
                piece = replace(piece, record=record)
            yield piece


def _add(work: Work, batch: _Batch, piece: _Piece, results: Iterator[Result]) -> None:
    """Add to `batch` what there is of `piece`, and note what there is to say of it."""
    built, module = work.built, piece.job.module
    if piece.obstacle:
        if piece.obstacle not in built.diagnostics:  # the decks said so, for the booklets too
            built.diagnostics.append(piece.obstacle)
        return
    if piece.record:
        batch.kept.append(piece.record)
        batch.whole.add(module)
        built.kept |= piece.record.files.keys()
        built.orders[module] = piece.record.order
        built.diagnostics += piece.record.diagnostics
        return
    made = next(results)()
    batch.made.append((piece, made))
    built.orders[module] = made.order
    built.diagnostics += made.written.diagnostics
    built.diagnostics += _compared(made, piece.job, work.request)
    if not has_errors(made.written.diagnostics):
        batch.whole.add(module)


def _compared(made: Made, job: Job, request: Request) -> Iterator[Diagnostic]:
    """Yield what the libraries of `request` would refuse or change of the packages written."""
    if not request.libraries:
        return
    from emas.writers.lms import checked  # as above

    module = job.catalogue.module(job.module)
    for path, data in made.written.files.items():
        if path.suffix == ".h5p":
            yield from checked(data, path.name, module.span, request.libraries)


def _put_in_place(work: Work, batch: _Batch) -> None:
    """Install what was made, then remember of what."""
    _install(work, batch.target, batch.outputs(), tuple(_gone(work, batch)))
    noted = install.noted(work.project) if batch.made else {}
    records: dict[str, Record] = {}
    for piece, made in batch.made:
        if piece.job.module in batch.whole:
            paths = {_PLACE / batch.target / path for path in made.written.files}
            if paths & work.built.held:
                continue
            hashes = {path: noted[str(path)] for path in sorted(paths)}
            records[piece.label] = Record(piece.key, hashes, made.written.diagnostics, made.order)
    _remember(work, batch.target, records)


def _gone(work: Work, batch: _Batch) -> Iterator[PurePosixPath]:
    """Yield the outputs of modules that the project no longer has.

    Also those that a module made whole no longer gives: it has no plain words any more.
    """
    present = {module.id for module in work.loaded.catalogue.modules} | work.loaded.broken
    standing = set(batch.standing())
    complete = {path.parent for path in standing if batch.whole & set(_owners(path.parts[0]))}
    folder = f"build/{batch.target}/"
    for noted in install.noted(work.project):
        if noted.startswith(folder):
            path = PurePosixPath(noted.removeprefix(folder))
            forgotten = len(path.parts) > 1 and path.parent in complete and path not in standing
            if forgotten or present.isdisjoint(_owners(path.parts[0])):
                yield path


def _owners(name: str) -> Iterator[str]:
    """Yield the modules that an output of that name may be of: « a--b.pptx », « a--b », « a »."""
    yield name
    for end in re.finditer(r"\.|--", name):
        yield name[: end.start()]


# What concerns the whole project

WHOLE = "tout"
"""The name of its record."""


def _build_whole(work: Work, target: Target) -> None:
    """Make what is made for `target` of the whole project, if it is not up to date."""
    project = work.project
    if target is Target.SITE:
        remember(project, work.loaded)
    key = cache.project_key(work.keys, project, target, work.loaded, work.request.session)
    noted = install.noted(project)
    record = cache.up_to_date(project, target, WHOLE, key, noted) if work.is_kept(target) else None
    if record and record.files.keys() == _of(target, noted).keys():
        work.built.kept |= record.files.keys()
        work.built.diagnostics += record.diagnostics
        return
    told = PROJECT[target](work)
    work.built.diagnostics += told
    made = Record(key, _of(target, install.noted(project)), told)
    if made.files.keys().isdisjoint(work.built.held):
        _remember(work, target, {WHOLE: made})


Told = tuple[Diagnostic, ...]


def _build_supports(work: Work) -> Told:
    """Make the paper of the whole project; the site offers it."""
    from emas.writers.supports import adaptations, visual  # as above

    ready = spaced(work.loaded.catalogue)
    dated = pipeline.as_of(ready)
    made = [
        written
        for writer in (visual.write, adaptations.write)
        for written in writer(ready, dated, work.look)
    ]
    files = {path: data for written in made for path, data in written.files.items()}
    told = tuple(problem for written in made for problem in written.diagnostics)
    former = _of(Target.SUPPORTS, install.noted(work.project))
    inside = {path.relative_to(_PLACE / Target.SUPPORTS) for path in former}
    _install(work, Target.SUPPORTS, files, set() if has_errors(told) else inside - files.keys())
    return told


def _build_site(work: Work) -> Told:
    """Make the site, as files on the disk: it holds a copy of each document."""
    from emas.adapters import mkdocs_site  # as above

    folder = install.staging(work.project) / "site"
    try:
        mkdocs_site.write(work.project, _with_last_good(work), folder)
        found = (path for path in sorted(folder.rglob("*")) if path.is_file())
        outputs = {PurePosixPath(path.relative_to(folder).as_posix()): path for path in found}
        former = _of(Target.SITE, install.noted(work.project))
        inside = {path.relative_to(_PLACE / Target.SITE) for path in former}
        _install(work, Target.SITE, outputs, inside - outputs.keys())
    finally:
        shutil.rmtree(install.staging(work.project), ignore_errors=True)
    return ()


def _build_tracking(work: Work) -> Told:
    """Write what the tracking service reads; a project without sessions has nothing to track."""
    catalogue = _with_last_good(work)
    readable = {module.id for module in catalogue.modules}
    ready = pipeline.on_paper(catalogue)
    every = planned(ready.plans)
    sessions = [
        (item, asking(ready, item)) for item in every if readable >= set(item.training.modules)
    ]
    written = tracking.write(sessions, every, ready.team, ready.vocabulary)
    outputs = written.files if sessions else {}
    _install(work, Target.TRACKING, outputs, () if sessions else (tracking.PATH,))
    return ()


def _build_stick(work: Work) -> Told:
    """Copy what was built, with a first page and checksums; it comes after all the rest."""
    from emas import stick  # as above

    catalogue, asked = _with_last_good(work), work.request.session
    session = next((one for one in planned(catalogue.plans) if one.session.id == asked), None)
    try:
        made = stick.make(work.project, catalogue, work.look, session)
        former = _of(Target.STICK, install.noted(work.project))
        inside = {path.relative_to(_PLACE / Target.STICK) for path in former}
        _install(work, Target.STICK, made.outputs, inside - made.standing)
    finally:
        shutil.rmtree(install.staging(work.project), ignore_errors=True)
    return made.diagnostics


PROJECT: Mapping[Target, Callable[[Work], Told]] = {
    Target.SUPPORTS: _build_supports,
    Target.SITE: _build_site,
    Target.TRACKING: _build_tracking,
    Target.STICK: _build_stick,
}


def _with_last_good(work: Work) -> Catalogue:
    """Return the catalogue, with the last good state of each broken module."""
    kept = last_good_modules(work.project, work.loaded)
    modules = sorted((*work.loaded.catalogue.modules, *kept), key=lambda module: module.id)
    return replace(work.loaded.catalogue, modules=tuple(modules))


# Putting in place

_PLACE = PurePosixPath("build")


def _of(target: Target, noted: install.Hashes) -> dict[PurePosixPath, str]:
    """Return what is noted of the outputs of `target`, by their path from the root."""
    prefix = f"{_PLACE / target}/"
    return {PurePosixPath(name): made for name, made in noted.items() if name.startswith(prefix)}


def _install(
    work: Work,
    target: Target,
    outputs: Mapping[PurePosixPath, bytes | Path],
    obsolete: Collection[PurePosixPath],
) -> None:
    if not outputs and not obsolete:
        return
    sizes = {
        _PLACE / target / path: data.stat().st_size if isinstance(data, Path) else len(data)
        for path, data in outputs.items()
    }
    edited = target in (
        *DOCUMENTS,
        Target.SUPPORTS,
        Target.STICK,
    )  # nobody edits a page of the site by hand
    placed = install.install(work.project, target, outputs, obsolete, keep_edited=edited)
    work.built.sizes |= {path: size for path, size in sizes.items() if path not in placed.held}
    _tell(work.built, placed)


def _tell(built: Built, placed: install.Placed) -> None:
    for path, copy in placed.kept.items():
        values = {"sortie": str(path), "copie": copy.name}
        built.diagnostics.append(Diagnostic(Code.SOR002, file_start(path), values))
    for path in placed.held:
        built.held.add(path)
        built.diagnostics.append(Diagnostic(Code.SOR006, file_start(path), {"sortie": str(path)}))


def _remember(work: Work, target: Target, records: Mapping[str, Record]) -> None:
    """Write down what was made, unless the theme or the program changed meanwhile."""
    if not records or not work.is_kept(target):
        return
    if cache.surroundings(work.project) == work.keys.around:
        for name, record in records.items():
            cache.remember(work.project, target, name, record)
