"""Shared adaptations: a page where one finds them, and a page a domain with each of them whole."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from emas.model import Catalogue, SharedAdaptation
from emas.theme import Kind
from emas.writers.site import calls, hrefs
from emas.writers.site.blocks import blocks
from emas.writers.site.composing import sheet_page
from emas.writers.site.downloads import Download
from emas.writers.site.drop_down import drop_down
from emas.writers.site.elements import Child, classed, described, element, hidden, label, link
from emas.writers.site.frames import folded
from emas.writers.site.page import SitePage
from emas.writers.site.paper import printed_domain, visual_supports, way_to_supports
from emas.writers.site.references import named
from emas.writers.site.scope import Scope

TITLE = "Aménagements"
WHOLE = "ce que l’on fait, ce que l’on évite, comment savoir si ça marche."
LEAD = f"{label('Des choses à essayer demain, cherchées par besoin')}{WHOLE}"

Groups = Mapping[str, tuple[SharedAdaptation, ...]]


def by_domain(catalogue: Catalogue) -> Groups:
    """Return the adaptations of each domain that has some, by title, in the vocabulary's order."""
    every = sorted(catalogue.adaptations, key=lambda shared: shared.title.casefold())
    groups = {
        domain: tuple(shared for shared in every if shared.domain == domain)
        for domain in catalogue.vocabulary.domains
    }
    return {domain: members for domain, members in groups.items() if members}


def adaptation_pages(
    catalogue: Catalogue, scope: Scope, paper: Collection[Download] = ()
) -> Iterator[SitePage]:
    """Yield the page of all adaptations, one a domain, and that of one's own sheet.

    `paper` are the documents of the whole project that were built.
    """
    groups = by_domain(catalogue)
    if groups:
        yield _index(groups, catalogue, paper)
        for domain, members in groups.items():
            here = replace(scope, uri=hrefs.domain_uri(domain))
            yield _domain(domain, members, here, paper)
        yield sheet_page(catalogue.team)


def way_in(catalogue: Catalogue) -> Iterator[Element]:
    """Yield how the home page leads to them; nothing if there is none."""
    if count := len(catalogue.adaptations):
        yield element("h2", {"id": "les_amenagements"}, "Les aménagements")
        find = link(hrefs.ADAPTATIONS, f"Chercher parmi {count} aménagements")
        make = link(hrefs.SHEET, "composer une fiche d’une page")
        yield element("p", None, find, ", par besoin, domaine ou niveau, ou ", make, ".")


def _index(groups: Groups, catalogue: Catalogue, paper: Collection[Download]) -> SitePage:
    names = catalogue.vocabulary.domains
    tree = element(
        "div",
        None,
        element("h1", None, TITLE),
        classed("p", "emas-chapo", LEAD),
        _sheet_link("liste"),
        *way_to_supports(paper),
        _filters(groups, catalogue),
        *(part for domain, members in groups.items() for part in _group(domain, members, names)),
        *visual_supports(paper),
    )
    return SitePage(hrefs.ADAPTATIONS, TITLE, LEAD, tree)


def _sheet_link(kind: str) -> Element:
    """Return the way to one's sheet; `kind` tells scripts what this page is."""
    told = label("Choisissez-en jusqu’à huit, puis imprimez-les sur une page")
    return element("p", {"data-amenagements": kind}, told, link("ma-fiche.md", "Ma fiche"), ".")


def _filters(groups: Groups, catalogue: Catalogue) -> Element:
    words = catalogue.vocabulary
    domains = {domain: words.domains[domain] for domain in groups}
    every = catalogue.adaptations
    levels = {name for shared in every for name in shared.levels}
    difficulties = {name for shared in every for name in shared.difficulties}
    audiences = {name for shared in every for name in shared.audiences}
    typed = {"type": "search", "id": "emas_tri_mots", "name": "mots", "autocomplete": "off"}
    return element(
        "form",
        {"class": "emas-tri", "role": "search", "aria-label": "Trier les aménagements"},
        classed(
            "p",
            "emas-champ",
            element("label", {"for": "emas_tri_mots"}, "Mots"),
            element("input", typed),
        ),
        _choice("domaine", "Domaine", "Tous les domaines", domains),
        _choice("niveau", "Niveau", "Tous les niveaux", _kept(words.levels, levels)),
        _choice(
            "difficulte",
            "Difficulté",
            "Toutes les difficultés",
            _kept(words.families, difficulties),
        ),
        _choice("public", "Fonction", "Toutes les fonctions", _kept(words.audiences, audiences)),
        classed(
            "p",
            "emas-actions",
            element(
                "button",
                {"type": "reset", "class": "emas-bouton emas-bouton--second"},
                "Tout montrer",
            ),
            element("span", {"role": "status", "class": "emas-aide"}, _count(len(every))),
        ),
    )


