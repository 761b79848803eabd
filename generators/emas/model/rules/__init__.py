"""Checks over a whole catalogue: generator functions, listed in `RULES`."""

from collections.abc import Callable, Iterable, Iterator

from emas.diagnostics import Diagnostic
from emas.model.catalogue import Catalogue
from emas.model.rules.adaptations import unknown_adaptations
from emas.model.rules.durations import (
    activities_longer_than_their_step,
    durations_that_differ,
)
from emas.model.rules.facts import facts_to_review, unknown_sources
from emas.model.rules.links import broken_links
from emas.model.rules.paths import paths_that_need_themselves, steps_without_minutes
from emas.model.rules.plan import duplicate_session_ids, odd_days, unknown_assessments
from emas.model.rules.questions import (
    assessments_that_cannot_be_held,
    assessments_without_page,
    duplicate_objective_ids,
    duplicate_question_ids,
    graded_without_objective,
    no_right_answer,
    scored_in_survey,
    too_many_right_answers,
    unassessed_objectives,
    unknown_objectives,
    unscored_in_graded,
)
from emas.model.rules.vignettes import decisions_never_reached, vignettes_that_loop

Rule = Callable[[Catalogue], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    no_right_answer,
    too_many_right_answers,
    unknown_objectives,
    unassessed_objectives,
    graded_without_objective,
    assessments_that_cannot_be_held,
    assessments_without_page,
    unscored_in_graded,
    scored_in_survey,
    vignettes_that_loop,
    decisions_never_reached,
    duplicate_question_ids,
    duplicate_objective_ids,
    unknown_sources,
    unknown_adaptations,
    broken_links,
    durations_that_differ,
    activities_longer_than_their_step,
    duplicate_session_ids,
    unknown_assessments,
    odd_days,
    paths_that_need_themselves,
    steps_without_minutes,
)


def check(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield what every rule finds in `catalogue`."""
    for rule in RULES:
        yield from rule(catalogue)


__all__ = ["RULES", "check", "facts_to_review"]
