"""RGAA 4.1, theme 12: finding one's way, with the eyes, with the keyboard, with the ears."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visitor, pages_of
from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import ADDRESSES, SEARCH, STEP, Node, Templates, faults, total

PLACES = """
["header", "header .emas-site", "#emas_recherche", ".emas-options", ".emas-couleurs",
  ".md-sidebar--primary a.md-nav__link"].map(part => {
    const box = rgaa.all(part).find(rgaa.seen).getBoundingClientRect();
    return [box.left, box.top, box.right];
  }).flat()
"""
STILL = 12
"""How much may move, in px: a page whose font comes late keeps the letters of the device."""
MENU = """
rgaa.all(".emas-navigation > ul > li > .md-nav__link").filter(rgaa.seen)
  .map(item => item.innerText.trim())
"""
UPWARDS = """
(() => {
  const stops = rgaa.controls(document.querySelector("article")).filter(rgaa.seen)
    .map(item => [item, item.getClientRects()[0]]);
  return stops.slice(1).filter(([, box], rank) => {
    const before = stops[rank][1];
    return box.bottom < before.top && box.left <= before.left;
  }).map(([item]) => rgaa.told(item)).concat(rgaa.all("[tabindex]").filter(item =>
    item.tabIndex > 0).map(rgaa.told));
})()
"""
ORDER = ["a.md-skip", "header", ".md-sidebar--primary", "article", "footer"]


@checks("12.1", "12.5")
def test_the_menu_and_the_search_are_on_every_page(trees: dict[str, list[Node]]) -> None:
    for name, tree in trees.items():
        given = {(node.role, node.name) for node in tree}
        assert ("navigation", "Navigation") in given, name
        assert ("search", "Recherche rapide") in given, name
        assert ("searchbox", "Rechercher dans le site") in given, name


FROM_THE_TOP = """async () => {
  scrollTo({top: 0, behavior: "instant"});
  document.querySelectorAll(".md-sidebar__scrollwrap").forEach(menu => { menu.scrollTop = 0; });
  for (let rank = 0; rank < 10; rank++) await new Promise(requestAnimationFrame);
}"""
"""Another test may have scrolled the page or its menu; places follow a frame or two behind."""


@checks("12.2", "12.5")
def test_the_menu_and_the_search_are_always_at_the_same_place(templates: Templates) -> None:
    for page in templates.values():
        page.evaluate(FROM_THE_TOP)
    places = {name: page.evaluate(PLACES) for name, page in templates.items()}
    moved = {
        name: max(abs(here - home) for here, home in zip(found, places["accueil"], strict=True))
        for name, found in places.items()
    }
    assert {name: by for name, by in moved.items() if by > STILL} == {}


@checks("12.2")
def test_the_entries_of_the_menu_are_always_in_the_same_order(templates: Templates) -> None:
    menus = {name: page.evaluate(MENU) for name, page in templates.items()}
    assert len(menus["accueil"]) >= 3
    assert {name for name, found in menus.items() if found != menus["accueil"]} == set()


@checks("12.3")
def test_the_plan_leads_to_every_page(templates: Templates, site: Path) -> None:
    script = "rgaa.all('.emas-plan a').map(link => new URL(link.href).pathname.slice(1))"
    listed = templates["recherche"].evaluate(script)
    assert set(listed) == set(pages_of(site)) - {"404.html", SEARCH}
    assert len(listed) == len(set(listed))


@checks("12.4")
def test_the_plan_is_reached_from_the_foot_of_every_page(templates: Templates) -> None:
    for page in templates.values():
        link = page.get_by_role("contentinfo").get_by_role("link").first
        expect(link).to_have_text("Plan du site")
        target = link.evaluate("link => new URL(link.href).pathname + new URL(link.href).hash")
        assert target == f"/{SEARCH}#plan_du_site"
    expect(templates["recherche"].locator("h2#plan_du_site")).to_have_text("Plan du site")


@checks("12.6")
def test_each_part_of_a_page_can_be_reached_at_once(trees: dict[str, list[Node]]) -> None:
    for name, tree in trees.items():
        roles = {node.role for node in tree}
        assert {"banner", "navigation", "main", "search", "contentinfo"} <= roles, name


@checks("12.7")
def test_a_link_skips_to_the_text_of_every_page(templates: Templates) -> None:
    script = """(() => {
      const first = rgaa.controls()[0], target = document.getElementById(first.hash.slice(1));
      return first.matches("a.md-skip") && target?.matches("article h1") ? [] : [rgaa.told(first)];
    })()"""
    assert faults(templates, script) == {}


@checks("12.7")
@pytest.mark.parametrize("name", ["étape", "404"])
def test_the_first_key_skips_to_the_text(reader: Visitor, name: str) -> None:
    here = reader()
    here.open(ADDRESSES[name])
    here.page.keyboard.press("Tab")
    skip = here.page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    expect(skip).to_have_css("opacity", "1")
    here.page.keyboard.press("Enter")
    expect(here.page.locator("h1")).to_be_in_viewport(ratio=1)
    here.page.keyboard.press("Tab")
    assert here.page.evaluate("document.activeElement.closest('article, footer') !== null")


@checks("12.8")
def test_the_tab_key_goes_down_the_page(templates: Templates) -> None:
    assert faults(templates, UPWARDS) == {}


@checks("12.8")
def test_the_tab_key_goes_from_the_header_to_the_foot(templates: Templates) -> None:
    order = f"""(() => {{
      const parts = {ORDER}.map(part => document.querySelector(part));
      const place = item => parts.findIndex(part => part.contains(item));
      const stops = rgaa.controls().map(place).filter(rank => rank >= 0);
      return stops.filter((rank, index) => index && rank < stops[index - 1]);
    }})()"""
    assert faults(templates, order) == {}


@checks("12.9")
def test_the_reading_options_let_one_out(reader: Visitor) -> None:
    here = reader()
    here.open(STEP)
    opener = here.page.get_by_role("button", name="Confort de lecture")
    opener.press("Enter")
    for _ in range(30):
        here.page.keyboard.press("Tab")
    here.page.keyboard.press("Escape")
    expect(here.page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


@checks("12.10")
def test_no_key_alone_does_anything(reader: Visitor) -> None:
    here = reader()
    here.open(STEP)
    before = here.page.evaluate("document.body.innerText")
    for key in "abcdefghijklmnopqrstuvwxyz0123456789.,;:!?/*-+=<>":
        here.page.keyboard.press(key)
    assert here.page.url.endswith(STEP)
    assert here.page.evaluate("document.body.innerText") == before
    assert here.page.evaluate("document.activeElement === document.body")
    here.page.keyboard.press("Shift+N")
    assert here.page.url.endswith(STEP)
    assert here.page.locator("[accesskey]").count() == 0


def test_the_plan_is_not_on_other_pages(templates: Templates) -> None:
    assert total(templates, ".emas-plan") == 2
