"""A module without what a duration leaves out, so that no output speaks of it."""

from collections.abc import Iterator
from dataclasses import replace

from emas.document import (
    Activity,
    Block,
    Blocks,
    Conditional,
    Footnote,
    FootnoteRef,
    Heading,
    Node,
    QuestionRef,
    TrainerNote,
    Vignette,
    rewrite,
    walk,
)
from emas.model import Module, RunningOrder, Step
from emas.transforms.selection import covered_objectives


def shortened(module: Module, order: RunningOrder) -> Module:
    """Return `module` without what `order` leaves out, with the durations of `order`.

    An exercise goes with the trainer's notes that follow it, with the headings, the footnotes and
    the questions that nothing else needs; a step, with the objectives that it alone has.
    """
    gone = {(item.step, item.id) for item in order.left_out}
    steps = tuple(
        _with_duration(_without(step, {box for name, box in gone if name == step.id}), order)
        for step in module.steps
        if (step.id, "") not in gone
    )
    return replace(
        module,
        steps=steps,
        objectives=covered_objectives(module, steps),
        durations=replace(module.durations, session_min=order.total_min),
    )


def _with_duration(step: Step, order: RunningOrder) -> Step:
    durations = replace(step.durations, session_min=order.step_min(step.id))
    return replace(step, durations=durations)


def _without(step: Step, boxes: set[str]) -> Step:
    """Return `step` without its `boxes`, nor what was there for them only."""
    if not boxes:
        return step
    out = boxes | set(_notes_after(step.blocks, boxes))

    def visit(node: Node) -> tuple[Node, ...]:
        match node:
            case Activity() | Vignette() | TrainerNote() if node.id in out:
                return ()
            case Conditional(blocks=()):
                return ()
            case _:
                return (node,)

    left = rewrite(step.blocks, visit)
    bare = set(_bare_headings(left)) - set(_bare_headings(step.blocks))
    left = tuple(block for block in left if block not in bare)
    left = _without_footnotes(left, _calls(step.blocks) - _calls(left))
    silent = _asked(step.blocks) - _asked(left)
    questions = tuple(question for question in step.questions if question.id not in silent)
    return replace(step, blocks=left, questions=questions)


def _notes_after(blocks: Blocks, boxes: set[str]) -> Iterator[str]:
    """Yield the ids of the trainer's notes that come right after one of `boxes`."""
    going = False
    for block in blocks:
        match block:
            case TrainerNote():
                if going:
                    yield block.id
            case Activity() | Vignette():
                going = block.id in boxes
            case _:
                going = False
                if isinstance(block, Conditional):
                    yield from _notes_after(block.blocks, boxes)


def _bare_headings(blocks: Blocks) -> Iterator[Block]:
    """Yield the headings that nothing follows, other headings aside, before one of their level."""
    above: list[Heading] = []
    for block in blocks:
        if not isinstance(block, Heading):
            above.clear()
            continue
        while above and above[-1].level >= block.level:
            yield above.pop()
        above.append(block)
    yield from above


def _without_footnotes(blocks: Blocks, labels: set[str]) -> Blocks:
    return tuple(
        block for block in blocks if not (isinstance(block, Footnote) and block.label in labels)
    )


def _calls(blocks: Blocks) -> set[str]:
    return {node.label for node in walk(blocks) if isinstance(node, FootnoteRef)}


def _asked(blocks: Blocks) -> set[str]:
    return {node.id for node in walk(blocks) if isinstance(node, QuestionRef)}
