"""The first page of a module, and the pages of its steps."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from emas.document import Callout, CalloutKind, walk
from emas.model import Durations, Edition, Module, Step, in_words, title_of
from emas.theme import Kind
from emas.writers.site import calls, platform
from emas.writers.site.blocks import blocks
from emas.writers.site.downloads import Download, listed
from emas.writers.site.elements import (
    NBSP,
    Child,
    classed,
    described,
    element,
    fill,
    hidden,
    label,
    link,
    section,
)
from emas.writers.site.inlines import inlines
from emas.writers.site.page import SitePage
from emas.writers.site.progress import read_button, resume, steps_of
from emas.writers.site.references import time
from emas.writers.site.scope import Scope


def module_page(edition: Edition, downloads: Iterable[Download], scope: Scope) -> SitePage:
    """Return the page that tells what a module is for, and where to begin."""
    module = edition.module
    tree = element(
        "div",
        None,
        element("h1", None, module.title),
        classed("p", "emas-chapo", module.summary),
        *_facts(module, scope),
        *([platform.notice(scope.uri)] if scope.platform else []),
        resume(module),
        *_start(module),
        *_tomorrow(module, scope),
    )
    fill(tree, _objectives(module))
    fill(tree, section("etapes", "Étapes", _steps(module)))
    fill(tree, _assessments(module))
    fill(tree, listed(downloads, edition.vocabulary))
    calls.resolve(tree, (block for step in module.steps for block in step.blocks), scope)
    fill(tree, [about(edition)])
    return SitePage(scope.uri, module.title, module.summary, tree)


def step_page(
    edition: Edition, rank: int, scope: Scope, following: Iterable[Element] = ()
) -> SitePage:
    """Return the page of the step of that rank, from 0; `following` are the paths that go on."""
    module, step = edition.module, edition.module.steps[rank]
    tree = element(
        "div",
        None,
        element("h1", None, step.title),
        _place(module, rank),
        *blocks(step.blocks, scope),
        read_button(module, step),
        *following,
        _neighbours(module, rank),
    )
    asked = (block for question in step.questions for block in question.texts())
    calls.resolve(tree, (*step.blocks, *asked), scope)
    fill(tree, [about(edition)])
    return SitePage(scope.uri, step.title, f"{module.title}. {step.title}.", tree)


def about(edition: Edition) -> Element:
    """Return the lines that every output bears: version, date, licence, review."""
    module = edition.module
    if module.review is None:
        review: list[Child] = [classed("strong", "emas-etat emas-etat--unconfirmed", "Non relu")]
    else:
        review = ["Relu le ", time(module.review.done_on), f" par {module.review.by}"]
    return classed(
        "p",
        "emas-version",
        f"Version {module.version}, ",
        time(edition.as_of),
        f". Licence {module.licence}. ",
        *review,
        ".",
    )


def _tomorrow(module: Module, scope: Scope) -> Iterator[Element]:
    """Yield what each step gives to try tomorrow, under one heading."""
    found = [
        _of_step(step, node, scope)
        for step in module.steps
        for node in walk(step.blocks)
        if isinstance(node, Callout) and node.kind is CalloutKind.TOMORROW
    ]
    if found:
        yield element("h2", {"id": "a_essayer_demain"}, scope.word(Kind.TOMORROW))
        yield from found


def _of_step(step: Step, callout: Callout, scope: Scope) -> Element:
    """Return a callout headed by the step it comes from, since its word is the heading above."""
    head = classed("p", "emas-boite__tete", label("Étape"), link(f"{step.id}.md", step.title))
    title = [classed("p", "emas-boite__titre", *inlines(callout.title, scope))]
    content = [*(title if callout.title else []), *blocks(callout.blocks, scope)]
    return classed("div", f"emas-boite emas-boite--{Kind.TOMORROW}", head, *content)


def _facts(module: Module, scope: Scope) -> Iterator[Element]:
    names = scope.vocabulary
    facts = described(
        [
            ("Pour qui", [", ".join(names.audiences.get(item, item) for item in module.audiences)]),
            ("Niveaux", [", ".join(names.levels.get(item, item) for item in module.levels)]),
            ("Durée", [in_full(module.durations)]),
        ]
    )
    if facts is not None:
        yield facts


def in_full(durations: Durations) -> str:
    """Return « 20 min en ligne, 3 h en séance, 45 min en version courte »."""
    known = (
        (durations.online_min, "en ligne"),
        (durations.session_min, "en séance"),
        (durations.short_min, "en version courte"),
    )
    return ", ".join(f"{in_words(minutes)} {how}" for minutes, how in known if minutes)


def _start(module: Module) -> Iterator[Element]:
    if module.steps:
        first = module.steps[0]
        start = link(f"{first.id}.md", label("Commencer"), first.title)
        start.set("class", "emas-bouton")
        yield element("p", None, start)


def _objectives(module: Module) -> tuple[Element, ...]:
    items = (element("li", None, item.statement) for item in module.objectives)
    lead = element("p", None, f"À la fin, vous saurez{NBSP}:")
    return section("objectifs", "Objectifs", lead, element("ul", None, *items))


def _steps(module: Module) -> Element:
    steps = {"class": "emas-etapes", **steps_of(module)}
    return element("ol", steps, *(_step(step) for step in module.steps))


def _assessments(module: Module) -> Iterable[Element]:
    """Return where one sees what one knows, before and after."""
    items = [
        element("li", None, link(f"{assessment.id}.md", title_of(assessment.id)))
        for assessment in module.assessments
    ]
    return section("se_situer", "Se situer", element("ul", None, *items)) if items else ()


def _step(step: Step) -> Element:
    online = step.durations.online_min
    time_needed = [classed("span", "emas-discret", f" {in_words(online)}")] if online else []
    item = {"data-etape": step.id}
    return element("li", item, link(f"{step.id}.md", step.title), *time_needed)


def _place(module: Module, rank: int) -> Element:
    online = module.steps[rank].durations.online_min
    parts = [f"Étape {rank + 1} sur {len(module.steps)}"]
    parts += [f"{in_words(online)} de lecture"] if online else []
    return classed("p", "emas-place", link("index.md", module.title), f" · {' · '.join(parts)}")


def _neighbours(module: Module, rank: int) -> Element:
    previous = module.steps[rank - 1] if rank else None
    following = module.steps[rank + 1] if rank + 1 < len(module.steps) else None
    before = _way("Étape précédente", previous.title, f"{previous.id}.md") if previous else None
    after = (
        _way("Étape suivante", following.title, f"{following.id}.md")
        if following
        else _way("Fin du module", "Revoir ce que je peux essayer demain", "index.md")
    )
    ways = [*([before] if before is not None else []), after]
    return element("nav", {"class": "emas-suite", "aria-label": "Étapes du module"}, *ways)


def _way(word: str, title: str, href: str) -> Element:
    return link(href, classed("span", "emas-suite__mot", word, hidden(label(""))), title)
