"""Learning paths: all of them, a page each, and the sheet that says what one followed.

Without script, a path is a list of links and its sheet a form to fill in by hand. `parcours.js`
says where one is, what the answers before the start allow to skip, and what comes next.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from emas.model import (
    BEFORE,
    Assessment,
    Catalogue,
    LearningPath,
    Module,
    Objective,
    Question,
    Stop,
    asked,
    enough,
    in_words,
    key,
    minutes_in,
    question_version,
    stops,
    title_of,
)
from emas.writers.site import hrefs
from emas.writers.site.elements import (
    Child,
    classed,
    described,
    element,
    label,
    link,
    section,
)
from emas.writers.site.page import SitePage
from emas.writers.site.path_sheet import sheet_page
from emas.writers.site.profile import profile

TITLE = "Parcours"
LEAD = "Des suites d’étapes courtes, une par besoin. On s’arrête et on reprend quand on veut."
FREE = "C’est un conseil\u00a0: vous pouvez commencer ici."
BEFORE_LEAD = (
    "Ces questions vous disent ce que vous pouvez passer, et pourquoi. Vous pouvez aussi commencer"
    " sans elles\u00a0: c’est vous qui choisissez."
)


@dataclass(frozen=True, slots=True)
class Followed:
    """A path and the steps of it that this site has."""

    path: LearningPath
    stops: tuple[Stop, ...]

    @property
    def modules(self) -> tuple[Module, ...]:
        """The modules that it goes through, each once."""
        return tuple({stop.module.id: stop.module for stop in self.stops}.values())


def followed(catalogue: Catalogue) -> tuple[Followed, ...]:
    """Return the paths that have steps on this site."""
    every = (Followed(path, stops(path, catalogue.modules)) for path in catalogue.paths)
    return tuple(item for item in every if item.stops)


def path_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield the list of paths, then two pages a path; nothing if there is none."""
    if every := followed(catalogue):
        yield _list(every, catalogue)
        for item in every:
            yield _page(item, catalogue)
            yield sheet_page(item.path, item.stops)


def at_home(catalogue: Catalogue, page: str) -> Iterator[Element]:
    """Yield the paths for the page of that uri, under a heading; nothing if there is none."""
    if every := followed(catalogue):
        yield element("h2", {"id": "les_parcours"}, "Les parcours")
        yield element("p", None, LEAD)
        yield _cards(every, page, summed_up=False)


def _cards(every: Iterable[Followed], page: str, *, summed_up: bool) -> Element:
    """Return the list of paths, for the page of that uri."""
    items = (_card(item, page, summed_up=summed_up) for item in every)
    return classed("ul", "emas-liste-parcours", *items)


def _card(item: Followed, page: str, *, summed_up: bool) -> Element:
    title = link(hrefs.relative(hrefs.path_uri(item.path.id), page), item.path.title)
    attributes = {
        "data-public": " ".join(item.path.audiences),
        "data-suite-de": " ".join(name_of(stop) for stop in item.stops),
    }
    return element(
        "li",
        attributes,
        classed("p", "emas-modules__titre", title),
        *([element("p", None, item.path.summary)] if summed_up else []),
        classed("p", "emas-discret", length(item.stops)),
    )


def name_of(stop: Stop) -> str:
    """Return how the memory of the browser names a step."""
    return f"{stop.module.id}/{stop.step.id}"


def length(found: tuple[Stop, ...]) -> str:
    """Return « 20 min · 4 étapes »."""
    steps = f"{len(found)} étape{'s' * (len(found) > 1)}"
    total = minutes_in(found)
    return f"{in_words(total)} · {steps}" if total else steps


def _list(every: tuple[Followed, ...], catalogue: Catalogue) -> SitePage:
    tree = element(
        "div",
        None,
        element("h1", None, TITLE),
        classed("p", "emas-chapo", LEAD),
        profile(catalogue.vocabulary, levels=False),
        _cards(every, hrefs.PATHS, summed_up=True),
    )
    return SitePage(hrefs.PATHS, TITLE, LEAD, tree)


def _page(item: Followed, catalogue: Catalogue) -> SitePage:
    path = item.path
    uri = hrefs.path_uri(path.id)
    facts = described(_facts(item, catalogue))
    tree = element(
        "div",
        None,
        element("h1", None, path.title),
        classed("p", "emas-place", link("index.md", TITLE), f" · {length(item.stops)}"),
        classed("p", "emas-chapo", path.summary),
        *([facts] if facts is not None else []),
        _here(item, uri),
        *_before(item, uri),
        *section("etapes", "Étapes", _steps(item, uri)),
        *section("fiche", "À la fin", *_ending(path)),
    )
    return SitePage(uri, path.title, path.summary, tree)


def _facts(item: Followed, catalogue: Catalogue) -> Iterator[tuple[str, Iterable[Child]]]:
    names = catalogue.vocabulary.audiences
    yield "Pour qui", [", ".join(names.get(name, name) for name in item.path.audiences)]
    if total := minutes_in(item.stops):
        yield "Durée", [f"{in_words(total)} en ligne, en une fois ou en plusieurs"]
    if item.path.prerequisites:
        yield "À suivre avant", [*_prerequisites(item.path, catalogue), ". ", FREE]


