"""Each kind of page: light and wide on a server, dark and narrow in a folder.

`tests/long/test_every_page.py` crosses everything.
"""

from pathlib import Path

import pytest
from tests.browser.conftest import UNFOLD, WIDTHS, Scheme, Visitor, violations
from tests.browser.rgaa.pages import ADDRESSES

ONLY_SERVED = "404.html"
"""A server shows it at any address, so that its links begin at the root."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ADDRESSES)
def test_axe_finds_nothing_and_the_page_fits(
    visit: Visitor, axe: str, address: str, site: Path, name: str, scheme: Scheme
) -> None:
    served = scheme == "light" or ADDRESSES[name] == ONLY_SERVED
    here = visit(scheme=scheme, at=address if served else site.as_uri())
    here.open(ADDRESSES[name])
    if "?q=" in ADDRESSES[name]:
        here.page.locator("#emas_trouvailles a").first.wait_for()
    here.page.evaluate(UNFOLD)
    wide, narrow = WIDTHS
    here.resize(narrow if scheme == "light" else wide)
    assert here.overflow() == 0
    here.resize(wide if scheme == "light" else narrow)
    assert (violations(here.page, axe), here.overflow()) == ([], 0)
    assert (here.console, here.elsewhere) == ([], [])
