"""The modules of a session, each ready for paper and as long as it may last."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from emas import pipeline
from emas.diagnostics import Code, Diagnostic
from emas.document import Medium
from emas.model import (
    Catalogue,
    Module,
    Planned,
    Quiz,
    Team,
    Variant,
    in_words,
    planned,
    shared,
)
from emas.theme import Theme
from emas.transforms.running_order import running_order
from emas.transforms.spacing import spaced
from emas.writers import handouts, slides
from emas.writers.sessions import Part


@dataclass(frozen=True, slots=True)
class Parts:
    """What a session is made of, its words spaced for readers, and what there is to say of it."""

    item: Planned
    team: Team
    parts: tuple[Part, ...]
    quizzes: tuple[Quiz, ...]
    diagnostics: tuple[Diagnostic, ...]


def parts(catalogue: Catalogue, item: Planned, look: Theme) -> Parts:
    """Return the modules of `item` and what it asks, in order.

    Raises:
        KeyError: if one of its modules is not in `catalogue`.
    """
    quizzes = tuple(quiz for quiz in pipeline.session_quizzes(catalogue, item) if quiz.questions)
    made: list[Part] = []
    found: list[Diagnostic] = []
    for module, minutes in _minutes(catalogue, item):
        variant, problems = _variant(catalogue, module, minutes, item)
        found += problems
        own = tuple(quiz for quiz in quizzes if quiz.edition.module.id == module.id)
        made.append(_part(catalogue, module, variant, own, look))
    words = spaced(replace(catalogue, modules=(), pages=(), surveys=(), adaptations=()))
    (shown,) = (one for one in planned(words.plans) if one.session.id == item.session.id)
    return Parts(shown, words.team, tuple(made), quizzes, tuple(found))


def available_min(item: Planned) -> int:
    """Return how long people meet, and never more than the training lasts.

    What a hybrid training does not hold in its half-days is worked alone.
    """
    met = sum(half.minutes for half in item.session.half_days)
    return min(met, item.training.duration_min) if met else item.training.duration_min


def _minutes(catalogue: Catalogue, item: Planned) -> Iterator[tuple[Module, int]]:
    """Yield each module with its share of the time, in proportion of how long it usually is."""
    modules = [catalogue.module(name) for name in item.training.modules]
    weights = [module.durations.session_min or 0 for module in modules]
    yield from zip(modules, shared(available_min(item), weights), strict=True)


def _variant(
    catalogue: Catalogue, module: Module, minutes: int, item: Planned
) -> tuple[Variant, list[Diagnostic]]:
    """Return the variant of `module` that lasts `minutes`, or the nearest that there is.

    Who follows a module alone needs the whole of it.
    """
    if minutes == module.durations.session_min or not item.session.half_days:
        return Variant(), []
    asked = Variant(minutes=minutes)
    if minutes and pipeline.obstacle(catalogue, module.id, asked) is None:
        return asked, []
    others = [Variant(short=True), Variant()]
    held = [one for one in others if pipeline.obstacle(catalogue, module.id, one) is None]
    totals = {one: running_order(module, one).total_min for one in held}
    nearest = min(held, key=lambda one: abs(totals[one] - minutes) if totals[one] else 10**6)
    lasts = in_words(totals[nearest]) if totals[nearest] else "sans heures"
    values = {
        "session": item.session.id,
        "module": module.id,
        "duree": in_words(minutes),
        "choisie": f"{'la version courte' if nearest.short else 'la séance entière'}, {lasts}",
    }
    return nearest, [Diagnostic(Code.DOS001, item.session.span, values)]


def _part(
    catalogue: Catalogue, module: Module, variant: Variant, quizzes: tuple[Quiz, ...], look: Theme
) -> Part:
    wanted = [(medium, variant) for medium in (Medium.SLIDES, Medium.PAPER, Medium.GUIDE)]
    deck, booklet, guide = pipeline.editions(catalogue, module.id, wanted)
    room = handouts.Session(
        slides=slides.projected(deck, look),
        shorter=pipeline.shorter_sessions(deck),
        quizzes=quizzes,
        prerequisites=pipeline.prerequisites(catalogue, module.id),
        pack=True,
    )
    length = f" --duree {variant.minutes}" if variant.minutes else " --courte" * variant.short
    return Part(
        booklet=booklet,
        guide=guide,
        room=room,
        deck=f"build/diapos/{module.id}{variant.suffix}.pptx",
        command=f"emas build {module.id} --cible diapos{length}",
    )
