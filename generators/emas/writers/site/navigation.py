"""The menu: home, modules, paths, adaptations, sessions, what a school prints, other pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from emas.model import Catalogue, Edition, LearningPath, Page, Planned, planned, title_of
from emas.writers.site import hrefs
from emas.writers.site.answering import moment_title, moments
from emas.writers.site.home import HOME, anchor, by_family
from emas.writers.site.path_sheet import TITLE as SHEET
from emas.writers.site.paths import followed
from emas.writers.site.question_page import TITLE as ASK

LISTED = 30
"""How many modules the menu of every page lists. If there are more, it lists those of the family
being read, and leads to the home page for the others: else the menu alone would outweigh the
page, and the site would grow as the square of its modules.
"""

SCHOOL = (
    "qui-j-appelle.md",
    "solliciter-emas.md",
    "demande-d-intervention.md",
    "protocole-de-crise.md",
    "lettre-aux-familles.md",
    "outils-numeriques.md",
)
"""What a school opens when it needs it, most of it to print: a group of the menu, in this order."""

LAST = ("accessibilite.md", "mentions-legales.md", "vie-privee.md")
"""What a site has to say about itself, after what helps."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the menu: a page if it has a `uri`, else a group."""

    title: str
    uri: str = ""
    entries: tuple["Entry", ...] = ()


def navigation(catalogue: Catalogue, editions: Iterable[Edition]) -> tuple[Entry, ...]:
    """Return the menu. A group's first entry without a title of its own is its own page."""
    families = by_family(editions, catalogue.vocabulary)
    names = catalogue.vocabulary.families
    titles = {page.uri: page.title for page in catalogue.pages}
    school = tuple(Entry(titles[uri], uri) for uri in SCHOOL if uri in titles)
    listed = (
        page for page in catalogue.pages if not is_guide(page) and page.uri not in (HOME, *SCHOOL)
    )
    others = sorted(listed, key=lambda page: page.uri in LAST)
    at_home = any(page.uri == HOME for page in catalogue.pages)
    return (
        *([Entry("Accueil", HOME)] if at_home else []),
        *([Entry(ASK, hrefs.QUESTION)] if catalogue.wording else []),
        *(
            Entry(names.get(family, family), entries=tuple(map(_module, members)))
            for family, members in families.items()
        ),
        *([Entry("Parcours", hrefs.PATHS)] if followed(catalogue) else []),
        *([Entry("Aménagements", hrefs.ADAPTATIONS)] if catalogue.adaptations else []),
        *([Entry("Sessions", hrefs.SESSIONS)] if planned(catalogue.plans) else []),
        *([Entry("Pour l’école", entries=school)] if school else []),
        Entry(
            "Ressources",
            entries=(
                Entry("Glossaire", hrefs.GLOSSARY),
                Entry("Sources", hrefs.SOURCES),
                *(Entry(page.title, page.uri) for page in others),
            ),
        ),
    )


def site_map(catalogue: Catalogue, editions: Iterable[Edition]) -> tuple[Entry, ...]:
    """Return the menu with every page: paths, domains, guides, each session, and what it asks."""
    within = {
        hrefs.SESSIONS: tuple(_session(item, catalogue) for item in planned(catalogue.plans)),
        hrefs.ADAPTATIONS: tuple(_domains(catalogue)),
        hrefs.PATHS: tuple(_path(item.path) for item in followed(catalogue)),
    }
    guides = tuple(Entry(page.title, page.uri) for page in catalogue.pages if is_guide(page))
    return (
        *(
            replace(entry, entries=within.get(entry.uri, entry.entries))
            for entry in navigation(catalogue, editions)
        ),
        *([Entry("Guides", entries=guides)] if guides else []),
    )


def _domains(catalogue: Catalogue) -> Iterator[Entry]:
    used = {shared.domain for shared in catalogue.adaptations}
    for domain, name in catalogue.vocabulary.domains.items():
        if domain in used:
            yield Entry(name, hrefs.domain_uri(domain))
    yield Entry("Ma fiche", hrefs.SHEET)


def is_guide(page: Page) -> bool:
    """Return whether `page` is for those who write modules, not for those who follow them."""
    return page.uri.startswith(hrefs.GUIDES)


def _path(path: LearningPath) -> Entry:
    sheet = Entry(SHEET, hrefs.sheet_uri(path.id))
    return Entry(path.title, hrefs.path_uri(path.id), (sheet,))


def _session(item: Planned, catalogue: Catalogue) -> Entry:
    asked = tuple(
        Entry(moment_title(parts), hrefs.answering_uri(item.session.id, moment))
        for moment, parts in moments(catalogue, item).items()
    )
    return Entry(item.training.title, hrefs.session_uri(item.session.id), asked)


def elsewhere(catalogue: Catalogue, editions: tuple[Edition, ...]) -> dict[str, str]:
    """Return the address that lists the modules of each family, by its title in the menu.

    Empty when the menu can list them all.
    """
    if len(editions) <= LISTED:
        return {}
    names = catalogue.vocabulary.families
    home = hrefs.address(HOME)
    families = by_family(editions, catalogue.vocabulary)
    return {names.get(family, family): f"{home}#{anchor(family)}" for family in families}


def _module(edition: Edition) -> Entry:
    module = edition.module
    return Entry(
        module.title,
        entries=(
            Entry("Présentation", hrefs.module_uri(module.id)),
            *(Entry(step.title, hrefs.step_uri(module.id, step.id)) for step in module.steps),
            *(
                Entry(title_of(assessment.id), hrefs.step_uri(module.id, assessment.id))
                for assessment in module.assessments
            ),
        ),
    )
