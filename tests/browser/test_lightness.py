"""What a telephone on a slow network gets: few requests, nothing that moves, no rule that lacks."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Route
from tests.browser.conftest import WIDTHS, Visitor, pages_of

from emas.adapters.material_css import CLASS, is_ours

PAGES = ("index.html", "modules/autisme/index.html", "modules/autisme/comprendre.html")
TELEPHONE = 412
REQUESTS = 12
MOVED = """
() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(item => { moved += item.value }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(moved), 300);
})
"""
CLASSES = "() => [...document.querySelectorAll('[class]')].flatMap(item => [...item.classList])"


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_even_when_fonts_and_scripts_come_late(visit: Visitor, path: str) -> None:
    def late(route: Route) -> None:
        here.page.wait_for_timeout(400)
        route.continue_()

    here = visit(width=TELEPHONE)
    here.page.route(re.compile(r"\.(woff2|js)$"), late)
    here.open(path)
    assert here.page.evaluate(MOVED) <= 0.01


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_little(visit: Visitor, path: str) -> None:
    here = visit(width=TELEPHONE)
    here.open(path)
    here.page.wait_for_load_state("networkidle")
    assert len(here.requests) <= REQUESTS


@pytest.mark.parametrize("width", WIDTHS)
def test_no_rule_of_material_lacks_to_what_pages_have(
    visit: Visitor, site: Path, width: int
) -> None:
    sheets = files("material") / "templates" / "assets" / "stylesheets"
    css = "".join(
        item.read_text("utf-8") for item in sheets.iterdir() if item.name.endswith(".css")
    )
    styled = set(CLASS.findall(re.sub(r'url\("[^"]*"\)', "", css)))
    here = visit(width=width)
    found: set[str] = set()
    for path in pages_of(site):
        here.open(path)
        found.update(here.page.evaluate(CLASSES))
    assert {name for name in found & styled if not is_ours(name)} == set()
