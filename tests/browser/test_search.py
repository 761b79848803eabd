"""The search, as people use it."""

import re

import pytest
from playwright.sync_api import Locator, expect
from tests.browser.conftest import Scheme, Visit, Visitor, violations

HOME = "index.html"
STEP = "modules/autisme/comprendre.html"
SCRIPTS = ("/lunr/", "/recherche/")


def field(here: Visit) -> Locator:
    return here.page.get_by_role("searchbox", name="Rechercher dans le site")


def results(here: Visit) -> Locator:
    return here.page.locator("#emas_recherche .emas-trouvaille a")


def told(here: Visit) -> Locator:
    return here.page.locator("#emas_recherche").get_by_role("status")


def search(here: Visit, words: str) -> None:
    if here.page.viewport_size and here.page.viewport_size["width"] < 960:
        here.page.get_by_role("button", name="Rechercher", exact=True).click()
    field(here).fill(words)
    expect(results(here).first).to_be_visible()


@pytest.mark.parametrize("words", ["autisme", "l’AUTISME", "autistes"])
def test_it_finds_on_a_server_and_in_a_folder(visit: Visitor, anywhere: str, words: str) -> None:
    here = visit(at=anywhere)
    here.open(STEP)
    search(here, words)
    found = results(here).filter(has_text="Autisme : comprendre et accueillir un élève")
    found.first.click()
    expect(here.page).to_have_url(re.compile(r"/modules/autisme/index\.html"))
    assert (here.console, here.elsewhere) == ([], [])


def test_nothing_is_loaded_before_one_goes_to_the_search(visit: Visitor) -> None:
    here = visit()
    here.open(HOME)
    assert [url for url in here.requests if any(part in url for part in SCRIPTS)] == []
    field(here).focus()
    field(here).fill("autisme")
    expect(results(here).first).to_be_visible()
    loaded = [url for url in here.requests if any(part in url for part in SCRIPTS)]
    assert len(loaded) == len(set(loaded)) == 9


def test_it_tells_how_many_and_marks_the_words(visit: Visitor) -> None:
    here = visit()
    here.open(HOME)
    search(here, "PAS")
    expect(told(here)).to_have_text(re.compile(r"^\d+ résultats?$"))
    expect(here.page.locator(".emas-trouvaille mark").first).to_have_text("PAS")


@pytest.mark.parametrize("way", ["glossaire", "question"])
def test_without_result_it_leads_elsewhere(visit: Visitor, way: str) -> None:
    here = visit()
    here.open(HOME)
    field(here).fill("zzzz")
    expect(told(here)).to_have_text("Aucun résultat\u00a0: essayez un autre mot, ou le glossaire.")
    here.page.locator(f"#emas_recherche .emas-trouvaille a[href$='/{way}.html']").click()
    expect(here.page).to_have_url(re.compile(rf"/{way}\.html$"))


def test_the_keyboard_is_enough(visit: Visitor) -> None:
    here = visit(width=320)
    here.open(STEP)
    opener = here.page.get_by_role("button", name="Rechercher", exact=True)
    opener.press("Enter")
    expect(field(here)).to_be_focused()
    here.page.keyboard.type("autisme")
    expect(results(here).first).to_be_visible()
    here.page.keyboard.press("ArrowDown")
    expect(results(here).nth(0)).to_be_focused()
    here.page.keyboard.press("Tab")
    expect(results(here).nth(1)).to_be_focused()
    here.page.keyboard.press("ArrowUp")
    here.page.keyboard.press("ArrowUp")
    expect(field(here)).to_be_focused()
    here.page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(field(here)).to_be_hidden()
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_escape_on_a_wide_screen_gives_the_field_back(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    search(here, "autisme")
    here.page.keyboard.press("ArrowDown")
    here.page.keyboard.press("Escape")
    expect(field(here)).to_be_focused()
    expect(results(here).first).to_be_hidden()
    expect(field(here)).to_have_value("autisme")


def test_one_leaves_it_with_the_tab_key(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    search(here, "écholalie PAS")
    for _ in range(20):
        here.page.keyboard.press("Tab")
    expect(results(here).first).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_when_results_are_shown(
    visit: Visitor, axe: str, width: int, scheme: Scheme
) -> None:
    here = visit(width=width, scheme=scheme)
    here.open(STEP)
    search(here, "autisme")
    assert (violations(here.page, axe), here.overflow()) == ([], 0)


def test_at_400_percent_all_results_can_be_reached(visit: Visitor) -> None:
    here = visit(width=320)
    here.page.set_viewport_size({"width": 320, "height": 256})
    here.open(STEP)
    search(here, "autisme")
    results(here).last.focus()
    expect(results(here).last).to_be_in_viewport(ratio=1)
    field(here).focus()
    expect(field(here)).to_be_in_viewport(ratio=1)


def test_enter_leads_to_all_results(visit: Visitor, anywhere: str) -> None:
    here = visit(at=anywhere)
    here.open(STEP)
    search(here, "autisme")
    field(here).press("Enter")
    expect(here.page).to_have_url(re.compile(r"/recherche\.html\?q=autisme$"))
    expect(here.page.locator("#emas_etat")).to_have_text(re.compile(r"^\d+ résultats$"))
    expect(here.page).to_have_title(re.compile(r"^« autisme »\u00a0: \d+ résultats - Recherche"))
    again = here.page.get_by_role("searchbox", name="Que cherchez-vous")
    expect(again).to_have_value("autisme")
    again.fill("<b>écholalie")
    again.press("Enter")
    expect(here.page.locator("#emas_trouvailles mark").first).to_be_visible()
    assert here.page.locator("#emas_trouvailles b").count() == 0
    assert (here.console, here.elsewhere) == ([], [])


def test_without_script_it_leads_to_the_list_of_pages(visit: Visitor) -> None:
    here = visit(width=320, script=False)
    here.open(STEP)
    field(here).fill("autisme")
    field(here).press("Enter")
    expect(here.page).to_have_url(re.compile(r"/recherche\.html\?q=autisme$"))
    expect(here.page.locator(".emas-sans-script")).to_be_visible()
    link = here.page.locator(".emas-plan").get_by_role("link", name="Comprendre l’autisme")
    expect(link).to_have_attribute("href", "modules/autisme/comprendre.html")
