"""Assessments: a page of questions each, then what to see again; `evaluations.js` sums them up.

Without script, each question has its solution to open, and the end of the page says which steps go
with which objective.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from emas.document import QuestionRef
from emas.model import (
    BEFORE,
    Assessment,
    Edition,
    Module,
    Question,
    asked,
    counting,
    enough,
    title_of,
)
from emas.writers.site import blocks as plain
from emas.writers.site import calls, platform
from emas.writers.site.elements import (
    Attributes,
    Child,
    classed,
    element,
    fill,
    label,
    link,
    section,
)
from emas.writers.site.hrefs import relative, step_uri
from emas.writers.site.module_pages import about
from emas.writers.site.page import SitePage
from emas.writers.site.progress import steps_of
from emas.writers.site.scope import Scope

LEADS = {
    BEFORE: "Quelques questions pour savoir par où commencer.",
    "acquis": "Quelques questions pour voir ce que vous avez retenu, et ce qui mérite d’être relu.",
    "a-froid": "Les mêmes points, quelque temps après : ce qui reste, ce qui mérite d’être relu.",
}
REASSURING = "Rien n’est noté, rien n’est envoyé : vos réponses restent dans ce navigateur."


def assessment_page(
    edition: Edition, assessment: Assessment, scope: Scope, following: Iterable[Element] = ()
) -> SitePage:
    """Return the page of an assessment: its questions, then the steps of each objective.

    `following` are the paths that one may go back to.

    A draw is made for each reader by the script; the page shows the one of the module's id.
    """
    module = edition.module
    inner = replace(scope, assessment=assessment.id)
    shown = asked(module, assessment, module.id)
    every = (*shown, *_drawn(module, assessment, shown))
    title = title_of(assessment.id)
    lead = LEADS.get(assessment.id, "Quelques questions.")
    questions = [
        _question(item, inner, hidden=item not in shown, drawn=item in module.bank)
        for item in every
    ]
    tree = element(
        "div",
        None,
        element("h1", None, title),
        classed("p", "emas-place", link("index.md", module.title), *_delay(assessment)),
        classed("p", "emas-chapo", lead),
        element(
            "p", None, f"{platform.NOTICE} {platform.PRIVATE}" if scope.platform else REASSURING
        ),
        element("div", _facts(module, assessment), *questions),
        *following,
    )
    fill(
        tree,
        section("par_objectif", "Pour chaque objectif, les étapes", objectives(module, scope.uri)),
    )
    texts = (block for item in every for block in item.texts())
    calls.resolve(tree, texts, scope)
    fill(tree, [about(edition)])
    return SitePage(scope.uri, title, f"{module.title}. {lead}", tree)


def _drawn(
    module: Module, assessment: Assessment, shown: tuple[Question, ...]
) -> Iterator[Question]:
    """Yield what another draw may ask beside `shown`: the rest of the bank."""
    if assessment.draw is not None:
        yield from (item for item in module.bank if item.scored and item not in shown)


def _question(item: Question, scope: Scope, *, hidden: bool, drawn: bool) -> Element:
    (framed,) = plain.blocks((QuestionRef(item.id, item.span),), scope)
    framed.set("data-objectif", item.objective)
    if drawn and item.scored:
        framed.set("data-banque", "")
    if hidden:
        framed.set("hidden", "")
    return framed


def _facts(module: Module, assessment: Assessment) -> Attributes:
    drawn = assessment.draw is not None
    return {
        "class": "emas-evaluation",
        "data-evaluation": f"{module.id}/{assessment.id}",
        "data-avant": "" if assessment.id == BEFORE else None,
        "data-seuil": f"{enough(assessment):g}",
        "data-nommees": " ".join(assessment.questions),
        "data-tirage": str(assessment.draw) if drawn else None,
        "data-par-objectif": str(assessment.per_objective) if drawn else None,
        **(_completing(module, assessment) if assessment == counting(module) else {}),
    }


def _completing(module: Module, assessment: Assessment) -> Attributes:
    """Return what tells whether the module is finished once this has been taken."""
    threshold = f"{assessment.threshold:g}" if assessment.threshold else None
    return {**steps_of(module), "data-reussite": threshold}


def _delay(assessment: Assessment) -> Iterator[str]:
    if assessment.delay_months:
        yield f" · environ {assessment.delay_months} mois après la formation"


def objectives(module: Module, uri: str) -> Element:
    """Return each objective with the steps that work on it, for the page of that uri."""
    items = (
        element(
            "li",
            {"data-objectif": objective.id},
            classed("span", "emas-objectif", objective.statement),
            *_steps(module, objective.id, uri),
        )
        for objective in module.objectives
    )
    return classed("ul", "emas-objectifs", *items)


def _steps(module: Module, objective: str, uri: str) -> Iterator[Element]:
    found = [step for step in module.steps if objective in step.objectives]
    links: list[Child] = []
    for step in found:
        links += [", "] if links else []
        links.append(link(relative(step_uri(module.id, step.id), uri), step.title))
    if links:
        yield element("div", None, label("Étapes" if len(found) > 1 else "Étape"), *links)
