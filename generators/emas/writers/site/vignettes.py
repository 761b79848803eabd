"""Cases and their decisions: what one would do, then what can be said of each way."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from emas.document import Choice, Decision, Verdict, Vignette, walk
from emas.model import decision_version
from emas.theme import Kind
from emas.writers.site import blocks as plain
from emas.writers.site.choices import choices, recalled
from emas.writers.site.elements import classed, label, link
from emas.writers.site.forms import Form, form, judged, remark, remarks
from emas.writers.site.frames import framed
from emas.writers.site.inlines import inlines, still
from emas.writers.site.scope import Scope

VERDICTS: Mapping[Verdict, tuple[str, str, Kind]] = {
    Verdict.ADVISED: ("✓", "Conseillé", Kind.RIGHT_ANSWER),
    Verdict.POSSIBLE: ("≈", "Possible", Kind.QUESTION),
    Verdict.AVOID: ("△", "À éviter", Kind.WARNING),
}


def vignette(node: Vignette, scope: Scope) -> Element:
    """Return a case and its decisions, one after the other; `situations.js` gives them in turn."""
    known = {item.id: item for item in walk(node.blocks) if isinstance(item, Decision)}
    inner = replace(scope, decisions=known)
    levels = ", ".join(scope.vocabulary.levels.get(level, level) for level in node.levels)
    head = [classed("p", "emas-boite__niveaux", label("Niveau"), levels)] if levels else []
    body = [*head, *plain.blocks(node.blocks, inner)]
    return framed(Kind.SITUATION, node.id, node.title, body, scope)


def decision(node: Decision, scope: Scope) -> Element:
    """Return a decision; a choice is known by its rank in the source, which the version covers."""
    items = [(str(rank), choice.label) for rank, choice in enumerate(node.choices)]
    parts = Form(
        id=node.id,
        kind="decision",
        key=f"{posixpath.dirname(scope.uri)}/{node.id}",
        version=decision_version(node),
        before=plain.blocks(node.blocks, scope),
        legend=inlines(node.title, scope) if node.title else [scope.word(Kind.DECISION)],
        told="Plusieurs choix peuvent se défendre.",
        fields=[choices(node.id, "radio", items, scope)],
        opener="Voir ce que l’on peut dire de chaque choix",
        correction=[
            remarks(_remark(choice, rank, scope) for rank, choice in enumerate(node.choices))
        ],
    )
    return framed(Kind.DECISION, node.id, (), [form(parts)], scope)


def _remark(choice: Choice, rank: int, scope: Scope) -> Element:
    verdict = judged(*VERDICTS[choice.verdict])
    body = [*plain.blocks(choice.feedback, scope), *_way_on(choice, scope)]
    way = {"vers": choice.goto} if choice.goto else {}
    return remark(str(rank), recalled(rank, choice.label), verdict, body, **way)


def _way_on(choice: Choice, scope: Scope) -> Iterator[Element]:
    if choice.goto and choice.goto in scope.decisions:
        title = still(scope.decisions[choice.goto].title, scope)
        yield classed("p", "emas-vers", label("La suite"), link(f"#{choice.goto}", *title))
