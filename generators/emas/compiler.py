"""What must be made, and the only code that writes to `build/`."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePosixPath

from emas import files, install, pipeline, theme
from emas.adapters import mkdocs_site
from emas.adapters.mkdocs_site import SiteError
from emas.diagnostics import Code, Diagnostic, file_start, has_errors
from emas.document import Medium
from emas.lastgood import last_good_modules, remember
from emas.model import Catalogue, Module, RunningOrder, Variant, asking, planned
from emas.pipeline import Loaded
from emas.project import Project
from emas.records.noted import note_closed
from emas.theme import Theme
from emas.writers import handouts, htmldeck, lms, slides, tracking
from emas.writers.lms.h5p.semantics import Libraries
from emas.writers.written import Written


class Target(StrEnum):
    """What can be built; the value is the folder of `build/` and the author's word."""

    SLIDES = "diapos"
    HANDOUTS = "livrets"
    PLATFORMS = "lms"
    SITE = "site"
    TRACKING = "suivi"


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks to build; no module named means all of them.

    `libraries` are the fields of H5P content types to compare packages with (see `libraries.py`).
    """

    targets: tuple[Target, ...] = tuple(Target)
    modules: tuple[str, ...] = ()
    variant: Variant = field(default_factory=Variant)
    libraries: Libraries = field(default_factory=dict)


@dataclass
class Built:
    """What a build made: sizes in bytes by path from the root, and what there is to say.

    `orders` are the running orders, by the id of their module.
    """

    sizes: dict[PurePosixPath, int] = field(default_factory=dict)
    orders: dict[str, RunningOrder] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


Progress = Callable[[str], None]
"""Told of each piece of work when it begins."""

Write = Callable[[Project, Catalogue, str, Variant, Theme], tuple[Written, RunningOrder]]


def _deck(
    _: Project, catalogue: Catalogue, module: str, variant: Variant, look: Theme
) -> tuple[Written, RunningOrder]:
    """Return the deck, as slides to edit and as one page for browsers."""
    edition = pipeline.prepare(catalogue, module, Medium.SLIDES, variant)
    both = slides.write(edition, look), htmldeck.write(edition, look)
    files = {name: data for written in both for name, data in written.files.items()}
    said = tuple(problem for written in both for problem in written.diagnostics)
    return Written(files, said), edition.running_order


def _handouts(
    _: Project, catalogue: Catalogue, module: str, variant: Variant, look: Theme
) -> tuple[Written, RunningOrder]:
    """Return all that is printed; the guide names the slides of the deck by number."""
    wanted = [
        (Medium.SLIDES, variant),
        (Medium.PAPER, variant),
        (Medium.PAPER, replace(variant, plain=True)),
        (Medium.GUIDE, variant),
    ]
    deck, booklet, plain, guide = pipeline.editions(catalogue, module, wanted)
    session = handouts.Session(
        slides.projected(deck, look),
        pipeline.shorter_sessions(deck),
        pipeline.quizzes(catalogue, module, variant),
        pipeline.prerequisites(catalogue, module),
        pipeline.sessions_of(catalogue, module),
    )
    written = handouts.write_all(handouts.Texts(booklet, plain, guide), session, look)
    return written, guide.running_order


def _platforms(
    project: Project, catalogue: Catalogue, module: str, _: Variant, look: Theme
) -> tuple[Written, RunningOrder]:
    """Return what learning platforms import: the same for all, like the site.

    Raises:
        SiteError: if MkDocs refuses a page of the module.
    """
    edition = pipeline.platform_edition(catalogue, module)
    alone = replace(catalogue, modules=(catalogue.module(module),))
    written = lms.write(edition, look, mkdocs_site.pack(project, alone))
    return written, edition.running_order


DOCUMENTS: Mapping[Target, Write] = {
    Target.SLIDES: _deck,
    Target.HANDOUTS: _handouts,
    Target.PLATFORMS: _platforms,
}


def steps(loaded: Loaded, request: Request) -> int:
    """Return how many pieces of work `build` will tell of."""
    documents = sum(target in DOCUMENTS for target in request.targets)
    return documents * len(_wanted(loaded, request)) + len(set(PROJECT) & set(request.targets))


def build(
    project: Project, loaded: Loaded, request: Request, progress: Progress = lambda _: None
) -> Built:
    """Make what `request` asks for. A module with errors keeps its last good outputs.

    Nothing is made when an error concerns the whole project. The site comes last, since it
    offers the decks and the booklets. What the disk or MkDocs refuses is told, and leaves the
    former outputs of that target.

    Raises:
        theme.ThemeError: if the theme of the project cannot be used.
    """
    built = Built()
    with _told(built, PurePosixPath("build")):
        _tell_kept(built, install.recover(project))
    if loaded.unusable or has_errors(built.diagnostics):
        return built
    with _told(built, PurePosixPath("donnees")):
        note_closed(project, loaded.catalogue)
    look = theme.read(project.theme)
    for target in (target for target in Target if target in request.targets):
        with _told(built, PurePosixPath("build") / target):
            if target in PROJECT:
                progress(target)
                PROJECT[target](project, loaded, built)
            else:
                outputs, whole = _documents(project, loaded, request, target, look, built, progress)
                gone = _gone(project, target, loaded, outputs, whole)
                _install(project, built, target, outputs, gone)
    return built


@contextmanager
def _told(built: Built, output: PurePosixPath) -> Iterator[None]:
    """Turn what prevents an output into a diagnostic."""
    try:
        yield
    except (OSError, SiteError) as error:
        reason = files.cause(error) if isinstance(error, OSError) else str(error)
        values = {"sortie": str(output), "cause": reason}
        built.diagnostics.append(Diagnostic(Code.SOR001, file_start(output), values))


def _documents(
    project: Project,
    loaded: Loaded,
    request: Request,
    target: Target,
    look: Theme,
    built: Built,
    progress: Progress,
) -> tuple[Mapping[PurePosixPath, bytes], Collection[str]]:
    """Return the documents of the modules asked for, and note what there is to say of them.

    Also return the ids of the modules of which every document could be made.
    """
    outputs: dict[PurePosixPath, bytes] = {}
    whole: list[str] = []
    for module in _wanted(loaded, request):
        progress(f"{target} : {module}")
        if problem := pipeline.obstacle(loaded.catalogue, module, request.variant):
            if problem not in built.diagnostics:  # the decks said so, for the booklets too
                built.diagnostics.append(problem)
            continue
        write = DOCUMENTS[target]
        written, order = write(project, loaded.catalogue, module, request.variant, look)
        outputs.update(written.files)
        built.orders[module] = order
        built.diagnostics += written.diagnostics
        built.diagnostics += _compared(written, loaded.catalogue.module(module), request)
        if not has_errors(written.diagnostics):
            whole.append(module)
    return outputs, whole


def _compared(written: Written, module: Module, request: Request) -> Iterator[Diagnostic]:
    """Yield what the libraries of `request` would refuse or change of the packages written."""
    for path, data in written.files.items():
        if request.libraries and path.suffix == ".h5p":
            yield from lms.checked(data, path.name, module.span, request.libraries)


def _wanted(loaded: Loaded, request: Request) -> list[str]:
    every = [module.id for module in loaded.catalogue.modules]
    return [module for module in every if not request.modules or module in request.modules]


def _build_site(project: Project, loaded: Loaded, built: Built) -> None:
    remember(project, loaded)
    outputs = mkdocs_site.build(project, _with_last_good(project, loaded))
    former = [
        PurePosixPath(path).relative_to("build/site")
        for path in install.noted(project)
        if path.startswith("build/site/")
    ]
    _install(project, built, Target.SITE, outputs, set(former) - set(outputs))


def _build_tracking(project: Project, loaded: Loaded, built: Built) -> None:
    """Write what the tracking service reads; a project without sessions has nothing to track."""
    catalogue = _with_last_good(project, loaded)
    readable = {module.id for module in catalogue.modules}
    ready = pipeline.on_paper(catalogue)
    every = planned(ready.plans)
    sessions = [
        (item, asking(ready, item)) for item in every if readable >= set(item.training.modules)
    ]
    written = tracking.write(sessions, every, ready.team, ready.vocabulary)
    outputs = written.files if sessions else {}
    _install(project, built, Target.TRACKING, outputs, () if sessions else (tracking.PATH,))


PROJECT: Mapping[Target, Callable[[Project, Loaded, Built], None]] = {
    Target.SITE: _build_site,
    Target.TRACKING: _build_tracking,
}
"""What concerns the whole project, rather than each module."""


def _with_last_good(project: Project, loaded: Loaded) -> Catalogue:
    """Return the catalogue, with the last good state of each broken module."""
    kept = last_good_modules(project, loaded)
    modules = sorted((*loaded.catalogue.modules, *kept), key=lambda module: module.id)
    return replace(loaded.catalogue, modules=tuple(modules))


def _gone(
    project: Project,
    target: Target,
    loaded: Loaded,
    outputs: Collection[PurePosixPath],
    whole: Collection[str],
) -> Iterable[PurePosixPath]:
    """Return the outputs of modules that the project no longer has.

    Also those that a module made in `whole` no longer gives: it has no plain words any more.
    """
    present = {module.id for module in loaded.catalogue.modules} | loaded.broken
    folder = f"build/{target}/"
    made = {path.parent for path in outputs if any(_is_of(name, path.parts[0]) for name in whole)}
    for noted in install.noted(project):
        if noted.startswith(folder):
            path = PurePosixPath(noted.removeprefix(folder))
            present_still = any(_is_of(module, path.parts[0]) for module in present)
            again = len(path.parts) > 1 and path.parent in made and path not in outputs
            if not present_still or again:
                yield path


def _is_of(module: str, name: str) -> bool:
    """Return whether `name` is that of an output of `module`, whatever its variant."""
    return name == module or name.startswith((f"{module}.", f"{module}--"))


def _install(
    project: Project,
    built: Built,
    target: Target,
    outputs: Mapping[PurePosixPath, bytes],
    obsolete: Iterable[PurePosixPath],
) -> None:
    documents = target in DOCUMENTS  # nobody edits a page of the site by hand
    kept = install.install(project, target, outputs, tuple(obsolete), keep_edited=documents)
    for path, data in outputs.items():
        built.sizes[PurePosixPath("build") / target / path] = len(data)
    _tell_kept(built, kept)


def _tell_kept(built: Built, kept: install.Kept) -> None:
    for path, copy in kept.items():
        values = {"sortie": str(path), "copie": copy.name}
        built.diagnostics.append(Diagnostic(Code.SOR002, file_start(path), values))
