"""Checks about durations."""

from collections.abc import Iterator

from emas.diagnostics import Code, Diagnostic
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
