"""Every page of the built site, as strictly as a machine can look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.conftest import (
    UNFOLD,
    WIDTHS,
    Scheme,
    Visit,
    Visitor,
    pages_of,
    violations,
)
from tests.browser.keyboard import walk

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

LOOKS = [("server", ""), ("folder", ""), ("folder", "calme"), ("folder", "simple")]
"""Where the site is, and the reading option that is on."""
ENLARGED = (320, 256)
"""What is left of a window of 1280 by 1024 at 400 %."""
ONLY_SERVED = "404.html"
"""A server shows it at any address, so that its links begin at the root."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("place", "option"), LOOKS)
def test_every_page(
    visit: Visitor, axe: str, address: str, site: Path, place: str, option: str, scheme: Scheme
) -> None:
    here = visit(scheme=scheme, at=address if place == "server" else site.as_uri())
    if option:
        chosen = f"JSON.stringify({{{option}: 'oui'}})"
        here.page.add_init_script(f"localStorage.setItem('emas:confort', {chosen})")
    pages = [page for page in pages_of(site) if place == "server" or page != ONLY_SERVED]
    assert len(pages) > 10
    found = {page: [*faults(here, page, axe, unfolded=not option)] for page in pages}
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


def faults(here: Visit, page: str, axe: str, *, unfolded: bool) -> Iterator[str]:
    """Yield what is wrong with a page: axe, width, keyboard both ways, console, requests."""
    for width, height in ((WIDTHS[0], 900), (WIDTHS[1], 900), ENLARGED):
        here.resize(width, height)
        for key in ("Tab", "Shift+Tab"):
            opened(here, page, unfolded=unfolded)
            yield from (f"{width}×{height}, {key}: {one}" for one in walk(here.page, key).faults)
        if (width, height) != ENLARGED:
            yield from (f"{width}, axe: {one}" for one in violations(here.page, axe))
        if beyond := here.overflow():
            yield f"{width} is too narrow by {beyond} px"
    yield from (f"console: {one}" for one in here.console)
    yield from (f"request: {one}" for one in here.elsewhere)
    here.console.clear()
    here.requests.clear()


def opened(here: Visit, page: str, *, unfolded: bool) -> None:
    """Open a page as if for the first time."""
    here.open(page)
    if unfolded:
        here.page.evaluate(UNFOLD)
