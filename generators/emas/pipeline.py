"""Read, check, transform: from a project to what the writers need."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import PurePosixPath

from emas.diagnostics import Diagnostic, Severity, file_start, in_reading_order
from emas.document import Adaptation, Blocks, Medium, walk
from emas.files import read_sources
from emas.memory import held
from emas.model import (
    Asking,
    Assessment,
    Catalogue,
    Durations,
    Edition,
    Kind,
    Module,
    Page,
    Planned,
    Question,
    Quiz,
    RunningOrder,
    Status,
    Step,
    Team,
    Variant,
    Vocabulary,
    asked,
    asking,
    planned,
)
from emas.model.rules import check
from emas.model.rules.texts import texts
from emas.project import Project
from emas.readers.adaptations import FOLDER as ADAPTATIONS
from emas.readers.adaptations import read_adaptations
from emas.readers.content import CONTENT, PAGES, read_content, read_pages
from emas.readers.known import Known, parts
from emas.readers.module import MODULES, module_folders, read_module
from emas.readers.paths import FOLDER as PATHS
from emas.readers.paths import read_paths, steps_by_module
from emas.readers.plan import FOLDER as PLANS
from emas.readers.plan import read_plans
from emas.readers.sources import Sources
from emas.readers.surveys import FOLDER as SURVEYS
from emas.readers.surveys import read_surveys
from emas.transforms.citations import Numbers
from emas.transforms.glossary import Glossary, terms_used
from emas.transforms.running_order import obstacle as no_session
from emas.transforms.running_order import running_order
from emas.transforms.selection import select, select_blocks
from emas.transforms.shared_adaptations import with_adaptations
from emas.transforms.shortened import shortened
from emas.transforms.spacing import spaced
from emas.transforms.typography import space


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a project says. `catalogue` holds the modules without errors only.

    `broken` are the ids of the others; `unusable` tells that an error concerns every output;
    `sources` are the files that were read.
    """

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]
    broken: frozenset[str]
    unusable: bool
    sources: Sources


def load(project: Project) -> Loaded:
    """Return what `project` says, with everything that is wrong, in reading order."""
    with held():
        return load_sources(read_sources(project.root))


def load_sources(files: Sources, known: Known | None = None) -> Loaded:
    """Return what `files` say, with everything that is wrong, in reading order.

    What is `known` of earlier readings is not read again.
    """
    read, found = _read(files, known or Known())
    if read is None:
        told = tuple(in_reading_order(found))
        return Loaded(_empty(), told, frozenset(), unusable=True, sources=files)
    whole = replace(read, unread=_unread(files, read))
    found = in_reading_order([*found, *check(whole)])
    errors = [item for item in found if item.severity is Severity.ERROR]
    homes = [_module_of(item) for item in errors]
    broken = frozenset(name for name in homes if name is not None)
    good = tuple(module for module in whole.modules if module.id not in broken)
    return Loaded(
        catalogue=with_adaptations(replace(whole, modules=good)),
        diagnostics=tuple(found),
        broken=broken,
        unusable=None in homes,
        sources=files,
    )


def _read(files: Sources, known: Known) -> tuple[Catalogue | None, list[Diagnostic]]:
    """Return what could be read of a project, or None without its vocabulary, and what is wrong.

    Blocks that name a shared adaptation do not have its words yet.
    """
    of = parts(files)
    names = module_folders(files)
    of_content = of.get(CONTENT)
    content, found = known.reading(CONTENT, of_content, lambda: read_content(files))
    if content is None:
        return None, found
    words = content.vocabulary
    modules, wrong_modules = _modules(files, known, words)
    key_of_texts = of_content, words, names
    pages, problems = known.reading(PAGES, key_of_texts, lambda: read_pages(files, words))
    plans, wrong = known.reading(PLANS, key_of_texts, lambda: read_plans(files, words))
    surveys, more = known.reading(SURVEYS, key_of_texts, lambda: read_surveys(files, words))
    key_of_adaptations = of.get(ADAPTATIONS), words
    adaptations, others = known.reading(
        ADAPTATIONS, key_of_adaptations, lambda: read_adaptations(files, words)
    )
    key_of_paths = key_of_texts, (steps := steps_by_module(files))
    paths, unknown = known.reading(PATHS, key_of_paths, lambda: read_paths(files, words, steps))
    known.keep_only((CONTENT, *names, PAGES, PLANS, SURVEYS, ADAPTATIONS, PATHS))
    catalogue = Catalogue(
        *(content.team, content.vocabulary, content.sources, content.glossary),
        modules=modules,
        pages=tuple(pages),
        plans=tuple(plans),
        surveys=tuple(surveys),
        adaptations=tuple(adaptations),
        paths=tuple(paths),
        charter=content.charter,
        wording=content.wording,
    )
    return catalogue, [*found, *wrong_modules, *problems, *wrong, *more, *others, *unknown]


