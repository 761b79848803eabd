"""What a variant keeps: by audience, level, length and medium."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from emas.document import (
    Adaptation,
    Axis,
    Blocks,
    Comment,
    Conditional,
    Draft,
    InlineComment,
    Medium,
    Node,
    PlainTwin,
    SlideOverride,
    TrainerNote,
    Vignette,
    WritingLines,
    rewrite,
)
from emas.model import Module, Objective, Step, Variant
from emas.transforms.condense import condensed
from emas.transforms.plain import in_plain_words

LEFT_OUT: Mapping[Medium, Mapping[type[Node], str]] = {
    Medium.SITE: {
        TrainerNote: "pour la personne qui anime",
        SlideOverride: "pour le diaporama",
    },
    Medium.SLIDES: {
        PlainTwin: "version simple",
        WritingLines: "pour le papier",
    },
    Medium.PAPER: {
        TrainerNote: "pour la personne qui anime",
        SlideOverride: "pour le diaporama",
        PlainTwin: "version simple",
    },
    Medium.GUIDE: {
        PlainTwin: "version simple",
        WritingLines: "pour les participants",
    },
}
"""What a medium leaves out by design, and why, from the table of the source format.

It goes before terms are marked and citations numbered: a term is explained, and a source
listed, where somebody will read it. A booklet in plain words keeps the twins, which then take
the place of what they say again.
"""


def select_blocks(blocks: Blocks, variant: Variant, medium: Medium) -> Blocks:
    """Return `blocks` without what this variant leaves out.

    Drafts and comments go from every medium, and from each what it has no use for. A condition
    that is decided disappears, with or without its content; one that is not (no audience
    chosen, say) stays, to be labelled.
    """

    def visit(node: Node) -> tuple[Node, ...]:
        if type(node) in LEFT_OUT[medium] and not (variant.plain and isinstance(node, PlainTwin)):
            return ()
        match node:
            case Comment() | InlineComment() | Draft():
                return ()
            case Conditional():
                holds = _holds(node, variant, medium)
                if holds is None:
                    return (node,)
                return node.blocks if holds else ()
            case Vignette() | Adaptation() if _other_level(node.levels, variant):
                return ()
            case _:
                return (node,)

    return rewrite(blocks, visit)


def _other_level(levels: tuple[str, ...], variant: Variant) -> bool:
    return bool(levels) and variant.level is not None and variant.level not in levels


def _holds(condition: Conditional, variant: Variant, medium: Medium) -> bool | None:
    """Return whether a condition holds, or None when the variant does not decide it."""
    match condition.axis:
        case Axis.MEDIUM:
            if medium is Medium.GUIDE:
                return True if Medium.PAPER in condition.values else None
            return medium.value in condition.values
        case Axis.LENGTH:
            whole = not variant.short and variant.minutes is None
            if medium is Medium.SITE or (medium is Medium.GUIDE and whole):
                return None
            return ("courte" if variant.short else "longue") in condition.values
        case Axis.AUDIENCE:
            return None if variant.audience is None else variant.audience in condition.values
        case Axis.NOT_AUDIENCE:
            return None if variant.audience is None else variant.audience not in condition.values
        case Axis.LEVEL:
            return None if variant.level is None else variant.level in condition.values
        case _:
            assert_never(condition.axis)


def select(module: Module, variant: Variant, medium: Medium) -> Module:
    """Return `module` as `variant` needs it, whatever `variant.minutes`.

    The short version has no step without a duration, nor the objectives of such steps. A booklet
    condenses the steps before any condition is decided: what is for an audience keeps the same
    words, whether it is alone or among others.
    """

    def change(blocks: Blocks) -> Blocks:
        selected = select_blocks(blocks, variant, medium)
        return in_plain_words(selected) if variant.plain else selected

    steps = tuple(
        replace(
            step,
            blocks=change(condensed(step.blocks) if medium is Medium.PAPER else step.blocks),
            questions=tuple(question.with_texts(change) for question in step.questions),
        )
        for step in module.steps
        if step.durations.short_min or not variant.short
    )
    return replace(
        module,
        steps=steps,
        objectives=covered_objectives(module, steps),
        bank=tuple(question.with_texts(change) for question in module.bank),
    )


def covered_objectives(module: Module, steps: Iterable[Step]) -> tuple[Objective, ...]:
    """Return the objectives of `module`, but for those that only its other steps name."""
    named = {objective for step in module.steps for objective in step.objectives}
    still = {objective for step in steps for objective in step.objectives}
    return tuple(item for item in module.objectives if item.id in still or item.id not in named)
