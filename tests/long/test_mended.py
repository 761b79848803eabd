"""`emas fix` on anything: never an exception, never a word lost, never a source in two."""

import random
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.copies import EMAS, copy_project, emas, files_under
from tests.long.test_fuzz_readers import DAMAGES
from tests.mended import STEP, body_of, mended, minimal, step, words_of
from tests.unit.readers.test_nothing_is_lost import DOCUMENT, SOUP, WORD, numbered

from emas.editing.fixing import fixed
from emas.files import read_sources
from emas.pipeline import load_sources
from emas.project import Project
from emas.readers.sources import Sources

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

ROUNDS = 60
KILLS = 50
WAIT_S = 60


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(DOCUMENT, SOUP).map(numbered))
def test_many_texts_say_the_same(text: str) -> None:
    before = minimal({STEP: step(text)})
    after = mended(before)
    assert words_of(load_sources(before)) == words_of(load_sources(after))
    assert sorted(WORD.findall(body_of(before))) == sorted(WORD.findall(body_of(after)))
    assert fixed(after).files == {}


def test_a_damaged_project_is_mended_or_left(root: Path) -> None:
    real = mended(read_sources(root))
    names = sorted(real.files)
    for seed in range(ROUNDS):
        rng = random.Random(seed)
        name = rng.choice(names)
        data = DAMAGES[seed % len(DAMAGES)](rng, real.files[name])
        damaged = Sources({**real.files, name: data})
        after = mended(damaged)
        assert words_of(load_sources(damaged)) == words_of(load_sources(after)) or any(
            item.fix for item in load_sources(damaged).diagnostics
        ), (seed, name)
        assert fixed(after).files == {}, (seed, name)


def as_typed(root: Path, place: Path) -> Project:
    """Copy the real project, with the apostrophes of a keyboard."""
    project = copy_project(root, place)
    for path in (place / "modules").rglob("*.md"):
        path.write_text(path.read_text("utf-8").replace("’", "'"), "utf-8")
    return project


@pytest.fixture(scope="module")
def faulty(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project before it is mended."""
    return as_typed(root, tmp_path_factory.mktemp("avant") / "projet")


@pytest.fixture(scope="module")
def wanted(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], float]:
    """The sources once they are mended, and the seconds that it takes."""
    place = as_typed(root, tmp_path_factory.mktemp("apres") / "projet")
    start = time.monotonic()
    assert emas(place, "fix").returncode == 0
    return _sources(place), time.monotonic() - start


def _sources(place: Project) -> dict[str, str]:
    return {
        f"{folder}/{name}": data
        for folder in ("content", "modules")
        for name, data in files_under(place.root / folder).items()
        if not Path(name).name.startswith(".")
    }


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_fix_leaves_whole_sources(
    number: int, faulty: Project, wanted: tuple[dict[str, str], float], root: Path, tmp_path: Path
) -> None:
    after, duration_s = wanted
    before = _sources(faulty)
    place = as_typed(root, tmp_path / "projet")
    chance = random.Random(number).random()
    with subprocess.Popen([EMAS, "fix"], cwd=place.root, stdout=subprocess.DEVNULL) as running:
        if number % 2:
            time.sleep(duration_s * chance)
        else:
            _wait_for_a_change(place, before, after)
            time.sleep(0.01 * chance)
        running.kill()
    found = _sources(place)
    assert found.keys() == before.keys()
    torn = {name for name, data in found.items() if data not in (before[name], after[name])}
    assert torn == set()
    assert emas(place, "fix").returncode == 0
    assert _sources(place) == after


def _wait_for_a_change(place: Project, before: dict[str, str], after: dict[str, str]) -> None:
    """Wait until a first source is written."""
    first = place.root / min(name for name in before if before[name] != after[name])
    old, end = first.read_bytes(), time.monotonic() + WAIT_S
    while first.read_bytes() == old and time.monotonic() < end:
        time.sleep(0.0005)