def _count(number: int) -> str:
    return f"{number} aménagement{'s' * (number > 1)}"


def _kept(labels: Mapping[str, str], used: Iterable[str]) -> dict[str, str]:
    wanted = set(used)
    return {name: text for name, text in labels.items() if name in wanted}


def _choice(name: str, word: str, every: str, values: Mapping[str, str]) -> Element:
    return drop_down({"id": f"emas_tri_{name}", "name": name}, word, every, values)


def _group(
    domain: str, members: tuple[SharedAdaptation, ...], names: Mapping[str, str]
) -> Iterator[Element]:
    yield element("h2", {"id": f"domaine_{domain}"}, names[domain])
    whole = "Tout lire sur une page" + label("")
    yield element("p", None, link(f"{domain}.md", f"{whole}{names[domain]}"))
    yield classed("ul", "emas-modules emas-amenagements", *map(_card, members))


def _card(shared: SharedAdaptation) -> Element:
    attributes = {
        "id": shared.id,
        "data-domaine": shared.domain,
        "data-niveaux": " ".join(shared.levels),
        "data-difficultes": " ".join(shared.difficulties),
        "data-publics": " ".join(shared.audiences),
    }
    way = link(f"{shared.domain}.md#{shared.id}", shared.title)
    return element(
        "li",
        attributes,
        classed("p", "emas-modules__titre", way),
        element("p", None, label("Besoin"), shared.need),
        _adding(shared),
    )


def _adding(shared: SharedAdaptation) -> Element:
    """Return the button that the script makes work, and that is not there without it."""
    attributes = {
        "type": "button",
        "class": "emas-bouton emas-bouton--second emas-ajouter",
        "data-ajouter": shared.id,
    }
    words = element("span", None, "Ajouter à ma fiche")
    return element("button", attributes, words, hidden(f"{label('')}{shared.title}"))


def _domain(
    domain: str,
    members: tuple[SharedAdaptation, ...],
    scope: Scope,
    paper: Collection[Download],
) -> SitePage:
    name = scope.vocabulary.domains[domain]
    lead = f"{label(_count(len(members)))}{WHOLE}"
    way = classed("p", "emas-place", link("index.md", TITLE), f" · {_count(len(members))}")
    tree = element(
        "div",
        None,
        element("h1", None, name),
        way,
        _sheet_link("domaine"),
        *printed_domain(domain, len(members), paper),
        *(part for shared in members for part in _whole(shared, scope)),
    )
    calls.resolve(tree, (), scope)
    return SitePage(hrefs.domain_uri(domain), f"{label(TITLE)}{name}", lead, tree)


def _whole(shared: SharedAdaptation, scope: Scope) -> Iterator[Element]:
    yield element("h2", {"id": shared.id}, shared.title)
    facts = described(_facts(shared, scope))
    twin = blocks(shared.plain, scope)
    frame = f"emas-boite emas-boite--{Kind.ADAPTATION}"
    yield classed(
        "div",
        frame,
        element("p", None, element("strong", None, label("Besoin")), shared.need),
        *blocks(shared.intro, scope),
        *([facts] if facts is not None else []),
        *([folded(Kind.PLAIN, f"{shared.id}/simple", twin, scope)] if shared.plain else []),
        classed("p", "emas-actions", _adding(shared)),
    )


def _facts(shared: SharedAdaptation, scope: Scope) -> Iterator[tuple[str, Iterable[Child]]]:
    words = scope.vocabulary
    yield "Comment", blocks(shared.how, scope)
    yield "À éviter", blocks(shared.avoid, scope)
    yield "Comment savoir si ça marche", blocks(shared.measure, scope)
    yield "Niveaux", [_names(words.levels, shared.levels)]
    yield "Difficultés", [_names(words.families, shared.difficulties)]
    yield "Pour", [_names(words.audiences, shared.audiences)]
    yield "Source", named(shared.source, scope)


def _names(labels: Mapping[str, str], names: Iterable[str]) -> str:
    return ", ".join(labels.get(name, name) for name in names)
