"""Editions of a module that asks what a test wants to see exported."""

from dataclasses import replace
from functools import cache

from tests.unit.writers.handouts.kinds import catalogue

from emas import pipeline
from emas.model import Edition, Kind, Question


@cache
def _whole() -> Edition:
    return pipeline.platform_edition(catalogue(), "essai")


def of_kind(kind: Kind) -> Question:
    """Return a question of that kind."""
    return next(item for item in _whole().module.all_questions() if item.kind is kind)


def edition(*questions: Question) -> Edition:
    """Return a module whose only step asks `questions`, and nothing else."""
    whole = _whole()
    step = replace(whole.module.steps[0], questions=questions, blocks=())
    return replace(whole, module=replace(whole.module, steps=(step,), bank=()))
