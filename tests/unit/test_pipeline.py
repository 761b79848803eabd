"""From a project to what the writers need."""

from pathlib import PurePosixPath

import pytest

from emas import pipeline
from emas.diagnostics import Code
from emas.document import Adaptation, Citation, Medium, TermUse, TrainerNote, walk
from emas.files import read_sources
from emas.model import Catalogue, Edition, RunningOrder, Step, Variant
from emas.pipeline import Loaded, load_sources, prepare, prepare_site
from emas.project import Project
from emas.readers.sources import Sources

STEP = PurePosixPath("modules/autisme/01-comprendre.md")
GLOSSARY = PurePosixPath("content/glossaire.yml")


def loaded_with(project: Project, path: PurePosixPath, added: str) -> Loaded:
    """Return what the real project says once a text has been added to one of its files."""
    files = dict(read_sources(project.root).files)
    files[path] = files.get(path, b"") + added.encode()
    return load_sources(Sources(files))


@pytest.fixture
def catalogue(project: Project) -> Catalogue:
    return pipeline.load(project).catalogue


def test_an_error_in_a_module_is_about_that_module(project: Project) -> None:
    loaded = loaded_with(project, STEP, "\n::: retenir\n")
    assert (loaded.catalogue.modules, loaded.broken, loaded.unusable) == (
        (),
        frozenset({"autisme"}),
        False,
    )


def test_an_error_elsewhere_is_about_everything(project: Project) -> None:
    loaded = loaded_with(project, GLOSSARY, "pas: [du\n")
    assert loaded.unusable


def test_a_warning_stops_nothing(project: Project) -> None:
    loaded = loaded_with(project, STEP, "\n[^seule]: Une note que rien n’appelle.\n")
    assert len(loaded.diagnostics) == 1
    assert [module.id for module in loaded.catalogue.modules] == ["autisme"]
    assert (loaded.broken, loaded.unusable) == (frozenset(), False)


def numbers(step: Step) -> list[int | None]:
    return [node.number for node in walk(step.blocks) if isinstance(node, Citation)]


def used(step: Step) -> list[str]:
    return [node.term for node in walk(step.blocks) if isinstance(node, TermUse)]


def cited(edition: Edition) -> set[str]:
    """Return the sources that an edition names, in its text or beside."""
    module = edition.module
    texts = [*(step.blocks for step in module.steps)]
    texts += [question.texts() for step in module.steps for question in step.questions]
    nodes = [node for blocks in texts for node in walk(blocks)]
    named = {node.source for node in nodes if isinstance(node, (Citation, Adaptation))}
    return named | {question.source for step in module.steps for question in step.questions}


@pytest.mark.parametrize("medium", [Medium.SLIDES, Medium.PAPER])
def test_in_a_document_numbers_run_through_all_steps_and_each_explains_its_terms(
    medium: Medium, catalogue: Catalogue
) -> None:
    edition = prepare(catalogue, "autisme", medium, Variant())
    steps = edition.module.steps
    assert [used(step) for step in steps] == [list(dict.fromkeys(used(step))) for step in steps]
    assert {term.id for term in edition.terms} == {term for step in steps for term in used(step)}
    assert {source.id for source in edition.citations} == cited(edition) - {""}
    assert {number for step in steps for number in numbers(step)} <= set(
        range(1, len(edition.citations) + 1)
    )


def test_on_the_site_each_page_numbers_and_explains_for_itself(catalogue: Catalogue) -> None:
    (edition,) = prepare_site(catalogue).editions
    for step in edition.module.steps:
        assert min(number for number in numbers(step) if number) == 1
        assert len(used(step)) == len(set(used(step)))
    first, second, *_ = edition.module.steps
    assert sorted(set(used(first)) & set(used(second))) != []


@pytest.mark.parametrize(("medium", "kept"), [(Medium.SLIDES, 10), (Medium.PAPER, 0)])
def test_what_a_medium_leaves_out_gives_it_no_source(
    medium: Medium, kept: int, project: Project
) -> None:
    note = "\n::: animation\nDites-le [@bureau-2024].\n:::\n"
    text = read_sources(project.root).files[STEP].decode()
    alone = text.replace(" [@bureau-2024]", "")
    files = {**read_sources(project.root).files, STEP: (alone + note).encode()}
    edition = prepare(load_sources(Sources(files)).catalogue, "autisme", medium, Variant())
    notes = [
        node
        for step in edition.module.steps
        for node in walk(step.blocks)
        if isinstance(node, TrainerNote)
    ]
    named = [source.id for source in edition.citations if source.id == "bureau-2024"]
    assert (len(notes) > 0, len(named)) == (kept > 0, int(kept > 0))


def test_terms_are_in_alphabetical_order(catalogue: Catalogue) -> None:
    edition = prepare(catalogue, "autisme", Medium.PAPER, Variant())
    words = [term.term.casefold() for term in edition.terms]
    assert words == sorted(words)


SHORTER = Variant(minutes=90)


def test_decks_and_paper_of_a_variant_have_the_same_running_order(catalogue: Catalogue) -> None:
    for variant in (Variant(), Variant(short=True), SHORTER):
        deck, paper = (
            prepare(catalogue, "autisme", medium, variant).running_order
            for medium in (Medium.SLIDES, Medium.PAPER)
        )
        assert deck == paper
        assert deck.total_min > 0


def test_steps_announce_the_minutes_of_the_running_order(catalogue: Catalogue) -> None:
    edition = prepare(catalogue, "autisme", Medium.SLIDES, SHORTER)
    order = edition.running_order
    announced = {step.id: step.durations.session_min for step in edition.module.steps}
    assert announced == {step: order.step_min(step) for step in announced}
    assert edition.module.durations.session_min == order.total_min


def test_what_a_duration_leaves_out_gives_no_source_and_no_term(catalogue: Catalogue) -> None:
    edition = prepare(catalogue, "autisme", Medium.SLIDES, SHORTER)
    whole = prepare(catalogue, "autisme", Medium.SLIDES, Variant())
    assert {source.id for source in edition.citations} == cited(edition) - {""}
    assert len(edition.citations) < len(whole.citations)
    assert {term.id for term in edition.terms} == {
        term for step in edition.module.steps for term in used(step)
    }


def test_a_module_says_why_it_cannot_be_that_short(catalogue: Catalogue) -> None:
    found = pipeline.obstacle(catalogue, "autisme", Variant(minutes=5))
    assert found is not None
    assert found.code is Code.SOR003
    assert pipeline.obstacle(catalogue, "autisme", SHORTER) is None


def test_the_site_has_no_running_order(catalogue: Catalogue) -> None:
    (edition,) = prepare_site(catalogue).editions
    assert edition.running_order == RunningOrder()


@pytest.mark.parametrize("minutes", [45, 90, 120, 180])
def test_the_real_module_fits_the_sessions_that_teams_are_given(
    minutes: int, catalogue: Catalogue
) -> None:
    variant = Variant(minutes=minutes)
    assert pipeline.obstacle(catalogue, "autisme", variant) is None
    edition = prepare(catalogue, "autisme", Medium.PAPER, variant)
    order = edition.running_order
    assert 0.95 * minutes <= order.total_min <= minutes
    assert sum(item.minutes for item in order.sequences) == order.total_min
    assert order.sequences[-1].title == "Demain, et avec qui"
