"""The preview, as an author looks at it: a file is saved, the page follows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visitor, violations
from tests.previews import Previewed, previewed
from tests.small import small_project

from emas.project import Project

STEP = "modules/voisin/01-lire.md"


@pytest.fixture(scope="module")
def small(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return small_project(root, tmp_path_factory.mktemp("apercu") / "projet")


@pytest.fixture(scope="module")
def preview(small: Project) -> Iterator[Previewed]:
    with previewed(small) as shown:
        shown.until(lambda: bool(shown.state()["pret"]))
        yield shown


@pytest.fixture
def step(small: Project, preview: Previewed) -> Iterator[Path]:
    """A step to change, which is afterwards as it was."""
    path = small.root / STEP
    before = path.read_bytes()
    yield path
    path.write_bytes(before)
    preview.until(lambda: preview.state("modules/voisin/lire.html")["bandeau"] is None)


def _opened(visit: Visitor, preview: Previewed, **window: object) -> tuple[Page, list[str]]:
    """Return the preview of the step, and what was asked of another host."""
    seen = visit(at=preview.serving.address.rstrip("/"), **window)
    seen.open("")
    page = seen.page
    page.evaluate("document.querySelector('#site').src = 'site/modules/voisin/lire.html'")
    expect(page.locator("#module")).to_have_text("Le module voisin")
    expect(page.locator("#o_diapos .compte")).not_to_be_empty()
    return page, seen.elsewhere


def test_what_is_saved_is_seen_then_what_is_wrong_with_the_last_good_page(
    visit: Visitor, preview: Previewed, step: Path
) -> None:
    page, elsewhere = _opened(visit, preview)
    site, slides = page.frame_locator("#site"), page.frame_locator("#planche")
    text = step.read_text("utf-8")
    step.write_text(text.replace("## Pour commencer", "## Pour bien commencer"), "utf-8")
    expect(site.locator("h2").first).to_have_text("Pour bien commencer")
    changed = slides.locator("[data-change]").filter(has_text="Pour bien commencer")
    expect(changed.first).to_be_attached()
    step.write_text(text + "\n::: retenir\nJamais fermé.\n", "utf-8")
    expect(page.locator("#bandeau")).to_contain_text("Vous voyez la dernière bonne version.")
    expect(page.locator("#liste a").first).to_have_text(f"{STEP}, ligne 23")
    expect(site.locator("h2").first).to_have_text("Pour bien commencer")
    step.write_text(text, "utf-8")
    expect(page.locator("#bandeau")).to_be_empty()
    expect(site.locator("h2").first).to_have_text("Pour commencer")
    assert (elsewhere, preview.unexpected) == ([], [])


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_the_preview_is_accessible(
    scheme: str, width: int, visit: Visitor, preview: Previewed, step: Path, axe: str
) -> None:
    step.write_text(step.read_text("utf-8") + "\n::: retenir\nJamais fermé.\n", "utf-8")
    page, _ = _opened(visit, preview, scheme=scheme, width=width)
    expect(page.locator("#bandeau")).not_to_be_empty()
    for tab in ("#o_diapos", "#o_livret", "#o_mesures"):
        page.click(tab)
        assert violations(page, axe, place="body > *:not(iframe)") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_tabs_are_walked_with_arrows(visit: Visitor, preview: Previewed) -> None:
    page, _ = _opened(visit, preview)
    page.focus("#o_diapos")
    for key, chosen in (("ArrowRight", "Livret"), ("End", "Mesures"), ("ArrowRight", "Diapos")):
        page.keyboard.press(key)
        expect(page.locator("[role=tab]:focus")).to_contain_text(chosen)
    expect(page.locator("[role=tabpanel]:visible iframe")).to_have_count(1)
