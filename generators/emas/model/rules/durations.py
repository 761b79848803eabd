"""Checks about durations."""

from collections.abc import Iterable, Iterator

from emas.diagnostics import Code, Diagnostic
from emas.document import (
    Activity,
    Axis,
    Conditional,
    Draft,
    Medium,
    Node,
    PlainTwin,
    TrainerNote,
    children,
)
from emas.model.catalogue import Catalogue
from emas.model.durations import Mode, in_words

TOLERANCE = 0.10
"""Share by which the sum of the steps may differ from what the module announces."""


def durations_that_differ(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each mode whose steps do not add up to the module's duration."""
    for module in catalogue.modules:
        for mode in Mode:
            announced = module.durations.of(mode)
            total = sum(step.durations.of(mode) or 0 for step in module.steps)
            if announced is None or abs(total - announced) <= TOLERANCE * announced:
                continue
            values = {
                "mode": mode.value,
                "somme": in_words(total),
                "annonce": in_words(announced),
            }
            yield Diagnostic(Code.DUR001, module.span, values)


def activities_longer_than_their_step(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each step whose activities need more than it has, in a session."""
    for module in catalogue.modules:
        for step in module.steps:
            for mode in (Mode.SESSION, Mode.SHORT):
                lasts = step.durations.of(mode)
                needed = sum(_activities(step.blocks, mode))
                if lasts is None or needed <= lasts:
                    continue
                values = {
                    "mode": mode.value,
                    "somme": in_words(needed),
                    "annonce": in_words(lasts),
                }
                yield Diagnostic(Code.DUR002, step.span, values)


def _activities(nodes: Iterable[Node], mode: Mode) -> Iterator[int]:
    """Yield the minutes of the activities of a session, those for some of the public aside."""
    for node in nodes:
        match node:
            case Activity():
                yield node.duration_min or 0
            case Draft() | PlainTwin() | TrainerNote():
                pass
            case Conditional() if not _for_all(node, mode):
                pass
            case _:
                yield from _activities(children(node), mode)


def _for_all(condition: Conditional, mode: Mode) -> bool:
    """Return whether everybody in a session of that length sees what is conditional."""
    match condition.axis:
        case Axis.LENGTH:
            return ("courte" if mode is Mode.SHORT else "longue") in condition.values
        case Axis.MEDIUM:
            return Medium.SLIDES.value in condition.values
        case Axis.AUDIENCE | Axis.NOT_AUDIENCE | Axis.LEVEL:
            return False
