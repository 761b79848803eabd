"""Documents say what is there: commands, paths, codes, examples and sizes of files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click
import pytest
from tests import documents

from emas.cli import main
from emas.diagnostics import Code, file_start, text_of
from emas.files import read_sources
from emas.model import Vocabulary
from emas.pipeline import load_sources
from emas.project import Project
from emas.readers.content import CharterFile
from emas.readers.markdown import read_markdown
from emas.readers.module import ModuleFile
from emas.readers.paths import PathFile
from emas.readers.plan import PlanFile
from emas.readers.schema import Schema, read_schema
from emas.readers.source import SourceFile
from emas.readers.wording import WordingFile
from emas.readers.yaml_tree import read_yaml

ROOT = documents.ROOT
PAGES = sorted(
    [
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "content" / "guide").glob("*.md"),
    ]
)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))

MADE = ("build/", ".emas/", ".venv/", "donnees/", "node_modules/")
"""What a fresh checkout does not have."""

TOP = {path.name for path in ROOT.iterdir() if not path.name.startswith(".git")}
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def fences(page: Path, language: str) -> list[str]:
    return [text for word, text in FENCE.findall(page.read_text("utf-8")) if word == language]


def commands(page: Path, program: str) -> Iterator[list[str]]:
    """Yield the words of each call of `program` in `page`: in code, or in a shell example."""
    text = page.read_text("utf-8")
    shell = [line for example in fences(page, "sh") for line in example.splitlines()]
    for part in [*CODE.findall(FENCE.sub("", text)), *shell]:
        words = part.partition("#")[0].split()
        if words[:1] == [program]:
            yield words[1:]


@each_page
def test_the_targets_of_make_exist(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    known = set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    for words in commands(page, "make"):
        assert set(words) <= known, words


@each_page
def test_the_commands_of_emas_exist(page: Path) -> None:
    for name, *rest in filter(None, commands(page, "emas")):
        command: click.Command = main
        while isinstance(command, click.Group):
            found = command.get_command(click.Context(command), name)
            assert found is not None, name
            command = found
            if isinstance(command, click.Group):
                name, *rest = rest
        options = {option for each in command.params for option in each.opts}
        assert {word for word in rest if word.startswith("--")} <= options, rest


@pytest.mark.parametrize("page", [page for page in PAGES if page.parent.name != "guide"])
def test_the_paths_in_code_exist(page: Path) -> None:
    """Those of the guides are in the project where tests/unit/test_guides.py follows them."""
    for part in CODE.findall(FENCE.sub("", page.read_text("utf-8"))):
        if re.search(r"[\s<>…]|NN-", part) or part.startswith(MADE):
            continue
        if part.split("/")[0] in TOP:
            assert list(ROOT.glob(part.rstrip("/"))), part


@each_page
def test_the_links_between_documents_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(CODE.sub("", FENCE.sub("", page.read_text("utf-8")))):
        assert (page.parent / target).exists(), target


@each_page
def test_the_codes_exist(page: Path) -> None:
    areas = "|".join(sorted({documents.area_of(code) for code in Code}))
    found = set(re.findall(rf"\b(?:{areas})\d{{3}}\b", page.read_text("utf-8")))
    assert found <= set(Code)


def test_generated_documents_are_up_to_date() -> None:
    assert list(documents.stale()) == []


def test_every_decision_is_listed() -> None:
    pages = {path.name for path in (ROOT / "docs/adr").glob("0*.md")}
    listed = set(LINK.findall((ROOT / "docs/adr/README.md").read_text("utf-8")))
    assert listed == pages


def test_the_architecture_names_every_module_of_the_package() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    package = ROOT / "generators/emas"
    folders = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    files = {path.name for path in package.glob("*.py") if path.name != "__init__.py"}
    assert {name for name in folders | files if f"`{name}`" not in page} == set()


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_sources(read_sources(Project(ROOT).root)).catalogue.vocabulary


def test_the_examples_of_the_source_format_are_read(vocabulary: Vocabulary) -> None:
    page = ROOT / "docs/source-format.md"
    for example in fences(page, "markdown"):
        source = SourceFile(PurePosixPath("modules/essai/01-etape.md"), example)
        assert read_markdown(source, vocabulary, prefix="etape").diagnostics == ()
    kinds: tuple[type[Schema], ...] = (
        ModuleFile,
        PlanFile,
        PathFile,
        WordingFile,
        CharterFile,
    )
    for example, kind in zip(fences(page, "yaml"), kinds, strict=True):
        node, found = read_yaml(SourceFile(PurePosixPath("exemple.yml"), example))
        assert node is not None
        assert [*found, *read_schema(kind, node)[1]] == []


def test_the_error_shown_first_is_what_the_program_says() -> None:
    (shown,) = fences(ROOT / "README.md", "text")
    place, excerpt, _, message, repair = shown.splitlines()
    text = text_of(Code.QUIZ003)
    assert place.endswith("erreur QUIZ003")
    assert message == text.message.format(question="« aut-q01 »")
    assert repair == f"Remède : {text.repair}"
    questions = (ROOT / "modules/autisme/questions.md").read_text("utf-8")
    assert excerpt.partition("| ")[2] in questions.splitlines()
    assert str(file_start(PurePosixPath("modules/autisme/questions.md"))) in place


PYTHON = sorted([*(ROOT / "generators").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])

FLAT_TABLES = {"adversarial.markdown_bombs", "gallery._drawn", "wording._box"}
"""Functions that are lists of cases, one after another."""


def test_no_file_is_over_500_lines() -> None:
    sizes = {path.name: len(path.read_text("utf-8").splitlines()) for path in PYTHON}
    assert {name: size for name, size in sizes.items() if size > 500} == {}


def test_no_function_is_over_40_lines() -> None:
    sizes = {
        f"{path.stem}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    assert {name for name, size in sizes.items() if size > 40} <= FLAT_TABLES