def _modules(
    files: Sources, known: Known, words: Vocabulary
) -> tuple[tuple[Module, ...], list[Diagnostic]]:
    of, names = parts(files), module_folders(files)
    modules: list[Module] = []
    found: list[Diagnostic] = []
    for folder in names:
        key = of[folder], words, names
        module, problems = known.reading(folder, key, partial(read_module, files, folder, words))
        found += problems
        modules += [module] if module else []
    return tuple(modules), found


def _unread(files: Sources, catalogue: Catalogue) -> frozenset[PurePosixPath]:
    """Return the texts of the project that gave neither a page, a step nor a question."""
    read = {text.path for text in texts(catalogue)}
    return frozenset(path for path in files.paths() if path.suffix == ".md") - read


def _empty() -> Catalogue:
    return Catalogue(
        Team("", "", "", (), "", "", ""), Vocabulary({}, {}, {}, {}, {}), {}, {}, (), ()
    )


def _module_of(item: Diagnostic) -> str | None:
    """Return the id of the module whose file `item` is about, or None."""
    path = item.span.path
    return path.parts[1] if path.is_relative_to(MODULES) and len(path.parts) > 1 else None


def as_of(catalogue: Catalogue) -> date:
    """Return the date printed on outputs.

    That of `SOURCE_DATE_EPOCH` if it is set, else the last day on which a source was consulted
    or a module reviewed: a date of the sources, so that the same sources give the same bytes.
    """
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    if catalogue.dated:
        return catalogue.dated
    consulted = [item.consulted_on for item in catalogue.sources.values() if item.consulted_on]
    reviewed = [item.review.done_on for item in catalogue.modules if item.review]
    return max([*consulted, *reviewed], default=date(1980, 1, 1))


def around(catalogue: Catalogue, module_id: str) -> Catalogue:
    """Return all that the documents of one module may read of a project.

    Of the other modules, only the titles of its prerequisites, and the date of the project. It has
    the words of the shared adaptations that it names, and of no other.

    Raises:
        KeyError: if `catalogue` has no such module.
    """
    whole = catalogue.module(module_id)
    named = (item for item in catalogue.modules if item.id in whole.prerequisites)
    others = (_from_afar(item) for item in named if item is not whole)
    return replace(
        catalogue,
        modules=(whole, *others),
        adaptations=(),
        unread=frozenset(),
        dated=as_of(catalogue),
    )


def _from_afar(module: Module) -> Module:
    """Return `module` without anything but its title."""
    return replace(
        module,
        family="",
        summary="",
        audiences=(),
        levels=(),
        objectives=(),
        durations=Durations(),
        prerequisites=(),
        assessments=(),
        version="",
        licence="",
        review=None,
        steps=(),
        bank=(),
        media={},
        span=file_start(MODULES / module.id),
    )


def prepare(catalogue: Catalogue, module_id: str, medium: Medium, variant: Variant) -> Edition:
    """Return the edition of one module for `medium`: numbers run through the whole document.

    Its running order is the same on decks and on paper. What `variant.minutes` leaves out is not
    in the edition; ask `obstacle` first whether the module can be that short.

    Raises:
        KeyError: if `catalogue` has no such module.
    """
    (only,) = editions(catalogue, module_id, [(medium, variant)])
    return only


def editions(
    catalogue: Catalogue, module_id: str, wanted: Iterable[tuple[Medium, Variant]]
) -> tuple[Edition, ...]:
    """Return several editions of one module, its typography being set once: see `prepare`.

    Raises:
        KeyError: if `catalogue` has no such module.
    """
    dated, alone = as_of(catalogue), _alone(catalogue, module_id)
    return tuple(_for(alone, medium, variant, dated) for medium, variant in wanted)


def _alone(catalogue: Catalogue, module_id: str) -> Catalogue:
    """Return `catalogue` with one module, without what only the site shows, spaced."""
    module = catalogue.module(module_id)
    return spaced(replace(catalogue, modules=(module,), pages=(), adaptations=()))


