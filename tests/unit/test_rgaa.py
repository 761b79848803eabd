"""docs/rgaa.md says of each criterion of RGAA 4.1 how it is checked, and tells the truth."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "rgaa.md").read_text(encoding="utf-8")
TESTS = ROOT / "tests"
HERE = TESTS / "browser" / "rgaa"

# Source: RGAA 4.1, how many criteria each of its 13 themes has.
SIZES = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
ALL = [f"{theme}.{rank}" for theme, size in enumerate(SIZES, 1) for rank in range(1, size + 1)]
WAYS = {"axe", "script", "à la main", "sans objet"}

ROW = re.compile(r"^\| (\d+\.\d+) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
NAME = re.compile(r"`([\w/]+\.py)::(\w+)`")
ROWS = ROW.findall(PAGE)


def functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, ast.FunctionDef)]


def claimed(test: ast.FunctionDef) -> Iterator[str]:
    """Yield the criteria that the decorator `checks` of a test names."""
    for call in test.decorator_list:
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "checks":
            yield from (str(ast.literal_eval(argument)) for argument in call.args)


def checked_by_the_audit() -> dict[str, set[str]]:
    """Return the tests that say they check each criterion."""
    found = defaultdict(set)
    for path in HERE.glob("test_*.py"):
        for test in functions(path):
            for criterion in claimed(test):
                found[criterion].add(f"{path.name}::{test.name}")
    return found


def test_there_are_106_criteria_each_once_and_in_order() -> None:
    assert len(ALL) == 106
    assert [number for number, *_ in ROWS] == ALL


@pytest.mark.parametrize(("number", "wording", "ways", "how"), ROWS, ids=[row[0] for row in ROWS])
def test_a_criterion_says_how_it_is_checked(number: str, wording: str, ways: str, how: str) -> None:
    said = ways.split(", ")
    assert set(said) <= WAYS, number
    assert len(said) == 1 or set(said) == {"axe", "script"}
    assert len(wording.split()) >= 3
    assert bool(NAME.search(how)) or "script" not in said
    assert len(NAME.sub("", how).split()) >= 2 or "script" in said


def test_every_test_that_is_named_exists() -> None:
    for file, name in NAME.findall(PAGE):
        path = TESTS / file if "/" in file else HERE / file
        assert name in {test.name for test in functions(path)}, f"{file}::{name}"


def test_the_page_and_the_tests_say_the_same() -> None:
    told = {
        number: {f"{file}::{name}" for file, name in NAME.findall(how) if "/" not in file}
        for number, _, ways, how in ROWS
        if "script" in ways
    }
    assert {number: names for number, names in told.items() if names} == checked_by_the_audit()


def test_at_least_fifty_criteria_are_checked_by_our_own_tests() -> None:
    assert sum("script" in ways for _, _, ways, _ in ROWS) >= 50


def test_nobody_says_that_the_site_conforms() -> None:
    assert re.findall(r"(\w+) conformes?\b", PAGE) == ["non"]
