"""All the pages of the site."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from emas.document import Heading, plain_text
from emas.model import Catalogue, Edition, Page
from emas.theme import Theme
from emas.writers.site import calls, home, hrefs, platform, progress, team
from emas.writers.site.adaptations import adaptation_pages, way_in
from emas.writers.site.answering import answering_pages
from emas.writers.site.assessments import assessment_page
from emas.writers.site.blocks import blocks
from emas.writers.site.downloads import Download
from emas.writers.site.elements import element, fill
from emas.writers.site.module_pages import module_page, step_page
from emas.writers.site.navigation import site_map
from emas.writers.site.packed import closed
from emas.writers.site.page import SitePage
from emas.writers.site.paths import path_pages, ways
from emas.writers.site.question_page import invitation, question_page
from emas.writers.site.reference_pages import glossary_page, sources_page, uses
from emas.writers.site.scope import Scope
from emas.writers.site.search_page import search_page
from emas.writers.site.sessions import session_pages

Downloads = Mapping[str, Iterable[Download]]
"""For each module, and for `WHOLE`, the files to take away that have been built."""

WHOLE = ""
"""Stands for the whole project among modules."""


def pages(
    catalogue: Catalogue,
    editions: tuple[Edition, ...],
    downloads: Downloads,
    theme: Theme,
    *,
    packed: bool = False,
) -> tuple[SitePage, ...]:
    """Return every page. The pages of `catalogue` and the `editions` are ready for the site.

    `packed` asks for the pages of a package for a learning platform: see `packed`.
    """
    scope = _scope(catalogue, theme, packed=packed)
    written = [_written(page, catalogue, editions, scope) for page in catalogue.pages]
    following = ways(catalogue)
    of_modules = [
        page for edition in editions for page in _module(edition, downloads, following, scope)
    ]
    found = (
        *adaptation_pages(catalogue, scope, tuple(downloads.get(WHOLE, ()))),
        *path_pages(catalogue),
    )
    told = [*of_modules, *written, *found, *session_pages(catalogue)]
    every = (
        *told,
        glossary_page(catalogue.glossary.values(), uses(told, hrefs.GLOSSARY)),
        sources_page(catalogue.sources.values(), uses(told, hrefs.SOURCES)),
        search_page(site_map(catalogue, editions)),
        *([question_page(catalogue, catalogue.wording)] if catalogue.wording else []),
        *answering_pages(catalogue, editions, scope),
    )
    return closed(every) if packed else every


def module_pages(
    catalogue: Catalogue,
    edition: Edition,
    downloads: Iterable[Download],
    following: Mapping[str, list[Element]],
    theme: Theme,
) -> tuple[SitePage, ...]:
    """Return the pages of one module of `catalogue`, ready for the site; see `pages`.

    `following` are the `ways` of the whole project, which `catalogue` may not be.
    """
    scope = _scope(catalogue, theme, packed=False)
    return tuple(_module(edition, {edition.module.id: downloads}, following, scope))


def _module(
    edition: Edition, downloads: Downloads, following: Mapping[str, list[Element]], scope: Scope
) -> Iterable[SitePage]:
    module = edition.module
    first = replace(scope, uri=hrefs.module_uri(module.id), media=module.media)
    yield module_page(edition, downloads.get(module.id, ()), first)
    asking = replace(first, questions={item.id: item for item in module.all_questions()})
    for rank, step in enumerate(module.steps):
        uri = hrefs.step_uri(module.id, step.id)
        yield step_page(edition, rank, replace(asking, uri=uri), following.get(uri, ()))
    for assessment in module.assessments:
        uri = hrefs.step_uri(module.id, assessment.id)
        inner = replace(asking, uri=uri)
        yield assessment_page(edition, assessment, inner, following.get(uri, ()))


def _written(
    page: Page, catalogue: Catalogue, editions: tuple[Edition, ...], every: Scope
) -> SitePage:
    scope = replace(every, uri=page.uri, media=page.media)
    first = next((i for i, node in enumerate(page.blocks) if isinstance(node, Heading)), None)
    tree = element(
        "div", None, element("h1", None, page.title), *blocks(page.blocks[:first], scope)
    )
    fill(tree, _added(page.uri, catalogue, editions))
    if first is not None:
        fill(tree, blocks(page.blocks[first:], scope))
    calls.resolve(tree, page.blocks, scope)
    return SitePage(page.uri, page.title, _beginning(page), tree)


def _added(uri: str, catalogue: Catalogue, editions: tuple[Edition, ...]) -> Iterable[Element]:
    """Yield what a page written by hand shows before its first heading, by its uri."""
    match uri:
        case home.HOME:
            if catalogue.wording:
                yield invitation()
            yield from home.modules_list(editions, catalogue)
            yield from way_in(catalogue)
        case team.LEGAL:
            yield from team.publisher(catalogue.team)
        case team.CALLS:
            yield from team.contacts(catalogue.team)
        case progress.PROGRESS:
            yield progress.tools()
        case platform.DATA:
            for edition in editions:
                yield from platform.data(edition)


def _beginning(page: Page) -> str:
    return plain_text(page.blocks[:1]) or page.title


def _scope(catalogue: Catalogue, theme: Theme, *, packed: bool) -> Scope:
    """Return what all pages know; each says where it is, and has its own media."""
    return Scope(
        uri="",
        theme=theme,
        team=catalogue.team,
        vocabulary=catalogue.vocabulary,
        sources=catalogue.sources,
        glossary=catalogue.glossary,
        platform=packed,
    )
