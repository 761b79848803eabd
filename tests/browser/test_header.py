"""The header: menu, search and colours, with the keyboard and on narrow screens."""

import pytest
from playwright.sync_api import Locator, expect
from tests.browser.conftest import Scheme, Visit, Visitor, violations

HOME = "index.html"
STEP = "modules/autisme/comprendre.html"


def button(here: Visit, name: str) -> Locator:
    """Return the button of the header of that name."""
    return here.page.locator(".md-header").get_by_role("button", name=name, exact=True)


def test_the_tab_key_goes_through_the_header(visit: Visitor) -> None:
    here = visit(width=320)
    here.open(STEP)
    here.page.keyboard.press("Tab")
    expect(here.page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    here.page.keyboard.press("Tab")
    expect(button(here, "Menu")).to_be_focused()
    here.page.keyboard.press("Tab")
    expect(here.page.get_by_role("link", name="Atelier EMAS")).to_be_focused()
    for name in ("Rechercher", "Confort de lecture", "Mode sombre"):
        here.page.keyboard.press("Tab")
        expect(button(here, name)).to_be_focused()
    here.page.keyboard.press("Tab")
    expect(here.page.locator(".emas-place a")).to_be_focused()


def test_the_first_key_skips_the_header(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    here.page.keyboard.press("Tab")
    here.page.keyboard.press("Enter")
    here.page.keyboard.press("Tab")
    expect(here.page.locator(".emas-place a")).to_be_focused()


def test_the_menu_opens_and_closes_by_keyboard(visit: Visitor) -> None:
    here = visit(width=320)
    here.open(STEP)
    menu = button(here, "Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.press("Enter")
    expect(here.page.get_by_role("button", name="Fermer le menu")).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "true")
    here.page.keyboard.press("Tab")
    home = here.page.locator(".md-sidebar--primary").get_by_role("link", name="Accueil", exact=True)
    expect(home).to_be_focused()
    here.page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_the_colours_are_those_of_the_device_until_one_chooses(visit: Visitor) -> None:
    here = visit(scheme="dark")
    here.open(HOME)
    body = here.page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    here.page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    dark = button(here, "Mode sombre")
    expect(dark).to_have_attribute("aria-pressed", "false")
    dark.press("Enter")
    expect(dark).to_have_attribute("aria-pressed", "true")
    here.open(STEP)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_a_letter_alone_does_nothing(visit: Visitor) -> None:
    here = visit()
    here.open(HOME)
    for letter in "nps/":
        here.page.keyboard.press(letter)
    assert here.page.url.endswith(HOME)
    expect(here.page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_when_the_menu_is_open(visit: Visitor, axe: str, scheme: Scheme) -> None:
    here = visit(width=320, scheme=scheme)
    here.open(STEP)
    button(here, "Menu").click()
    assert violations(here.page, axe) == []


def test_targets_are_large_enough_and_focus_is_seen(visit: Visitor) -> None:
    here = visit(width=320)
    here.open(STEP)
    button(here, "Rechercher").click()
    targets = here.page.locator(".md-header").locator("button, input, .emas-site")
    for target in targets.all():
        if target.is_visible():
            box = target.bounding_box()
            assert box
            assert (box["width"] >= 44, box["height"] >= 44) == (True, True), box
            target.focus()
            here.page.keyboard.press("Shift+Tab")
            here.page.keyboard.press("Tab")
            assert target.evaluate("item => getComputedStyle(item).outlineStyle") == "solid"


def test_without_script_the_menu_is_under_the_page(visit: Visitor) -> None:
    here = visit(width=320, script=False)
    here.open(STEP)
    expect(button(here, "Menu")).to_be_hidden()
    page = here.page.locator("article").bounding_box()
    menu = here.page.locator(".md-sidebar--primary").get_by_role("link", name="Glossaire")
    link = menu.bounding_box()
    assert page
    assert link
    assert link["y"] > page["y"] + page["height"]
