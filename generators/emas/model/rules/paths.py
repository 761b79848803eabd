"""Checks about learning paths."""

from collections.abc import Iterator, Mapping

from emas.diagnostics import Code, Diagnostic
from emas.model.catalogue import Catalogue
from emas.model.path import LearningPath, stops


def paths_that_need_themselves(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each path that would have to be followed before itself."""
    known = {path.id: path for path in catalogue.paths}
    for path in catalogue.paths:
        if way := _way_back(path, known):
            yield Diagnostic(
                Code.PAR005, path.span, {"parcours": path.id, "chemin": " ← ".join(way)}
            )


def _way_back(path: LearningPath, known: Mapping[str, LearningPath]) -> tuple[str, ...]:
    """Return the shortest way from `path` to itself by prerequisites, or nothing."""
    ways: list[tuple[str, ...]] = [(path.id,)]
    seen: set[str] = set()
    for way in ways:
        for name in known[way[-1]].prerequisites:
            if name == path.id:
                return (*way, name)
            if name in known and name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()


def steps_without_minutes(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each step whose minutes a path cannot count."""
    for path in catalogue.paths:
        for stop in stops(path, catalogue.modules):
            if stop.step.durations.online_min is None:
                values = {"parcours": path.id, "module": stop.module.id, "etape": stop.step.id}
                yield Diagnostic(Code.PAR006, path.stages[0].span, values)
