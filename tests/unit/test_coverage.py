"""Every block is in every output where it is expected, and one that is removed is missed."""

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest
from tests.copies import run
from tests.unit.writers.handouts import kinds

from emas import pipeline, theme
from emas.coverage import (
    Place,
    Sheet,
    coverage,
    deck_text,
    html_text,
    pdf_text,
    read_outputs,
    read_sheets,
    sheet_coverage,
    steps_text,
)
from emas.document import Blocks, Cell, Heading, Medium, Node, plain_text, rewrite
from emas.model import Catalogue, Edition, Kind, Module, Variant
from emas.project import Project
from emas.theme import Theme
from emas.transforms.typography import space
from emas.writers import handouts, htmldeck, site, slides

pytestmark = pytest.mark.xdist_group("project")


@pytest.fixture(scope="module")
def catalogue(built_project: Project) -> Catalogue:
    return pipeline.load(built_project).catalogue


@pytest.fixture(scope="module")
def places(built_project: Project, catalogue: Catalogue) -> list[Place]:
    """Where each block of the real module is, or is not."""
    return list(coverage(catalogue.module("autisme"), read_outputs(built_project, "autisme")))


@pytest.fixture(scope="module")
def sheets(built_project: Project) -> Mapping[str, str]:
    """The words of the assessments of the real module, on paper and on their page."""
    return read_sheets(built_project, "autisme")


def test_every_block_of_the_real_module_is_where_it_should_be(places: list[Place]) -> None:
    assert [place for place in places if place.missing] == []
    assert {place.medium for place in places} == set(Medium)
    assert {place.reason for place in places if not place.found} == {
        "condensé : le guide et le site ont tout le texte",
        "pour la personne qui anime",
        "version simple",
    }


def test_each_block_is_told_of_once_for_each_output(places: list[Place]) -> None:
    told = [(place.block, place.line, place.medium) for place in places]
    assert len(told) == len(set(told))
    headings = {place.block for place in places if isinstance(place.node, Heading)}
    expected = {(block, medium) for block, _, _ in told for medium in Medium}
    expected -= {(block, Medium.GUIDE) for block in headings}  # times stand between it and its text
    assert {(block, medium) for block, _, medium in told} == expected


def test_the_foot_of_the_pages_is_not_read(built_project: Project) -> None:
    # Between the end of a page and the heading of the next one, it would part what stands together.
    text = pdf_text(built_project.build / "livrets" / "autisme" / "livret.pdf")
    assert "non relu" not in text.replace("Non relu", "")
    assert "Ce que vous saurez faire" in text


def test_a_line_that_two_pages_share_is_not_taken_for_their_foot(
    built_project: Project, catalogue: Catalogue
) -> None:
    # « A Vrai » stands on each page of a quiz, and « Vrai » in what says how to answer.
    quiz = pipeline.quizzes(catalogue, "autisme", Variant())[0]
    asked = sum(question.kind is Kind.TRUE_FALSE for question in quiz.questions)
    text = pdf_text(built_project.build / "livrets" / "autisme" / "quiz-positionnement.pdf")
    assert text.count("Vrai") == 2 * asked


def test_only_outputs_that_were_built_are_read(project: Project) -> None:
    assert read_outputs(project, "autisme") == {}
    assert read_sheets(project, "autisme") == {}


# Assessments and cards


def test_all_that_an_assessment_asks_is_on_its_page_its_copies_and_its_key(
    catalogue: Catalogue, sheets: Mapping[str, str]
) -> None:
    places = list(sheet_coverage(catalogue.module("autisme"), sheets))
    assert [place for place in places if place.missing] == []
    assert {place.medium for place in places} == {Medium.SITE, *Sheet}
    reasons = {place.reason for place in places if not place.found}
    assert reasons <= {"dans le corrigé", "sur la copie"}


def test_a_copy_without_its_questions_is_missed(
    catalogue: Catalogue, sheets: Mapping[str, str]
) -> None:
    module = catalogue.module("autisme")
    texts = dict(sheets)
    texts["quiz-a-froid-gros-caracteres.pdf"] = texts["quiz-acquis.pdf"][:200]
    missed = [place for place in sheet_coverage(module, texts) if place.missing]
    assert {place.medium for place in missed} == {Sheet.QUIZ}
    (late,) = (item for item in module.assessments if item.id == "a-froid")
    told = {place.block.rsplit("/", 1)[0] for place in missed}
    assert told == {f"a-froid/{name}" for name in late.questions}


def test_every_kind_of_question_is_in_every_output(root: Path, tmp_path: Path) -> None:
    place = kinds.project(root, tmp_path / "projet")
    assert run(place, "build").exit_code == 0
    module = pipeline.load(place).catalogue.module("essai")
    found = [
        *coverage(module, read_outputs(place, "essai")),
        *sheet_coverage(module, read_sheets(place, "essai")),
    ]
    of_kinds = [place for place in found if place.node.span.path == kinds.STEP]
    assert [place for place in of_kinds if place.missing] == []
    assert {place.medium for place in of_kinds} == {*Medium, Sheet.QUIZ, Sheet.KEY}


