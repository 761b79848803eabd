"""The modules that we publish: what each of them has, whoever takes it."""

from collections import Counter
from pathlib import Path

import pytest

from emas import pipeline
from emas.coverage.words import tokens
from emas.document import (
    Activity,
    Adaptation,
    Axis,
    Conditional,
    Medium,
    Misconception,
    Node,
    PlainTwin,
    QuestionRef,
    Vignette,
    plain_text,
    rewrite,
    walk,
)
from emas.model import Catalogue, Module, Variant
from emas.project import Project

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.parent.name for path in (ROOT / "modules").glob("*/module.yml"))

WORDS = 1000
"""Five minutes at 200 words a minute."""

SPOKEN_TO = {"aesh", "enseignant-1d", "enseignant-2d", "direction", "periscolaire"}
"""Those to whom something of their own is said, beside what is said to all."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    loaded = pipeline.load(Project(ROOT))
    assert loaded.diagnostics == ()
    return loaded.catalogue


@pytest.fixture(params=NAMES)
def module(request: pytest.FixtureRequest, catalogue: Catalogue) -> Module:
    return catalogue.module(request.param)


def nodes(module: Module) -> list[Node]:
    return [node for step in module.steps for node in walk(step.blocks)]


def test_the_four_families_have_a_module() -> None:
    assert NAMES == ["autisme", "cadre", "comportement", "tnd"]


def test_the_bank_asks_in_many_ways(module: Module) -> None:
    kinds = {question.kind for question in module.bank}
    assert len(module.bank) >= 14
    assert len(kinds) >= 7


def test_each_objective_is_assessed_twice_at_least(module: Module) -> None:
    assessed = Counter(question.objective for question in module.bank if question.scored)
    assert [item.id for item in module.objectives if assessed[item.id] < 2] == []


def test_there_are_situations_adaptations_and_what_is_often_heard(module: Module) -> None:
    kinds = Counter(type(node) for node in nodes(module))
    assert kinds[Vignette] >= 3
    assert kinds[Adaptation] >= 3
    assert kinds[Misconception] >= 1


def test_each_main_audience_reads_something_of_its_own(module: Module) -> None:
    spoken = {
        name
        for node in nodes(module)
        if isinstance(node, Conditional) and node.axis is Axis.AUDIENCE
        for name in node.values
    }
    assert SPOKEN_TO - spoken == set()


def test_it_lasts_three_hours_or_forty_five_minutes(module: Module) -> None:
    assert (module.durations.session_min, module.durations.short_min) == (180, 45)


def test_nobody_reviewed_it_yet_and_it_says_so(module: Module) -> None:
    assert module.review is None


def test_a_step_is_read_in_five_minutes(catalogue: Catalogue, module: Module) -> None:
    long = [
        f"{step.id}, {audience}: {words}"
        for audience in module.audiences
        for step in pipeline.prepare(
            catalogue, module.id, Medium.SITE, Variant(audience)
        ).module.steps
        if (words := len(tokens(plain_text(rewrite(step.blocks, read_at_once))))) > WORDS
    ]
    assert long == []


def read_at_once(node: Node) -> tuple[Node, ...]:
    """Keep what is read without opening or doing anything."""
    return () if isinstance(node, PlainTwin | QuestionRef | Activity) else (node,)
