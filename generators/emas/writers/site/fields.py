"""What is filled in to answer a question of each kind, and what can be said of it afterwards.

Whatever is ticked, ordered, paired or sorted is known by its number in the source, from 0, which
the version of the question covers.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never
from xml.etree.ElementTree import Element

from emas.document import Blocks
from emas.model import (
    Answer,
    Gaps,
    Kind,
    Matching,
    Number,
    Open,
    Ordering,
    Position,
    Question,
    Scale,
    Sorting,
    Ticking,
    is_collected,
    shown_answers,
)
from emas.model.sheet import LONGEST
from emas.theme import Kind as Look
from emas.transforms.exercises import NO_NAME, exercise
from emas.writers.site import arranging
from emas.writers.site import blocks as plain
from emas.writers.site.choices import choices, recalled
from emas.writers.site.elements import NARROW, NBSP, classed, element, label
from emas.writers.site.forms import Fields, judged, remark, remarks
from emas.writers.site.inlines import typed
from emas.writers.site.scope import Scope

TOLD = {
    Kind.SINGLE: "Une seule bonne réponse.",
    Kind.MULTIPLE: "Plusieurs bonnes réponses.",
    Kind.TRUE_FALSE: f"Vrai ou faux{NARROW}?",
    Kind.ORDER: "Mettez dans l’ordre.",
    Kind.MATCHING: "Trouvez ce qui va ensemble.",
    Kind.CATEGORIES: "Choisissez une catégorie à chaque ligne.",
    Kind.GAPS: "Les capitales et les accents ne comptent pas.",
    Kind.NUMBER: "Écrivez un nombre.",
    Kind.SCALE: "Aucune bonne réponse.",
    Kind.POSITION: "Aucune bonne réponse, et pour vous seulement.",
    Kind.OPEN: f"Avec vos mots. {NO_NAME} Votre texte reste dans ce navigateur.",
}
ON_PLATFORMS = {
    Kind.POSITION: f"Aucune bonne réponse, et pour vous seulement{NBSP}: rien n’est transmis.",
    Kind.OPEN: f"Avec vos mots. {NO_NAME} Votre texte reste dans cette fenêtre{NARROW}; il "
    "s’efface quand vous la fermez.",
}
IN_SESSIONS = {
    Kind.POSITION: f"Aucune bonne réponse, et pour vous seulement{NBSP}: elle n’est pas donnée "
    "avec vos réponses.",
    Kind.OPEN: f"Avec vos mots. {NO_NAME} Pour vous seulement{NBSP}: ce texte n’est pas donné "
    "avec vos réponses.",
}
COLLECTED = f"Avec vos mots. {NO_NAME} Ce texte est donné avec vos réponses."
AFTER = "Ce texte est lu après la séance."
URGENT = f" Urgence{NBSP}: 15, 17, 18 ou 112{NARROW}; enfant en danger{NBSP}: 119."
NOT_RIGHT = {
    Kind.SINGLE: "Ce n’est pas cette réponse",
    Kind.MULTIPLE: "Cette réponse ne convient pas",
    Kind.TRUE_FALSE: "Ce n’est pas cette réponse",
}
NUMBERS = "123456789"


def fields(node: Question, scope: Scope) -> Fields:
    """Return the fields of a question, and its correction."""
    if isinstance(node.task, Ticking):
        correction: Iterable[Element] = [_said(node, node.task, scope)]
    else:
        correction = plain.blocks(exercise(node).solution, scope)
    return Fields(_told(node, scope), _filled_in(node, scope), correction)


def _told(node: Question, scope: Scope) -> str:
    if isinstance(node.task, Gaps) and node.task.strict:
        return "À la lettre près."
    if scope.session and isinstance(node.task, Open) and is_collected(node):
        return COLLECTED
    apart = ON_PLATFORMS if scope.platform else IN_SESSIONS if scope.session else {}
    return {**TOLD, **apart}[node.kind]


def _filled_in(node: Question, scope: Scope) -> Iterator[Element]:
    match node.task:
        case Ticking() as task:
            yield _ticking(task, node.id, scope)
        case Ordering() as task:
            yield arranging.order(task, node.id, scope)
        case Matching() as task:
            yield arranging.pairs(task, node.id, scope)
        case Sorting() as task:
            yield arranging.categories(task, node.id, scope)
        case Gaps():
            pass  # they are in the statement
        case Number(unit=unit):
            yield _number(unit)
        case Scale(labels=labels):
            yield _points(labels, node.id, scope)
        case Position():
            yield _points(exercise(node).options, node.id, scope)
        case Open():
            yield from _open(node, read=scope.session and is_collected(node))
        case _:
            assert_never(node.task)


def _open(node: Question, *, read: bool) -> Iterator[Element]:
    """Yield what to write in. `read`: somebody will, but not now; it is told beside the field."""
    facts = {
        "rows": "5",
        "maxlength": str(LONGEST if read else 1500),
        "aria-label": "Votre réponse",
    }
    if read:
        name = f"{node.id}-lu"
        told = element("strong", {}, AFTER)
        yield element("p", {"class": "emas-lu-apres", "id": name}, told, URGENT)
        facts["aria-describedby"] = name
    yield element("textarea", facts)


def _ticking(task: Ticking, identifier: str, scope: Scope) -> Element:
    kind = "checkbox" if task.kind is Kind.MULTIPLE else "radio"
    items = [(str(number), answer.label) for number, answer in shown_answers(task, identifier)]
    return choices(identifier, kind, items, scope)


def _said(node: Question, task: Ticking, scope: Scope) -> Element:
    shown = enumerate(shown_answers(task, node.id))
    return remarks(
        _remark(task.kind, place, str(number), answer, scope) for place, (number, answer) in shown
    )


def _remark(kind: Kind, place: int, value: str, answer: Answer, scope: Scope) -> Element:
    recall = recalled(place, answer.label)
    feedback = plain.blocks(answer.feedback, scope)
    if answer.right:
        verdict = judged("✓", scope.word(Look.RIGHT_ANSWER), Look.RIGHT_ANSWER)
    else:
        verdict = judged("○", NOT_RIGHT[kind], Look.WARNING)
    return remark(value, recall, verdict, feedback)


def _points(labels: Iterable[Blocks], identifier: str, scope: Scope) -> Element:
    """Return the points of a scale; those between two named ones have but their number."""
    items = [(str(rank), label) for rank, label in enumerate(labels)]
    result = choices(identifier, "radio", items, scope, NUMBERS)
    result.set("class", "emas-choix emas-echelle")
    return result


def _number(unit: str) -> Element:
    name = f"Votre réponse, en {unit}" if unit else "Votre réponse"
    field = typed({"inputmode": "decimal", "class": "emas-trou"})
    return classed("p", "emas-saisie", element("label", None, label(name), field))
