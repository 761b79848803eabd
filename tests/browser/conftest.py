"""The real site, built once, served on this machine, and opened in Chromium."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page
from tests.browser.sites import published
from tests.copies import copy_project
from tests.serving import served

Scheme = Literal["light", "dark"]
WIDTHS = (1280, 320)
"""A wide screen, and a telephone, or a wide screen enlarged four times."""
LOOKS = [
    ("light", ""),
    ("dark", "contraste: 'renforce'"),
    *(
        pytest.param(scheme, option, marks=pytest.mark.long)
        for scheme, option in (
            ("dark", ""),
            ("light", "contraste: 'renforce'"),
            ("light", "calme: 'oui'"),
            ("dark", "calme: 'oui'"),
        )
    ),
]
"""Colours and reading options that change them: two far apart, the others in `make test-long`."""
PROBE = "/suivi/etat"
"""What a session's page asks of its own server; where no service is, the console says « 404 »."""
UNFOLD = "document.querySelectorAll('details').forEach(item => { item.open = true })"


HERE = Path(__file__).parent
FALLS = pytest.mark.flaky(reruns=1, only_rerun="(Target|Page) crashed")
"""Chromium itself falls now and then: see ADR 0052."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have the tests of this folder run again after a fall; being ready to costs each some time."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(FALLS)


@dataclass
class Visit:
    """A page being read, what its console said and what it asked of whom."""

    page: Page
    address: str
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a page of the site."""
        self.page.goto(f"{self.address}/{path}")

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window another size."""
        self.page.set_viewport_size({"width": width, "height": height})

    def overflow(self) -> int:
        """Return by how many pixels the page goes beyond its window, sideways."""
        sizes = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        beyond: int = self.page.evaluate(sizes)
        return beyond

    def hear(self, message: ConsoleMessage) -> None:
        """Note what the console says, but of the probe."""
        if not message.location["url"].endswith(PROBE):
            self.console.append(message.text)

    @property
    def elsewhere(self) -> list[str]:
        """The requests to another host than ours."""
        return [url for url in self.requests if not url.startswith((self.address, "data:"))]


Visitor = Callable[..., Visit]
"""Opens a window: `visit(width=320, scheme="dark")`; `at` is where the site is, if elsewhere."""


def pages_of(site: Path) -> list[str]:
    """Return the address of each page of a built site, from its root; decks are not pages."""
    return sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if path.parent.name != "telechargements"
    )


AXE = """
([place, rules]) => axe.run(place, {
  resultTypes: ["violations"],
  preload: location.protocol !== "file:", // a folder refuses that a script reads style sheets
  ...(rules.length && {runOnly: rules}),
})
"""


def violations(page: Page, axe: str, *rules: str, place: str = "html") -> list[tuple[str, str]]:
    """What axe finds on a page, or in a place of it, with all its rules or those that are named."""
    page.evaluate(axe)
    result = page.evaluate(AXE, [place, list(rules)])
    return [(item["id"], item["nodes"][0]["html"]) for item in result["violations"]]


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built by bare MkDocs from a copy where two decks have been made."""
    project = copy_project(root, tmp_path_factory.mktemp("project") / "projet")
    (project.build / "diapos").mkdir(parents=True)
    (project.build / "diapos" / "autisme.pptx").write_bytes(b"PK")
    (project.build / "diapos" / "autisme.html").write_bytes(
        b'<!doctype html><html lang="fr"><title>D</title><p>Diapositive'
    )
    return published(project.root)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(params=["server", "folder"])
def anywhere(request: pytest.FixtureRequest, address: str, site: Path) -> str:
    """Where the site is: on a server, then in a folder."""
    return address if request.param == "server" else site.as_uri()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visitor]:
    """Opens windows and closes them after the test."""
    contexts = []

    def opened(
        width: int = 1280,
        scheme: Scheme = "light",
        *,
        height: int = 900,
        script: bool = True,
        at: str | None = None,
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        visit = Visit(context.new_page(), at or address)
        visit.page.on("console", visit.hear)
        visit.page.on("pageerror", lambda error: visit.console.append(str(error)))
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        return visit

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    """A narrow screen that is touched."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True)
    yield Visit(context.new_page(), address)
    context.close()


def too_small(place: Locator) -> list[str]:
    """Return what a finger would miss in `place`: the targets lower than 44 pixels."""
    found: list[str] = place.evaluate(
        """place => Array.from(place.querySelectorAll("label, button, summary, .emas-relire"))
          .filter(item => item.checkVisibility() && item.getBoundingClientRect().height < 43.5)
          .map(item => item.outerHTML)"""
    )
    return found


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """The script of axe-core; `npm ci` brings it."""
    return (root / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
