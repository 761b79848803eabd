"""The running order of a session: full, short, or of a given duration.

It is computed on what the deck shows, so that the deck and the trainer's guide have the same one.
What a duration keeps is decided in `fitting.py`; `shortened` takes the rest out of a module. A step
that holds something essential is essential; without any, the first step is. An exercise is never
more important than its step. A step that says nothing by itself stands or falls with its first
exercise.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from emas.diagnostics import Code, Diagnostic
from emas.document import Medium, Priority
from emas.model import (
    LeftOut,
    Mode,
    Module,
    RunningOrder,
    Sequence,
    SequenceKind,
    Step,
    Variant,
    in_words,
    shared,
)
from emas.transforms.fitting import (
    FROM_WEAKEST,
    SLACK_MIN,
    Unit,
    essential,
    kept,
    longest,
    shortest,
    usual,
)
from emas.transforms.selection import select
from emas.transforms.sequences import Planned, planned

EXCHANGE = "Questions et échanges"
"""The sequence that takes the minutes which no part of the module can fill."""


@dataclass(frozen=True, slots=True)
class _Session:
    """The steps of a session with their sequences, and what stays or goes as a whole."""

    steps: tuple[Step, ...]
    plans: Mapping[str, tuple[Planned, ...]]
    units: tuple[Unit, ...]


def running_order(module: Module, variant: Variant) -> RunningOrder:
    """Return what happens when in a session with `module`.

    Without a duration every sequence lasts as long as usual. A session of `variant.minutes` lasts
    that, or up to five minutes less. Shorter than `obstacle` allows, it is the shortest one; longer
    than the module can fill, `spare_min` says what is left.
    """
    session = _session(module, variant)
    if variant.minutes is None:
        return RunningOrder(tuple(_placed(session, session.units)))
    staying = kept(session.units, variant.minutes)
    whole = usual(session.units)
    total = min(max(variant.minutes, shortest(staying)), longest(staying))
    to_fill = variant.minutes - total if variant.minutes - total > SLACK_MIN else 0
    exchange = to_fill if variant.minutes <= whole else 0
    return RunningOrder(
        tuple(_placed(session, staying, total, exchange)),
        tuple(_left_out(session, staying)),
        to_fill - exchange,
    )


def obstacle(module: Module, variant: Variant) -> Diagnostic | None:
    """Return why `module` has no session of this length, if it has none."""
    mode = _mode(variant)
    without = [step for step in module.steps if not step.durations.of(mode)]
    if variant.short and len(without) == len(module.steps):
        values = {"cause": "aucune étape n’en a", "mode": mode.value}
        return Diagnostic(Code.SOR004, module.span, values)
    if variant.minutes is None:
        return None
    if without:
        cause = f"l’étape «\u00a0{without[0].title}\u00a0» n’en a pas"
        values = {"cause": cause, "mode": mode.value}
        return Diagnostic(Code.SOR004, without[0].span, values)
    least = shortest(essential(_session(module, variant).units))
    if variant.minutes >= least:
        return None
    values = {"duree": in_words(variant.minutes), "minimum": in_words(least)}
    return Diagnostic(Code.SOR003, module.span, values)


def _mode(variant: Variant) -> Mode:
    return Mode.SHORT if variant.short else Mode.SESSION


def _session(module: Module, variant: Variant) -> _Session:
    shown = select(module, variant, Medium.SLIDES)
    questions = {question.id: question for question in shown.all_questions()}
    mode = _mode(variant)
    plans = {step.id: planned(step, step.durations.of(mode), questions) for step in shown.steps}
    return _Session(shown.steps, plans, tuple(_units(shown.steps, plans)))


def _units(steps: tuple[Step, ...], plans: Mapping[str, tuple[Planned, ...]]) -> Iterator[Unit]:
    needed = {
        step.id
        for step in steps
        if Priority.ESSENTIAL in (step.priority, *(item.priority for item in plans[step.id]))
    } or {step.id for step in steps[:1]}
    for step in steps:
        priority = Priority.ESSENTIAL if step.id in needed else step.priority
        own = _own(plans[step.id])
        yield _unit(step, "", priority, own)
        for item in plans[step.id]:
            if item not in own:
                yield _unit(step, item.id, _within(step.priority, item.priority), (item,))


def _own(plan: tuple[Planned, ...]) -> tuple[Planned, ...]:
    """Return what cannot leave a step: its talk, else the first of its most important exercises."""
    talk = tuple(item for item in plan if item.kind is SequenceKind.TALK)
    most = max(plan, key=lambda item: FROM_WEAKEST.index(item.priority), default=None)
    return talk or ((most,) if most else ())


def _unit(step: Step, identifier: str, priority: Priority, items: Iterable[Planned]) -> Unit:
    items = tuple(items)
    fixed = sum(item.minutes for item in items if item.fixed)
    whole = sum(item.minutes for item in items)
    return Unit(step.id, identifier, priority, fixed, whole - fixed)


def _within(step: Priority, own: Priority) -> Priority:
    """Return the priority of an exercise: its own, or that of its step if that is weaker."""
    if own is Priority.ESSENTIAL:
        return own
    return min(step, own, key=FROM_WEAKEST.index)


def _placed(
    session: _Session, staying: tuple[Unit, ...], total: int | None = None, exchange: int = 0
) -> Iterator[Sequence]:
    """Yield the sequences of the units that stay, in `total` minutes, then the exchange."""
    names = {(unit.step, unit.id) for unit in staying}
    items = [
        (step.id, item)
        for step in session.steps
        for item in session.plans[step.id]
        if (step.id, "" if item in _own(session.plans[step.id]) else item.id) in names
    ]
    usually = [item.minutes for _, item in items if not item.fixed]
    fixed = sum(item.minutes for _, item in items if item.fixed)
    shares = iter(usually if total is None else shared(total - fixed, usually))
    now = 0
    for step, item in items:
        minutes = item.minutes if item.fixed else next(shares)
        yield Sequence(step, item.id, item.title, item.kind, minutes, now)
        now += minutes
    if exchange:
        yield Sequence("", "", EXCHANGE, SequenceKind.EXCHANGE, exchange, now)


def _left_out(session: _Session, staying: tuple[Unit, ...]) -> Iterator[LeftOut]:
    """Yield the steps that go, and the exercises that go from the others."""
    steps = {step.id: step for step in session.steps}
    present = {unit.step for unit in staying}
    for unit in session.units:
        plan = session.plans[unit.step]
        if unit in staying or (unit.id and unit.step not in present):
            continue
        if unit.id:
            item = next(item for item in plan if item.id == unit.id)
            yield LeftOut(unit.step, unit.id, item.title, item.minutes, unit.priority)
        else:
            minutes = sum(item.minutes for item in plan)
            title = steps[unit.step].title
            yield LeftOut(unit.step, "", title, minutes, unit.priority)
