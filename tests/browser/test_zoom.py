"""Enlarged four times, or with text twice as large, nothing is lost; without motion, none moves.

400 % of a window of 1280 by 1024 leaves 320 by 256. `rgaa/test_sizes.py` measures the texts of all
pages at 320, `rgaa/test_consultation.py` looks for what moves by itself.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import UNFOLD, Visit, Visitor, pages_of
from tests.browser.keyboard import walk
from tests.browser.rgaa.conftest import MEASURES
from tests.browser.rgaa.pages import HOME, MODULE, STEP, VIGNETTE

ENLARGED = {"width": 320, "height": 256}
DEFAULT_PX, ROOT_PX = 16, 20
"""The size of text in a browser, and what the theme makes of it at the root."""

PLAYING = re.compile(
    r"<(audio|video|object|embed|iframe|marquee|blink)\b|\sautoplay\b|http-equiv=.?refresh", re.I
)
"""What could play or reload; a video is a link to where it is."""

# How much of the window stays over the text when one scrolls.
FLOATING = """
(() => {
  scrollTo(0, 400);
  return rgaa.all("body *").filter(rgaa.seen).filter(item => !item.closest("[inert]"))
    .filter(item => ["fixed", "sticky"].includes(getComputedStyle(item).position))
    .map(item => item.getBoundingClientRect())
    .filter(box => box.bottom > 0 && box.top < innerHeight)
    .reduce((sum, box) => sum + box.height, 0) / innerHeight;
})()
"""
# What moves or fades for more than a hundredth of a second, in any state of the page.
MOVING = """
(() => {
  const parts = [null, "::before", "::after", "::backdrop", "::details-content", "::marker"];
  const seconds = list => Math.max(...list.split(",").map(parseFloat));
  return rgaa.all("*").flatMap(item => parts.map(part => [item, getComputedStyle(item, part)]))
    .filter(([, style]) => style.scrollBehavior === "smooth" ||
      style.animationName !== "none" && seconds(style.animationDuration) > 0.01 ||
      style.transitionProperty !== "none" && seconds(style.transitionDuration) > 0.01)
    .map(([item]) => rgaa.told(item));
})()
"""


def enlarged(visit: Visitor, path: str) -> Visit:
    """Open a page at 400 %."""
    here = visit(**ENLARGED)
    here.page.add_init_script(path=MEASURES)
    here.open(path)
    here.page.evaluate(UNFOLD)
    return here


def lost(here: Visit) -> tuple[int, list[str]]:
    """How far one must scroll sideways, in px, and the texts that are cut all the same."""
    return here.overflow(), here.page.evaluate("rgaa.lost()")


def header(page: Page, name: str) -> Locator:
    return page.locator(".md-header").get_by_role("button", name=name, exact=True)


@pytest.mark.parametrize("path", [HOME, MODULE, STEP, VIGNETTE])
def test_one_scrolls_one_way_and_the_text_has_most_of_the_window(visit: Visitor, path: str) -> None:
    here = enlarged(visit, path)
    assert lost(here) == (0, [])
    assert here.page.evaluate(FLOATING) < 0.25


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("path", [HOME, VIGNETTE])
def test_the_focus_is_never_under_the_header(visit: Visitor, path: str, key: str) -> None:
    assert walk(enlarged(visit, path).page, key).faults == []


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_focus_is_never_under_a_bar(visit: Visitor, key: str) -> None:
    # The tallest one: the largest text, in the widest letters.
    here = visit(width=320)
    chosen = "{calme: 'oui', taille: '3', espacement: 'large', police: 'opendyslexic'}"
    here.page.add_init_script(f"localStorage.setItem('emas:confort', JSON.stringify({chosen}))")
    here.open(HOME)
    expect(here.page.get_by_role("group", name="Page calme")).to_be_visible()
    assert walk(here.page, key).faults == []


def test_a_link_to_a_part_leads_under_the_header(visit: Visitor) -> None:
    here = enlarged(visit, STEP)
    here.open(f"{STEP}#quatre-particularites-possibles")
    heading = here.page.locator("#quatre-particularites-possibles")
    expect(heading).to_be_in_viewport(ratio=1)
    below = "item => item.getBoundingClientRect().top - "
    below += "document.querySelector('.md-header').getBoundingClientRect().bottom"
    assert 0 <= heading.evaluate(below) < 40


def test_the_reading_options_are_all_there_and_can_be_left(visit: Visitor) -> None:
    here = enlarged(visit, STEP)
    opener = header(here.page, "Confort de lecture")
    opener.press("Enter")
    dialog = here.page.get_by_role("dialog")
    assert lost(here) == (0, [])
    assert walk(here.page, within="dialog").faults == []
    dialog.evaluate("dialog => dialog.scrollTo(0, dialog.scrollHeight)")
    foot = dialog.get_by_role("button", name="Revenir aux réglages de départ")
    expect(foot).to_be_in_viewport(ratio=1)
    closer = dialog.get_by_role("button", name="Fermer", exact=True)
    expect(closer).to_be_in_viewport(ratio=1)
    closer.click()
    expect(dialog).to_be_hidden()
    opener.click()
    here.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_menu_is_all_there_and_can_be_left(visit: Visitor) -> None:
    here = enlarged(visit, STEP)
    opener = header(here.page, "Menu")
    opener.click()
    menu = here.page.locator(".md-sidebar--primary")
    closer = menu.get_by_role("button", name="Fermer le menu")
    expect(closer).to_be_in_viewport(ratio=1)
    assert lost(here) == (0, [])
    for item in menu.get_by_role("link").all():
        item.focus()
        expect(item).to_be_in_viewport(ratio=0.98)  # browsers round what they scroll
    closer.click()
    expect(closer).not_to_be_in_viewport()
    expect(opener).to_be_focused()


def test_the_search_is_all_there_and_can_be_left(visit: Visitor) -> None:
    here = enlarged(visit, STEP)
    opener = header(here.page, "Rechercher")
    opener.click()
    here.page.keyboard.type("autisme")
    results = here.page.locator("#emas_recherche .emas-trouvaille a")
    expect(results.first).to_be_visible()
    assert lost(here) == (0, [])
    for result in (*results.all(), here.page.get_by_role("searchbox")):
        result.focus()
        expect(result).to_be_in_viewport(ratio=1)
    opener.click()
    expect(results.first).to_be_hidden()
    expect(opener).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("width", [1280, 640])
def test_a_browser_whose_text_is_twice_as_large_shows_it_all(visit: Visitor, width: int) -> None:
    # Unlike a larger root, this also moves the widths at which the layout changes.
    here = visit(width=width)
    here.page.add_init_script(path=MEASURES)
    twice = {"standard": 2 * DEFAULT_PX, "fixed": 2 * DEFAULT_PX}
    session = here.page.context.new_cdp_session(here.page)
    session.send("Page.setFontSizes", {"fontSizes": twice})
    for path in (HOME, MODULE, STEP, "glossaire.html"):
        here.open(path)
        here.page.evaluate(UNFOLD)
        root = here.page.evaluate("getComputedStyle(document.documentElement).fontSize")
        assert root == f"{2 * ROOT_PX}px"
        assert (path, *lost(here)) == (path, 0, [])


def test_who_asks_for_no_motion_sees_none(visit: Visitor) -> None:
    here = visit(width=320)
    here.page.add_init_script(path=MEASURES)
    here.open(STEP)
    assert here.page.evaluate(MOVING) == []
    header(here.page, "Menu").click()
    here.page.get_by_role("button", name="Fermer le menu").click()
    header(here.page, "Rechercher").click()
    header(here.page, "Confort de lecture").click()
    assert here.page.evaluate(MOVING) == []
    assert here.page.evaluate("document.getAnimations().length") == 0


def test_one_goes_back_to_the_top_at_once(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    here.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    here.page.mouse.wheel(0, -200)
    here.page.get_by_role("button", name="Retour en haut de la page").click()
    assert here.page.evaluate("scrollY") == 0


def test_nothing_plays_by_itself(site: Path) -> None:
    texts = {page: (site / page).read_text(encoding="utf-8") for page in pages_of(site)}
    assert [page for page, text in texts.items() if PLAYING.search(text)] == []


def test_a_citation_in_a_table_makes_no_page_wider(visit: Visitor) -> None:
    here = enlarged(visit, VIGNETTE)
    frames = here.page.locator(".emas-tableau").filter(has=here.page.locator("tbody"))
    frames.first.locator("tr").last.locator("td").last.evaluate(
        """cell => {
          cell.innerHTML = "Sanstitre".repeat(9)
            + '<span class="emas-citation">[<span class="emas-cache">source </span>1]</span>';
        }"""
    )
    assert here.overflow() == 0
