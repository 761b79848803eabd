"""Questions: a form around the fields of each kind."""

import json
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from emas.document import Blocks, Inlines, Paragraph
from emas.model import Gaps, Kind, Question, key, question_version
from emas.theme import Kind as Look
from emas.writers.site import blocks as plain
from emas.writers.site import references
from emas.writers.site.elements import classed, label
from emas.writers.site.fields import fields
from emas.writers.site.forms import Form, form
from emas.writers.site.frames import framed
from emas.writers.site.inlines import inlines
from emas.writers.site.scope import Scope

OPENERS = {
    Kind.SCALE: "Voir ce que l’on peut en dire",
    Kind.POSITION: "Voir ce que l’on peut en dire",
    Kind.OPEN: "Voir un exemple de réponse",
}

GAPS = "Complétez ce texte."
"""What a text to complete is called, since it may not name the fields that it holds."""


def question(node: Question, scope: Scope) -> Element:
    """Return a question in its frame."""
    before, asked, after = _parted(node)
    named = GAPS if isinstance(node.task, Gaps) else scope.word(Look.QUESTION)
    parts = fields(node, scope)
    written = Form(
        id=node.id,
        kind=node.kind,
        key=f"{scope.assessment}/{node.id}" if scope.assessment else node.id,
        version=question_version(node),
        before=plain.blocks(before, scope),
        legend=inlines(asked, scope) if asked else [named],
        told=parts.told,
        fields=[*plain.blocks(after, scope), *parts.fields],
        hint=plain.blocks(node.hint, scope),
        opener=OPENERS.get(node.kind, "Voir la réponse et les explications"),
        correction=[*parts.correction, *_summing_up(node, scope)],
        right=json.dumps(key(node), ensure_ascii=False),
    )
    return framed(Look.QUESTION, node.id, (), [form(written)], scope)


def _parted(node: Question) -> tuple[Blocks, Inlines, Blocks]:
    """Return what comes before what is asked, which is the last paragraph; it; what comes after.

    What is asked names the group of fields, for those who hear the page. A text to complete is
    made of fields, and may not name them.
    """
    statement = node.statement
    if isinstance(node.task, Gaps):
        return (), (), statement
    for rank in reversed(range(len(statement))):
        if isinstance(asked := statement[rank], Paragraph):
            return statement[:rank], asked.children, statement[rank + 1 :]
    return statement, (), ()


def _summing_up(node: Question, scope: Scope) -> Iterator[Element]:
    yield from plain.blocks(node.feedback, scope)
    if node.source:
        yield classed("p", "emas-discret", label("Source"), *references.named(node.source, scope))