# Removing a block before the writer runs


class Bench:
    """A module, ready to be written again without one of its blocks."""

    def __init__(self, catalogue: Catalogue, name: str, look: Theme, folder: Path) -> None:
        self.module: Module = catalogue.module(name)
        self.look = look
        self.folder = folder
        site_edition = pipeline.prepare_site(catalogue)
        self.editions: dict[Medium, Edition] = {
            medium: pipeline.prepare(catalogue, name, medium, Variant())
            for medium in (Medium.SLIDES, Medium.PAPER, Medium.GUIDE)
        }
        self.site_catalogue = site_edition.catalogue
        self.editions[Medium.SITE] = next(
            edition for edition in site_edition.editions if edition.module.id == name
        )

    def texts(self, medium: Medium, edition: Edition) -> tuple[str, ...]:
        """Return the words of the files of `edition`."""
        match medium:
            case Medium.SITE:
                pages = site.module_pages(self.site_catalogue, edition, (), {}, self.look)
                return (steps_text(tostring(page.tree, "unicode", "html") for page in pages),)
            case Medium.SLIDES:
                ((_, data),) = slides.write(edition, self.look).files.items()
                (self.folder / "deck.pptx").write_bytes(data)
                ((_, page),) = htmldeck.write(edition, self.look).files.items()
                return deck_text(self.folder / "deck.pptx"), html_text(page.decode())
            case Medium.PAPER:
                ((_, data),) = handouts.write(edition, self.look).files.items()
                (self.folder / "livret.pdf").write_bytes(data)
                return (pdf_text(self.folder / "livret.pdf"),)
            case Medium.GUIDE:
                booklet, session = self.editions[Medium.PAPER], handouts.Session()
                written = handouts.write_guide(edition, booklet, session, self.look)
                ((_, data),) = written.files.items()
                (self.folder / "guide.pdf").write_bytes(data)
                return (pdf_text(self.folder / "guide.pdf"),)

    def expected(self, medium: Medium) -> list[Place]:
        """Return the blocks that should be in `medium`."""
        whole = self.texts(medium, self.editions[medium])
        return [place for place in coverage(self.module, {medium: whole}) if not place.reason]

    def is_missed(self, medium: Medium, place: Place) -> bool:
        """Return whether coverage misses the block of `place` when it was not written."""
        edition = without(self.editions[medium], place.node)
        texts = self.texts(medium, edition)
        return place.node in [
            other.node for other in coverage(self.module, {medium: texts}) if other.missing
        ]


def without(edition: Edition, gone: Node) -> Edition:
    """Return `edition` without a block; an empty cell in the place of a cell."""
    seen: list[Node] = []

    def visit(node: Node) -> tuple[Node, ...]:
        if type(node) is not type(gone) or node.span != gone.span or _words(node) != _words(gone):
            return (node,)
        seen.append(node)
        return (replace(node, children=()),) if isinstance(node, Cell) else ()

    def change(blocks: Blocks) -> Blocks:
        return rewrite(blocks, visit)

    module = edition.module
    steps = tuple(
        replace(
            step,
            blocks=change(step.blocks),
            questions=tuple(item.with_texts(change) for item in step.questions),
        )
        for step in module.steps
    )
    assert len(seen) == 1
    return replace(edition, module=replace(module, steps=steps))


def _words(node: Node) -> str:
    """Return the beginning of a node: the cells of a row have the same place."""
    return space(plain_text((node,)))[:60]


@pytest.fixture(scope="module")
def bench(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A small module that asks questions of all kinds."""
    look = theme.read(Project(root).theme)
    return Bench(kinds.catalogue(), "essai", look, tmp_path_factory.mktemp("retrait"))


@pytest.fixture(scope="module")
def real_bench(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    catalogue = pipeline.load(Project(root)).catalogue
    look = theme.read(Project(root).theme)
    return Bench(catalogue, "autisme", look, tmp_path_factory.mktemp("retrait"))


SEED = 20261121


@pytest.mark.parametrize("medium", Medium)
def test_a_block_that_is_not_written_is_missed(medium: Medium, bench: Bench) -> None:
    chosen = random.Random(SEED).sample(bench.expected(medium), 3)
    assert [place for place in chosen if not bench.is_missed(medium, place)] == []


@pytest.mark.long
@pytest.mark.parametrize("medium", Medium)
def test_any_block_that_is_not_written_is_missed(medium: Medium, real_bench: Bench) -> None:
    """But for a few words that stand elsewhere too: « Maternelle » in a table, then in another."""
    expected = real_bench.expected(medium)
    taken_for_others = [place for place in expected if not real_bench.is_missed(medium, place)]
    assert len(taken_for_others) <= len(expected) / 50, taken_for_others
