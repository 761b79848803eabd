"""Every link of the built pages leads somewhere, from any folder.

Links of the sources are checked by their rules, then by MkDocs; nothing else looks at those of
templates, nor at what has finally been written.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from tests.browser.conftest import pages_of

Attributes = list[tuple[str, str | None]]

ONLY_SERVED = "404.html"
"""A server shows it at any address, so that its links begin at the root."""
ONLY_ON_HTTP = {
    "http://www.learnalberta.ca/content/inspb1f/html/4_understandingindividualC.html",
    "http://revue.sesamath.net/spip.php?article1668",
}
"""Sources that were read there, and nowhere else."""
ADDRESSES = ("href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href")
REFERENCES = ("for", "headers", "list", "aria-labelledby", "aria-describedby")
"""Attributes that name elements of the page; those for `aria-controls` may come from scripts."""
IN_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


@dataclass
class Link:
    """One address in a page, as it is written."""

    tag: str
    address: str

    @property
    def is_followed(self) -> bool:
        """Whether a reader goes there, rather than the browser by itself."""
        return self.tag in ("a", "area")


@dataclass
class Parsed(HTMLParser):
    """What one page names and where it leads."""

    text: str
    ids: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Note the attributes of one element."""
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ADDRESSES:
                self.links.append(Link(tag, value or ""))
            elif name in REFERENCES:
                self.named.update((value or "").split())


@pytest.fixture(scope="module")
def parsed(site: Path) -> Mapping[str, Parsed]:
    return {page: Parsed((site / page).read_text(encoding="utf-8")) for page in pages_of(site)}


def wrong_address(address: str, written_in: str, site: Path, known: Mapping[str, Parsed]) -> str:
    """Return what is wrong with an address inside the site, or nothing."""
    parts = urlsplit(address)
    if parts.netloc or address.startswith("/"):
        return "depends on where the site is"
    path = unquote(parts.path)
    target = normpath(join(dirname(written_in), path)) if path else written_in
    if target.startswith("..") or not (site / target).is_file():
        return "leads to no file"
    if parts.fragment and unquote(parts.fragment) not in known[target].ids:
        return "leads to no place of its page"
    return ""


def inside(page: str, links: list[Link]) -> Iterator[str]:
    """Yield the addresses of the site itself; those of the 404 page without their root."""
    for link in links:
        if not urlsplit(link.address).scheme:
            yield link.address.removeprefix("/") if page == ONLY_SERVED else link.address


def test_every_link_leads_to_a_file_and_a_place_in_it(
    parsed: Mapping[str, Parsed], site: Path
) -> None:
    wrong = {
        (page, address, why)
        for page, content in parsed.items()
        for address in inside(page, content.links)
        if (why := wrong_address(address, page, site, parsed))
    }
    assert wrong == set()
    assert sum(len(content.links) for content in parsed.values()) > 500


def test_the_404_page_finds_everything_at_any_depth(parsed: Mapping[str, Parsed]) -> None:
    links = [link.address for link in parsed[ONLY_SERVED].links]
    assert [link for link in links if not link.startswith(("/", "#", "mailto:"))] == []


def test_an_id_names_one_thing(parsed: Mapping[str, Parsed]) -> None:
    twice = {
        (page, name)
        for page, content in parsed.items()
        for name, times in Counter(content.ids).items()
        if times > 1 or not name
    }
    assert twice == set()


def test_labels_and_descriptions_name_something(parsed: Mapping[str, Parsed]) -> None:
    lost = {(page, name) for page, one in parsed.items() for name in one.named - set(one.ids)}
    # Material titles its list of contents with a label, for a box that only its own menu has.
    assert {name for _, name in lost} <= {"__toc"}


def test_browsers_ask_nobody_else_for_anything(parsed: Mapping[str, Parsed]) -> None:
    asked = {
        (page, link.address)
        for page, content in parsed.items()
        for link in content.links
        if not link.is_followed and urlsplit(link.address).scheme not in ("", "data")
    }
    assert asked == set()


def test_style_sheets_ask_for_files_of_the_site(site: Path) -> None:
    asked = {
        (sheet.relative_to(site).as_posix(), first or second)
        for sheet in site.rglob("*.css")
        for first, second in IN_STYLE.findall(sheet.read_text(encoding="utf-8"))
    }
    files = {(sheet, address) for sheet, address in asked if not address.startswith("data:")}
    assert len(files) >= 6
    assert {item for item in files if not (site / dirname(item[0]) / item[1]).is_file()} == set()


def test_links_to_elsewhere_are_safe_and_written_by_authors(
    parsed: Mapping[str, Parsed], root: Path
) -> None:
    # None is the doing of the theme or of the engine.
    texts = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("content", "modules")
        for path in (root / folder).rglob("*")
        if path.suffix in (".yml", ".md")
    )
    found = {link.address for one in parsed.values() for link in one.links if link.is_followed}
    away = {urlsplit(address) for address in found if urlsplit(address).scheme}
    assert {parts.scheme for parts in away} <= {"http", "https", "mailto", "sms", "tel"}
    assert {parts.geturl() for parts in away if parts.scheme == "http"} == ONLY_ON_HTTP
    named = {parts.path if parts.scheme == "mailto" else parts.geturl() for parts in away}
    made = {name for name in named if name not in texts and not name.startswith(("sms:", "tel:"))}
    assert made == set()


def test_what_the_search_finds_is_there(parsed: Mapping[str, Parsed], site: Path) -> None:
    script = (site / "assets/emas/js/recherche/textes.js").read_text(encoding="utf-8")
    pages = json.loads(script.removeprefix("window.emasTextes = ").rstrip().removesuffix(";"))
    lost = {
        (page["adresse"], anchor)
        for page in pages["pages"]
        for anchor, *_ in page["parties"]
        if anchor and anchor not in parsed[page["adresse"]].ids
    }
    assert lost == set()