def _for(catalogue: Catalogue, medium: Medium, variant: Variant, dated: date) -> Edition:
    (whole,) = catalogue.modules
    order = running_order(whole, variant)
    module = select(whole, variant, medium)
    if variant.minutes is not None:
        module = shortened(module, order)
    numbers = Numbers(catalogue.sources)
    glossary = Glossary(catalogue.glossary)
    steps = tuple(_step(step, numbers, glossary) for step in module.steps)
    bank = _numbered(module.bank, catalogue)
    edition = _edition(
        catalogue, replace(module, steps=steps, bank=bank), medium, variant, numbers, dated
    )
    return replace(edition, running_order=order)


def quizzes(catalogue: Catalogue, module_id: str, variant: Variant) -> tuple[Quiz, ...]:
    """Return the assessments of one module for paper, in the order of its `module.yml`.

    They ask what the site asks before any draw of its own: the draw is that of the module's id,
    over the whole module whatever the length of `variant`. What a participant keeps comes last.

    Raises:
        KeyError: if `catalogue` has no such module.
    """
    dated, alone = as_of(catalogue), _alone(catalogue, module_id)
    whole = replace(variant, short=False, minutes=None, plain=False)
    module = select(alone.modules[0], whole, Medium.PAPER)
    return tuple(
        _quiz(module, item, asked(module, item, module.id), alone, variant, dated)
        for item in module.assessments
    )


def session_quizzes(catalogue: Catalogue, item: Planned) -> tuple[Quiz, ...]:
    """Return what the session `item` asks, for paper, in the order in which it asks.

    A survey is a module without steps; only its title is of use.
    """
    dated, ready = as_of(catalogue), on_paper(catalogue)
    return tuple(
        _quiz(part.owner, part.assessment, part.questions, ready, Variant(), dated)
        for part in asking(ready, item)
    )


def session_parts(catalogue: Catalogue, item: Planned) -> tuple[Asking, ...]:
    """Return what the session `item` asks, in the words that are printed."""
    return asking(on_paper(catalogue), item)


def on_paper(catalogue: Catalogue) -> Catalogue:
    """Return `catalogue` in the words that are printed, without what only the site shows."""
    modules = tuple(select(module, Variant(), Medium.PAPER) for module in catalogue.modules)
    return spaced(replace(catalogue, modules=modules, pages=(), adaptations=()))


def _quiz(
    module: Module,
    assessment: Assessment,
    chosen: Iterable[Question],
    catalogue: Catalogue,
    variant: Variant,
    dated: date,
) -> Quiz:
    numbers = Numbers(catalogue.sources)
    ordered = sorted(chosen, key=lambda question: question.kind is Kind.POSITION)
    questions = tuple(question.with_texts(numbers.resolve) for question in ordered)
    for question in questions:
        numbers.cite(question.source)
    edition = _edition(catalogue, module, Medium.PAPER, variant, numbers, dated)
    return Quiz(edition, assessment, questions)


def platform_edition(catalogue: Catalogue, module_id: str) -> Edition:
    """Return the edition of one module for learning platforms: what the site shows, and its bank.

    The sources that its questions name are among its citations.

    Raises:
        KeyError: if `catalogue` has no such module.
    """
    alone = _alone(catalogue, module_id)
    module = select(alone.modules[0], Variant(), Medium.SITE)
    numbers, glossary = Numbers(alone.sources), Glossary(alone.glossary)
    steps = tuple(_step(step, numbers, glossary) for step in module.steps)
    bank = tuple(question.with_texts(numbers.resolve) for question in module.bank)
    for question in bank:
        numbers.cite(question.source)
    ready = replace(module, steps=steps, bank=bank)
    return _edition(alone, ready, Medium.SITE, Variant(), numbers, as_of(catalogue))


def prerequisites(catalogue: Catalogue, module_id: str) -> tuple[str, ...]:
    """Return the titles of the modules to follow before one, the id of one with errors.

    Raises:
        KeyError: if `catalogue` has no such module.
    """
    titles = {module.id: space(module.title) for module in catalogue.modules}
    asked_for = catalogue.module(module_id).prerequisites
    return tuple(titles.get(identifier, identifier) for identifier in asked_for)


def sessions_of(catalogue: Catalogue, module_id: str) -> tuple[Planned, ...]:
    """Return the sessions of the plan that give one module, but for those that are cancelled."""
    every = planned(_alone(catalogue, module_id).plans)
    held = (item for item in every if item.session.status is not Status.CANCELLED)
    return tuple(item for item in held if module_id in item.training.modules)


