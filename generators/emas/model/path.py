"""Learning paths: steps of several modules, in an order, for people who learn alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from emas.diagnostics import Span
from emas.model.module import Module, Step


@dataclass(frozen=True, slots=True)
class Stage:
    """A module of a path: the ids of some of its steps in order, or of none for all of them.

    `why` may be empty.
    """

    module: str
    steps: tuple[str, ...]
    why: str
    span: Span


@dataclass(frozen=True, slots=True)
class LearningPath:
    """What is written in `content/parcours/<id>.yml`. Audiences are ids of the vocabulary.

    `prerequisites` are ids of other paths; `span` is where they are written.
    """

    id: str
    title: str
    summary: str
    audiences: tuple[str, ...]
    prerequisites: tuple[str, ...]
    stages: tuple[Stage, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of a path with its module; `why` is said at the first step of each stage."""

    module: Module
    step: Step
    why: str = ""


def stops(path: LearningPath, modules: Iterable[Module]) -> tuple[Stop, ...]:
    """Return the steps of `path` in order, without those of modules that are not in `modules`."""
    known = {module.id: module for module in modules}
    return tuple(
        stop
        for stage in path.stages
        if stage.module in known
        for stop in _of(stage, known[stage.module])
    )


def _of(stage: Stage, module: Module) -> tuple[Stop, ...]:
    known = {step.id: step for step in module.steps}
    found = [known[name] for name in stage.steps or known if name in known]
    return tuple(Stop(module, step, "" if rank else stage.why) for rank, step in enumerate(found))


def minutes_in(found: Iterable[Stop]) -> int:
    """Return how long these steps last online; those that do not say count for nothing."""
    return sum(stop.step.durations.online_min or 0 for stop in found)