def _prerequisites(path: LearningPath, catalogue: Catalogue) -> Iterator[Child]:
    known = {item.path.id: item.path for item in followed(catalogue)}
    found = [known[name] for name in path.prerequisites if name in known]
    for rank, other in enumerate(found):
        if rank:
            yield ", "
        yield link(f"{other.id}.md", other.title)


def _here(item: Followed, uri: str) -> Element:
    """Return where one begins; the script says where one is, and resumes."""
    first = item.stops[0]
    start = link(_step(first, uri), label("Commencer"), first.step.title)
    start.set("class", "emas-bouton")
    return element(
        "div",
        {"class": "emas-parcours", "data-parcours": item.path.id},
        element("p", {"role": "status"}),
        element("p", None, start),
    )


def _before(item: Followed, uri: str) -> Iterator[Element]:
    """Yield the assessments to take first, with what reads their answers."""
    rows = [
        _positioning(module, assessment, uri, many=len(item.modules) > 1)
        for module in item.modules
        for assessment in module.assessments
        if assessment.id == BEFORE
    ]
    if rows:
        lead = element("p", None, BEFORE_LEAD)
        yield from section("avant", "Me situer d’abord", lead, classed("ul", "emas-avant", *rows))


def _positioning(module: Module, assessment: Assessment, uri: str, *, many: bool) -> Element:
    """Return the link to an assessment. Its questions have what their marks are made of."""
    page = hrefs.relative(hrefs.step_uri(module.id, assessment.id), uri)
    known = {objective.id: objective for objective in module.objectives}
    questions = [item for item in _may_ask(module, assessment) if item.scored]
    keys = [
        _told(module, known[item.objective], item) for item in questions if item.objective in known
    ]
    attributes = {
        "data-module": module.id,
        "data-evaluation": assessment.id,
        "data-seuil": f"{enough(assessment):g}",
        "data-questions": json.dumps(keys, ensure_ascii=False),
    }
    title = module.title if many else title_of(assessment.id)
    count = len(asked(module, assessment, module.id))
    told = f" {count} question{'s' * (count > 1)}"
    return element("li", attributes, link(page, title), classed("span", "emas-discret", told))


def _may_ask(module: Module, assessment: Assessment) -> tuple[Question, ...]:
    named = asked(module, assessment, module.id)
    return named if assessment.draw is None else tuple(dict.fromkeys((*named, *module.bank)))


def _told(module: Module, objective: Objective, question: Question) -> dict[str, object]:
    return {
        "cle": f"{BEFORE}/{question.id}",
        "version": question_version(question),
        "corrige": key(question),
        "objectif": f"{module.id}/{objective.id}",
    }


def _steps(item: Followed, uri: str) -> Element:
    several = len(item.modules) > 1
    rows = (_row(stop, uri, several=several) for stop in item.stops)
    return element("ol", {"class": "emas-suite-d-etapes"}, *rows)


def _row(stop: Stop, uri: str, *, several: bool) -> Element:
    step, module = stop.step, stop.module
    online = step.durations.online_min
    known = {objective.id: objective for objective in module.objectives}
    aims = [known[name] for name in step.objectives if name in known]
    facts = [*([in_words(online)] if online else []), *([module.title] if several else [])]
    attributes = {
        "data-etape": name_of(stop),
        "data-minutes": str(online or 0),
        "data-titre": step.title,
        "data-questions": " ".join(question.id for question in step.questions) or None,
        "data-objectifs": json.dumps(
            {f"{module.id}/{aim.id}": aim.statement for aim in aims}, ensure_ascii=False
        ),
    }
    return element(
        "li",
        attributes,
        link(_step(stop, uri), step.title),
        classed("span", "emas-discret", f" {' · '.join(facts)}"),
        *([element("p", None, stop.why)] if stop.why else []),
        element("div", {"class": "emas-avis", "data-silence": ""}),
    )


def _step(stop: Stop, uri: str) -> str:
    return hrefs.relative(hrefs.step_uri(stop.module.id, stop.step.id), uri)


def _ending(path: LearningPath) -> Iterator[Element]:
    sheet = link(f"{path.id}/fiche.md", "Ma fiche de suivi")
    words = "\u00a0: ce que vous avez suivi et ce que vous essayez, sur une page à imprimer."
    yield element("p", None, sheet, words)


def ways(catalogue: Catalogue) -> dict[str, list[Element]]:
    """Return, by uri of a step or of an assessment, where each path shows what comes next.

    These places are empty: the script fills the one of the path that is being followed.
    """
    found: dict[str, list[Element]] = {}
    for item in followed(catalogue):
        for rank, stop in enumerate(item.stops):
            uri = hrefs.step_uri(stop.module.id, stop.step.id)
            rest = [[name_of(one), one.step.title] for one in item.stops[rank + 1 :]]
            found.setdefault(uri, []).append(_way(item.path, rest))
        for module in item.modules:
            uri = hrefs.step_uri(module.id, BEFORE)
            found.setdefault(uri, []).append(_way(item.path))
    return found


def _way(path: LearningPath, rest: list[list[str]] | None = None) -> Element:
    attributes = {
        "class": "emas-suite emas-suite--parcours",
        "hidden": "",
        "data-silence": "",
        "aria-label": TITLE,
        "data-parcours": path.id,
        "data-titre": path.title,
        "data-suite": None if rest is None else json.dumps(rest, ensure_ascii=False),
    }
    return element("nav", attributes)