def obstacle(catalogue: Catalogue, module_id: str, variant: Variant) -> Diagnostic | None:
    """Return why a module has no session of the length of `variant`, or None if it has one.

    Raises:
        KeyError: if `catalogue` has no such module.
    """
    return no_session(catalogue.module(module_id), variant)


USUAL_MIN = (45, 90, 120, 180)
"""The lengths that sessions usually have."""


def shorter_sessions(edition: Edition) -> Mapping[int, RunningOrder]:
    """Return the running orders of the usual lengths that are shorter than that of `edition`."""
    module, variant = edition.module, edition.variant
    asked = (replace(variant, minutes=minutes, short=False) for minutes in USUAL_MIN)
    whole = edition.running_order.total_min
    return {
        variant.minutes: running_order(module, variant)
        for variant in asked
        if variant.minutes and variant.minutes < whole and no_session(module, variant) is None
    }


@dataclass(frozen=True, slots=True)
class SiteEdition:
    """The whole project ready for the site: citations are numbered on each page."""

    catalogue: Catalogue
    editions: tuple[Edition, ...]
    as_of: date


def prepare_site(catalogue: Catalogue) -> SiteEdition:
    """Return every module and page of `catalogue` as the site shows them."""
    dated = as_of(catalogue)
    everybody = Variant()
    shown = tuple(select(module, everybody, Medium.SITE) for module in catalogue.modules)
    catalogue = spaced(replace(catalogue, modules=shown))
    glossary = Glossary(catalogue.glossary)
    editions: list[Edition] = []
    for kept in catalogue.modules:
        whole = Numbers(catalogue.sources)
        steps: list[Step] = []
        for step in kept.steps:
            numbers = Numbers(catalogue.sources)
            steps.append(_step(step, numbers, glossary))
            for source in numbers.cited:
                whole.cite(source.id)
        ready = replace(kept, steps=tuple(steps), bank=_numbered(kept.bank, catalogue))
        editions.append(_edition(catalogue, ready, Medium.SITE, everybody, whole, dated))
    pages = tuple(_page(page, catalogue, glossary) for page in catalogue.pages)
    prepared = replace(
        catalogue,
        modules=tuple(edition.module for edition in editions),
        pages=pages,
        surveys=tuple(
            replace(survey, questions=_numbered(survey.questions, catalogue))
            for survey in catalogue.surveys
        ),
        adaptations=tuple(
            shared.with_texts(
                lambda blocks: Numbers(catalogue.sources).resolve(glossary.mark(blocks))
            )
            for shared in catalogue.adaptations
        ),
    )
    return SiteEdition(prepared, tuple(editions), dated)


def _page(page: Page, catalogue: Catalogue, glossary: Glossary) -> Page:
    blocks = select_blocks(page.blocks, Variant(), Medium.SITE)
    return replace(page, blocks=Numbers(catalogue.sources).resolve(glossary.mark(blocks)))


def _step(step: Step, numbers: Numbers, glossary: Glossary) -> Step:
    """Return `step` with its terms marked and its citations numbered."""
    blocks: Blocks = numbers.resolve(glossary.mark(step.blocks))
    questions = tuple(question.with_texts(numbers.resolve) for question in step.questions)
    for node in walk(blocks):
        if isinstance(node, Adaptation):
            numbers.cite(node.source)
    for question in questions:
        numbers.cite(question.source)
    return replace(step, blocks=blocks, questions=questions)


def _numbered(questions: Iterable[Question], catalogue: Catalogue) -> tuple[Question, ...]:
    """Return `questions`, each with numbers of its own: no page shows a bank as it is."""
    return tuple(question.with_texts(Numbers(catalogue.sources).resolve) for question in questions)


def _edition(
    catalogue: Catalogue,
    module: Module,
    medium: Medium,
    variant: Variant,
    numbers: Numbers,
    dated: date,
) -> Edition:
    used = {term for step in module.steps for term in terms_used(step.blocks)}
    terms = [catalogue.glossary[term] for term in used]
    return Edition(
        module=module,
        medium=medium,
        variant=variant,
        team=catalogue.team,
        vocabulary=catalogue.vocabulary,
        citations=numbers.cited,
        terms=tuple(sorted(terms, key=lambda term: (term.term.casefold(), term.id))),
        as_of=dated,
    )
