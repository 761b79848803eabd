"""Shared fixtures: `golden` compares what is produced with what was accepted."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from tests.copies import copy_project, emas
from tests.remembered import Remembered

from emas import pipeline
from emas.project import Project

settings.register_profile("atelier", deadline=None)  # how busy the computer is proves nothing
settings.load_profile("atelier")

GOLDEN = Path(__file__).parent / "golden"

CHROMIUM = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
"""Without windows it takes half the time of the whole browser."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Golden = Callable[[str, str], None]
"""Checks a text against `tests/golden/<name>`; with `--accept`, writes it there."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden file {name}: run pytest --accept, then read it"
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture(scope="session", autouse=True)
def remembered() -> Iterator[None]:
    """Whatever is loaded in this process, the same bytes are read once."""
    shared = Remembered()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "Known", lambda: shared)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Project:
    """A copy of the real project, with nothing built, to change freely."""
    return copy_project(root, tmp_path / "projet")


@pytest.fixture(scope="session")
def built_project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the real project, built whole, to read and copy only.

    Once for all processes of pytest-xdist: the first that wants it builds it.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / "construit.verrou").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        place, built = shared / "en-cours" / "projet", Project(shared / "construit" / "projet")
        if not built.root.exists():
            done = emas(copy_project(root, place), "build")
            assert (done.returncode, done.stderr) == (0, "")
            place.parent.rename(built.root.parent)
    return built


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without any request of its own; one a process, or Playwright refuses."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
