"""Each kind of page, opened once for all the tests that only look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import UNFOLD, Visit, Visitor
from tests.browser.rgaa.pages import ADDRESSES, Node, Templates, accessible

MEASURES = Path(__file__).with_name("measures.js")


@pytest.fixture(scope="session")
def templates(browser: Browser, address: str) -> Iterator[Templates]:
    """Each kind of page on a wide light screen, with everything that unfolds unfolded."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    context.add_init_script(path=MEASURES)
    pages: dict[str, Page] = {}
    for name, path in ADDRESSES.items():
        pages[name] = context.new_page()
        pages[name].goto(f"{address}/{path}")
    pages["résultats"].locator("#emas_trouvailles a").first.wait_for()
    for page in pages.values():
        page.evaluate(UNFOLD)
        page.evaluate("document.fonts.ready.then(() => true)")
    yield pages
    context.close()


@pytest.fixture(scope="session")
def trees(templates: Templates) -> dict[str, list[Node]]:
    """What a screen reader is given of each kind of page."""
    return {name: accessible(page) for name, page in templates.items()}


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """The tab that the tests which do something share: opening one takes longer than a page."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)
    context.add_init_script(path=MEASURES)
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(tab: Page, address: str) -> Visitor:
    """Comes as if for the first time, with a window of the size asked for."""

    def opened(width: int = 1280, height: int = 900) -> Visit:
        tab.goto(f"{address}/assets/images/favicon.png")
        tab.evaluate("localStorage.clear(), sessionStorage.clear()")
        tab.set_viewport_size({"width": width, "height": height})
        tab.emulate_media(color_scheme="light", reduced_motion="reduce")
        tab.mouse.move(0, 0)
        return Visit(tab, address)

    return opened
