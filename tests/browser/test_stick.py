"""A stick opened in a browser: from a folder, without any network, with nothing to install."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from tests.browser.conftest import Scheme, violations

from emas import pipeline
from emas.compiler import Request, Target, build
from emas.project import Project

pytestmark = pytest.mark.xdist_group("stick")

LOCAL = ("file:", "data:", "blob:")


@pytest.fixture(scope="module")
def folder(built_project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stick of the real project, alone, under a name with blanks and accents."""
    base = tmp_path_factory.mktemp("cle")
    shutil.copytree(built_project.root, base / "projet")
    project = Project(base / "projet")
    build(project, pipeline.load(project), Request((Target.STICK,)))
    return (project.build / "cle-usb").rename(base / "Clé de l’équipe (E)")


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window without network; the test fails if it asks anything of anybody."""
    scheme: Scheme = getattr(request, "param", "light")
    context = browser.new_context(offline=True, color_scheme=scheme, reduced_motion="reduce")
    asked: list[str] = []
    page = context.new_page()
    context.on("request", lambda sent: asked.append(sent.url))
    page.on("pageerror", lambda error: asked.append(str(error)))
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(LOCAL)] == []


def test_from_the_first_page_one_searches_answers_and_reads(page: Page, folder: Path) -> None:
    page.goto((folder / "LISEZ-MOI.html").as_uri())
    page.get_by_role("link", name="Ouvrir le site").click()
    page.get_by_role("searchbox", name="Rechercher dans le site").fill("autistes")
    page.locator("#emas_recherche .emas-trouvaille a").first.click()
    page.goto((folder / "site/modules/autisme/comprendre.html").as_uri())
    question = page.locator("#aut-f01")
    question.get_by_label("Le besoin de prévoir ce qui va se passer").check()
    question.get_by_role("button", name="Vérifier").click()
    expect(question.get_by_role("status")).to_contain_text("✓ Bonne réponse.")
    page.get_by_role("button", name="J’ai lu cette étape").click()
    page.goto((folder / "site/index.html").as_uri())
    expect(page.locator(".emas-modules li")).to_contain_text("1 étape lue sur 5")


@pytest.mark.parametrize("page", ["light", "dark"], indirect=True)
def test_the_first_page_is_for_everybody(page: Page, folder: Path, axe: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto((folder / "LISEZ-MOI.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(item => { item.open = true })")
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_first_page_leads_to_files_that_are_there(page: Page, folder: Path) -> None:
    page.goto((folder / "LISEZ-MOI.html").as_uri())
    links = page.locator("a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert [link for link in links if not (folder / link).is_file()] == []
    given = {path.name for name in ("diapos", "livrets") for path in (folder / name).rglob("*.*")}
    assert given <= {Path(link).name for link in links}


def test_the_first_page_is_printed_on_one_sheet(page: Page, folder: Path) -> None:
    page.goto((folder / "LISEZ-MOI.html").as_uri())
    assert len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1


def test_the_deck_of_the_stick_needs_nothing_else(page: Page, folder: Path) -> None:
    page.goto((folder / "diapos/autisme.html").as_uri())
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile(r"#\d+$"))


@pytest.mark.long
def test_every_page_of_the_stick_asks_nothing_of_anybody(page: Page, folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        page.goto(path.as_uri())
        page.wait_for_load_state("networkidle")
