"""Each kind of page, opened once for all the tests that only look."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.conftest import UNFOLD, Visit, Visitor
from tests.browser.rgaa.pages import ADDRESSES, Node, Templates, accessible

MEASURES = Path(__file__).with_name("measures.js")


class Tabs:
    """Tabs that stay open from one test to the next; one that crashes is opened again."""

    def __init__(self, context: BrowserContext, opened: Callable[[Page, str], None]) -> None:
        self._context = context
        self._opened = opened
        self._pages: dict[str, Page] = {}

    def tab(self, name: str) -> Page:
        """Return the tab of that name."""
        if name not in self._pages:
            page = self._pages[name] = self._context.new_page()
            page.on("crash", lambda _: self._forget(name))
            self._opened(page, name)
        return self._pages[name]

    def _forget(self, name: str) -> None:
        del self._pages[name]


@contextmanager
def measured(browser: Browser) -> Iterator[BrowserContext]:
    """A window whose pages can be measured."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    context.add_init_script(path=MEASURES)
    yield context
    context.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser, address: str) -> Iterator[Tabs]:
    """The tabs of `templates`, with everything that unfolds unfolded."""

    def opened(page: Page, name: str) -> None:
        page.goto(f"{address}/{ADDRESSES[name]}")
        if name == "résultats":
            page.locator("#emas_trouvailles a").first.wait_for()
        page.evaluate(UNFOLD)
        page.evaluate("document.fonts.ready.then(() => true)")

    with measured(browser) as context:
        yield Tabs(context, opened)


@pytest.fixture
def templates(tabs: Tabs) -> Templates:
    """Each kind of page on a wide light screen."""
    return {name: tabs.tab(name) for name in ADDRESSES}


@pytest.fixture(scope="session")
def trees(tabs: Tabs) -> dict[str, list[Node]]:
    """What a screen reader is given of each kind of page."""
    return {name: accessible(tabs.tab(name)) for name in ADDRESSES}


@pytest.fixture(scope="session")
def shared(browser: Browser) -> Iterator[Tabs]:
    """The tab that the tests which do something share: opening one takes longer than a page."""
    with measured(browser) as context:
        yield Tabs(context, lambda *_: None)


@pytest.fixture
def reader(shared: Tabs, address: str) -> Visitor:
    """Comes as if for the first time, with a window of the size asked for."""
    tab = shared.tab("")

    def opened(width: int = 1280, height: int = 900) -> Visit:
        tab.goto(f"{address}/assets/images/favicon.png")
        tab.evaluate("localStorage.clear(), sessionStorage.clear()")
        tab.set_viewport_size({"width": width, "height": height})
        tab.emulate_media(color_scheme="light", reduced_motion="reduce")
        tab.mouse.move(0, 0)
        return Visit(tab, address)

    return opened
