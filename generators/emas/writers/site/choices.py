"""Vignettes and questions: each choice opens on what can be said of it, without JavaScript."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from string import ascii_uppercase
from xml.etree.ElementTree import Element

from emas.document import Block, Choice, Decision, Paragraph, Verdict, Vignette, walk
from emas.model import Answer, ChoiceKind, ChoiceQuestion, shown_answers
from emas.theme import Kind
from emas.writers.site import blocks as plain
from emas.writers.site.elements import NARROW, Child, classed, element, label, link
from emas.writers.site.frames import framed
from emas.writers.site.inlines import still
from emas.writers.site.references import named
from emas.writers.site.scope import Scope

VERDICTS: Mapping[Verdict, tuple[str, str, Kind]] = {
    Verdict.ADVISED: ("✓", "Conseillé", Kind.RIGHT_ANSWER),
    Verdict.POSSIBLE: ("≈", "Possible", Kind.QUESTION),
    Verdict.AVOID: ("✗", "À éviter", Kind.WARNING),
}
INVITATIONS: Mapping[ChoiceKind, str] = {
    ChoiceKind.SINGLE: "Une seule bonne réponse. Choisissez, puis ouvrez une réponse.",
    ChoiceKind.MULTIPLE: "Plusieurs bonnes réponses. Choisissez, puis ouvrez les réponses.",
    ChoiceKind.TRUE_FALSE: f"Vrai ou faux{NARROW}? Choisissez, puis ouvrez une réponse.",
}


def vignette(node: Vignette, scope: Scope) -> Element:
    """Return a case and its decision points."""
    known = {item.id: item for item in walk(node.blocks) if isinstance(item, Decision)}
    inner = replace(scope, decisions=known)
    levels = ", ".join(scope.vocabulary.levels.get(level, level) for level in node.levels)
    head = [classed("p", "emas-boite__niveaux", label("Niveau"), levels)] if levels else []
    body = [*head, *plain.blocks(node.blocks, inner)]
    return framed(Kind.SITUATION, node.id, node.title, body, scope)


def decision(node: Decision, scope: Scope) -> Element:
    """Return a decision point; several choices may be defended."""
    hint = classed("p", "emas-consigne", "Choisissez, puis ouvrez les propositions une à une.")
    options = (_choice(choice, rank, scope) for rank, choice in enumerate(node.choices))
    body = [*plain.blocks(node.blocks, scope), hint, classed("ul", "emas-choix", *options)]
    return framed(Kind.DECISION, node.id, node.title, body, scope)


def _choice(choice: Choice, rank: int, scope: Scope) -> Element:
    sign, word, kind = VERDICTS[choice.verdict]
    body: list[Child] = [*plain.blocks(choice.feedback, scope)]
    if choice.goto and choice.goto in scope.decisions:
        title = still(scope.decisions[choice.goto].title, scope)
        body.append(element("p", None, label("La suite"), link(f"#{choice.goto}", *title)))
    return _option(rank, choice.label, (sign, word, kind), body, scope)


def question(node: ChoiceQuestion, scope: Scope) -> Element:
    """Return a question; opening an answer says whether it is right, and why."""
    options = (_answer(answer, rank, scope) for rank, answer in enumerate(shown_answers(node)))
    body = [
        *plain.blocks(node.statement, scope),
        classed("p", "emas-consigne", INVITATIONS[node.kind]),
        *_folded("Un indice", plain.blocks(node.hint, scope)),
        classed("ul", "emas-choix", *options),
        *_folded("Le point sur la question", _summing_up(node, scope)),
    ]
    return framed(Kind.QUESTION, node.id, (), body, scope)


def _answer(answer: Answer, rank: int, scope: Scope) -> Element:
    right = ("✓", scope.word(Kind.RIGHT_ANSWER), Kind.RIGHT_ANSWER)
    verdict = right if answer.right else ("✗", "Ce n’est pas cette réponse", Kind.WARNING)
    return _option(rank, answer.label, verdict, plain.blocks(answer.feedback, scope), scope)


def _summing_up(node: ChoiceQuestion, scope: Scope) -> Iterator[Element]:
    yield from plain.blocks(node.feedback, scope)
    if node.source:
        yield classed("p", "emas-discret", label("Source"), *named(node.source, scope))


def _option(
    rank: int,
    wording: tuple[Block, ...],
    verdict: tuple[str, str, Kind],
    feedback: Iterable[Child],
    scope: Scope,
) -> Element:
    sign, word, kind = verdict
    letter = classed("span", "emas-choix__lettre", ascii_uppercase[rank])
    first, rest = _first_line(wording)
    words = classed("span", "emas-choix__texte", *still(first.children if first else (), scope))
    mark = element("span", {"aria-hidden": "true"}, f"{sign} ")
    said = classed("p", f"emas-verdict emas-verdict--{kind}", mark, element("strong", None, word))
    answer = classed("div", "emas-choix__retour", said, *plain.blocks(rest, scope), *feedback)
    return element(
        "li", None, element("details", None, element("summary", None, letter, " ", words), answer)
    )


def _first_line(wording: tuple[Block, ...]) -> tuple[Paragraph | None, tuple[Block, ...]]:
    match wording:
        case (Paragraph() as first, *rest):
            return first, tuple(rest)
        case _:
            return None, wording


def _folded(title: str, body: Iterator[Element]) -> Iterator[Element]:
    if content := list(body):
        yield classed("details", "emas-plus", element("summary", None, title), *content)
