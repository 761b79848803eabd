"""What a page makes a telephone fetch."""

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page
from tests.browser.conftest import PROBE, UNFOLD, Visitor, pages_of

MOST_BYTES = 300_000
MOST_REQUESTS = 12
COMPRESSED = {".html", ".css", ".js", ".svg"}
"""What a server sends compressed; fonts and pictures already are."""

# Everything that a reader of the whole page gets: pictures far below, fonts, the icon of the tab.
FETCH_ALL = """async () => {
  for (const picture of document.images) picture.loading = "eager";
  await Promise.all(Array.from(document.images, picture => picture.decode()));
  await document.fonts.ready;
  return Array.from(document.querySelectorAll("link[rel~=icon]"), link => link.href);
}"""


def weight(file: Path) -> int:
    """Return how many bytes a server sends for a file."""
    data = file.read_bytes()
    return len(gzip.compress(data, 9)) if file.suffix in COMPRESSED else len(data)


def fetched(page: Page, requests: list[str]) -> set[str]:
    """Return the paths, on the server, of all that an open page has asked for or will."""
    page.evaluate(UNFOLD)
    icons: list[str] = page.evaluate(FETCH_ALL)
    paths = {unquote(urlsplit(url).path) for url in (*requests, *icons) if url[:5] != "data:"}
    return paths - {PROBE}


def test_every_page_is_light(visit: Visitor, site: Path) -> None:
    # A first visit to each, without what searching would add.
    here = visit()
    heavy = {}
    for page in pages_of(site):
        here.requests.clear()
        here.open(page)
        paths = fetched(here.page, here.requests)
        total = sum(weight(site / path.lstrip("/")) for path in paths)
        print(f"{page}: {total // 1000} KB, {len(paths)} requests")
        if total > MOST_BYTES or len(paths) > MOST_REQUESTS:
            heavy[page] = (total, sorted(paths))
    assert heavy == {}
