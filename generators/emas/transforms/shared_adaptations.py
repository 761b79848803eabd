"""Blocks that only name a shared adaptation, given its words."""

from collections.abc import Mapping
from dataclasses import replace

from emas.diagnostics import Span
from emas.document import (
    Adaptation,
    Blocks,
    Inline,
    Inlines,
    Node,
    Paragraph,
    PlainTwin,
    Text,
    rewrite,
    walk,
)
from emas.model import Catalogue, Module, SharedAdaptation, Step

Entries = Mapping[str, SharedAdaptation]


def with_adaptations(catalogue: Catalogue) -> Catalogue:
    """Return `catalogue` with the words of each shared adaptation wherever a text names it."""
    entries = {shared.id: shared for shared in catalogue.adaptations}
    if not entries:
        return catalogue
    return replace(
        catalogue,
        modules=tuple(_module(module, entries) for module in catalogue.modules),
        pages=tuple(
            replace(page, blocks=_filled(page.blocks, entries)) for page in catalogue.pages
        ),
    )


def named_in(module: Module) -> frozenset[str]:
    """Return the ids of the shared adaptations that a module has the words of."""
    asked = (block for question in module.all_questions() for block in question.texts())
    blocks = (*(block for step in module.steps for block in step.blocks), *asked)
    return frozenset(
        node.entry for node in walk(blocks) if isinstance(node, Adaptation) and node.entry
    )


def _module(module: Module, entries: Entries) -> Module:
    return replace(
        module,
        steps=tuple(_step(step, entries) for step in module.steps),
        bank=tuple(
            question.with_texts(lambda blocks: _filled(blocks, entries)) for question in module.bank
        ),
    )


def _step(step: Step, entries: Entries) -> Step:
    return replace(
        step,
        blocks=_filled(step.blocks, entries),
        questions=tuple(
            question.with_texts(lambda blocks: _filled(blocks, entries))
            for question in step.questions
        ),
    )


def _filled(blocks: Blocks, entries: Entries) -> Blocks:
    def visit(node: Node) -> tuple[Node, ...]:
        if isinstance(node, Adaptation) and node.entry in entries:
            return (_as_box(entries[node.entry], node),)
        return (node,)

    named = any(isinstance(node, Adaptation) and node.entry for node in walk(blocks))
    return rewrite(blocks, visit) if named else blocks


def _as_box(shared: SharedAdaptation, box: Adaptation) -> Adaptation:
    """Return `box`, which only names `shared`, with its words.

    They are said to stand where the box does: that is the line that its author may change.
    """

    def moved(blocks: Blocks) -> Blocks:
        return rewrite(blocks, lambda node: (_at(node, box.span),))

    twin = PlainTwin(moved(shared.plain), f"{box.id}/simple", box.span)
    return replace(
        box,
        title=(Text(shared.title, box.span),),
        need=(Text(shared.need, box.span),),
        domain=shared.domain,
        levels=shared.levels,
        how=_on_one_line(moved(shared.how)),
        avoid=_on_one_line(moved(shared.avoid)),
        measure=_on_one_line(moved(shared.measure)),
        difficulties=shared.difficulties,
        source=shared.source,
        source_span=box.span,
        blocks=(*moved(shared.intro), *([twin] if shared.plain else []), *box.blocks),
    )


def _at(node: Node, span: Span) -> Node:
    return replace(node, span=span)


def _on_one_line(blocks: Blocks) -> Inlines:
    """Return the sentences of paragraphs and lists one after the other."""
    line: list[Inline] = []
    for node in walk(blocks):
        if isinstance(node, Paragraph):
            line += (Text(" ", node.span), *node.children) if line else node.children
    return tuple(line)
