"""What a publisher is told holds: the security header, the pages that the law asks for."""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visitor
from tests.serving import Quiet, served

STEP = "modules/autisme/comprendre.html"
INLINE = re.compile(r"<script(?![^>]*(?:src=|json))[^>]*>(.+?)</script>", re.DOTALL)
POLICY = re.compile(r"^Content-Security-Policy: (.+)$", re.MULTILINE)


@pytest.fixture(scope="session")
def policy(root: Path) -> str:
    """The header that `docs/publier.md` gives."""
    found = POLICY.search((root / "docs" / "publier.md").read_text(encoding="utf-8"))
    assert found
    return found[1]


@pytest.fixture(scope="session")
def guarded(site: Path, policy: str) -> Iterator[str]:
    """Where the site is served with that header."""

    class Guarded(Quiet):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    with served(site, Guarded) as address:
        yield address


def test_the_header_names_the_inline_scripts_of_all_pages_and_no_other(
    site: Path, policy: str
) -> None:
    scripts = {
        text for path in site.rglob("*.html") for text in INLINE.findall(path.read_text("utf-8"))
    }
    digests = (hashlib.sha256(text.encode()).digest() for text in scripts)
    hashes = {f"sha256-{base64.b64encode(digest).decode()}" for digest in digests}
    assert hashes == set(re.findall(r"'(sha256-[^']+)'", policy))


def test_pages_work_under_the_header(visit: Visitor, guarded: str) -> None:
    here = visit(at=guarded)
    for path in ("404.html", "ma-progression.html", "recherche.html", "index.html", STEP):
        here.open(path)
    here.page.get_by_role("button", name="Confort de lecture").click()
    here.page.get_by_label("Lexend").check()
    here.page.get_by_role("button", name="Fermer", exact=True).click()
    here.page.get_by_role("button", name="Mode sombre").click()
    assert here.page.evaluate("document.documentElement.dataset.police") == "lexend"
    expect(here.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert here.console == []


def test_every_page_lets_one_report_an_error(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    link = here.page.get_by_role("link", name="Signaler une erreur dans cette page")
    address = unquote(link.get_attribute("href") or "")
    assert address.startswith(
        "mailto:contact@emas.example?subject=Erreur dans la page « Comprendre l’autisme »&body="
    )


@pytest.mark.parametrize(
    ("name", "path", "words"),
    [
        ("Mentions légales", "mentions-legales.html", "Organisme gestionnaire"),
        ("Vie privée", "vie-privee.html", "Il n’y a pas de cookie."),
        ("Accessibilité\u00a0: non conforme", "accessibilite.html", "non conforme"),
    ],
)
def test_the_foot_leads_to_what_the_law_asks_for(
    visit: Visitor, name: str, path: str, words: str
) -> None:
    here = visit(width=320)
    here.open(STEP)
    here.page.get_by_role("contentinfo").get_by_role("link", name=name).click()
    expect(here.page).to_have_url(re.compile(rf"/{path}$"))
    expect(here.page).to_have_title(f"{name} - Atelier EMAS")
    expect(here.page.locator("article")).to_contain_text(words)
    assert here.page.evaluate("document.documentElement.lang") == "fr"
