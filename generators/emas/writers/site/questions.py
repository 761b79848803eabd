"""Questions: for each kind, a function says what is filled in and what can be said of it."""

from collections.abc import Iterator, Mapping
from typing import assert_never
from xml.etree.ElementTree import Element

from emas.document import Blocks, Inlines, Paragraph
from emas.model import Answer, ChoiceKind, ChoiceQuestion, Question, question_version, shown_ranks
from emas.theme import Kind
from emas.writers.site import blocks as plain
from emas.writers.site.choices import choices, recalled
from emas.writers.site.elements import NARROW, classed, label
from emas.writers.site.forms import Fields, Form, form, judged, remark
from emas.writers.site.frames import framed
from emas.writers.site.inlines import inlines
from emas.writers.site.references import named
from emas.writers.site.scope import Scope


def question(node: Question, scope: Scope) -> Element:
    """Return a question in its frame."""
    before, asked, after = _parted(node.statement)
    fields = _fields(node, scope)
    parts = Form(
        id=node.id,
        kind=node.kind,
        key=node.id,
        version=question_version(node),
        before=plain.blocks(before, scope),
        legend=inlines(asked, scope) if asked else [scope.word(Kind.QUESTION)],
        told=fields.told,
        fields=[*plain.blocks(after, scope), *fields.fields],
        hint=plain.blocks(node.hint, scope),
        opener="Voir la réponse et les explications",
        remarks=fields.remarks,
        summing_up=_summing_up(node, scope),
    )
    return framed(Kind.QUESTION, node.id, (), [form(parts)], scope)


def _parted(statement: Blocks) -> tuple[Blocks, Inlines, Blocks]:
    """Return what comes before what is asked, which is the last paragraph; it; what comes after.

    What is asked names the group of fields, for those who hear the page.
    """
    for rank in reversed(range(len(statement))):
        if isinstance(asked := statement[rank], Paragraph):
            return statement[:rank], asked.children, statement[rank + 1 :]
    return statement, (), ()


def _fields(node: Question, scope: Scope) -> Fields:
    match node:
        case ChoiceQuestion():
            return _choice(node, scope)
        case _:
            assert_never(node)


TOLD: Mapping[ChoiceKind, str] = {
    ChoiceKind.SINGLE: "Une seule bonne réponse.",
    ChoiceKind.MULTIPLE: "Plusieurs bonnes réponses.",
    ChoiceKind.TRUE_FALSE: f"Vrai ou faux{NARROW}?",
}
NOT_RIGHT: Mapping[ChoiceKind, str] = {
    ChoiceKind.SINGLE: "Ce n’est pas cette réponse",
    ChoiceKind.MULTIPLE: "Cette réponse ne convient pas",
    ChoiceKind.TRUE_FALSE: "Ce n’est pas cette réponse",
}


def _choice(node: ChoiceQuestion, scope: Scope) -> Fields:
    """Return a choice; an answer is known by its rank in the source, which the version covers."""
    kind = "checkbox" if node.kind is ChoiceKind.MULTIPLE else "radio"
    shown = [(str(rank + 1), node.answers[rank]) for rank in shown_ranks(node)]
    items = [(value, answer.label) for value, answer in shown]
    return Fields(
        told=TOLD[node.kind],
        fields=[choices(node.id, kind, items, scope)],
        remarks=[
            _remark(node.kind, place, value, answer, scope)
            for place, (value, answer) in enumerate(shown)
        ],
    )


def _remark(kind: ChoiceKind, place: int, value: str, answer: Answer, scope: Scope) -> Element:
    recall = recalled(place, answer.label)
    feedback = plain.blocks(answer.feedback, scope)
    if answer.right:
        verdict = judged("✓", scope.word(Kind.RIGHT_ANSWER), Kind.RIGHT_ANSWER)
        return remark(value, recall, verdict, feedback, juste="")
    return remark(value, recall, judged("○", NOT_RIGHT[kind], Kind.WARNING), feedback)


def _summing_up(node: Question, scope: Scope) -> Iterator[Element]:
    yield from plain.blocks(node.feedback, scope)
    if node.source:
        yield classed("p", "emas-discret", label("Source"), *named(node.source, scope))
