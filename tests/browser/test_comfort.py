"""Reading options: kept from page to page, by keyboard, without a flash nor a request."""

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.conftest import Scheme, Visitor, violations

STEP = "modules/autisme/comprendre.html"
NAMES = ("police", "taille", "espacement", "contraste", "calme", "simple")
ALL = {"police": "lexend", "taille": "3", "espacement": "large", "contraste": "renforce"}
VOICES = """
const spoken = [];
window.spoken = spoken;
const voices = VOICES;
Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
  paused: false,
  getVoices: () => voices,
  speak(words) { spoken.push(words); },
  pause() { this.paused = true; },
  resume() { this.paused = false; },
  cancel() { spoken.push("cancel"); },
})});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


def chosen(page: Page) -> dict[str, str]:
    data: dict[str, str] = page.evaluate("({...document.documentElement.dataset})")
    return {name: data[name] for name in NAMES if name in data}


def choose(page: Page, *labels: str) -> None:
    page.get_by_role("button", name="Confort de lecture").click()
    for label in labels:
        page.locator("dialog").get_by_label(label, exact=True).check()
    page.get_by_role("button", name="Fermer", exact=True).click()


def remember(page: Page, name: str, json: str) -> None:
    page.add_init_script(f"localStorage.setItem('emas:{name}', JSON.stringify({json}))")


def test_choices_go_from_page_to_page(visit: Visitor, anywhere: str) -> None:
    here = visit(at=anywhere)
    here.open(STEP)
    choose(here.page, "Lexend", "Très grande", "Large", "Renforcé")
    here.open("index.html")
    assert chosen(here.page) == ALL
    family = here.page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert family.startswith("Lexend")
    here.page.get_by_role("button", name="Confort de lecture").click()
    expect(here.page.get_by_label("Lexend")).to_be_checked()
    here.page.get_by_role("button", name="Revenir aux réglages de départ").click()
    assert chosen(here.page) == {}
    assert here.page.evaluate("Object.keys(localStorage).filter(k => !k.startsWith('emas:'))") == []


def test_choices_are_there_before_the_page_shows(visit: Visitor) -> None:
    here = visit()
    remember(here.page, "confort", "{police: 'lexend', taille: '3', inconnu: 'x', calme: 1}")

    def refused(route: Route) -> None:
        route.abort()

    here.page.route("**/*.js", refused)
    here.open(STEP)
    assert chosen(here.page) == {"police": "lexend", "taille": "3"}


def test_the_dialog_by_keyboard_alone(visit: Visitor) -> None:
    here = visit(width=320)
    here.open(STEP)
    button = here.page.get_by_role("button", name="Confort de lecture")
    for _ in range(8):
        here.page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    here.page.keyboard.press("Enter")
    expect(here.page.get_by_role("dialog", name="Confort de lecture")).to_be_visible()
    expect(here.page.get_by_role("button", name="Fermer", exact=True)).to_be_focused()
    here.page.keyboard.press("Tab")
    here.page.keyboard.press("ArrowDown")
    assert chosen(here.page) == {"police": "lexend"}
    here.page.keyboard.press("Escape")
    expect(here.page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_dialog(visit: Visitor, axe: str, scheme: Scheme) -> None:
    here = visit(scheme=scheme)
    here.open(STEP)
    here.page.get_by_role("button", name="Confort de lecture").click()
    for width in (1280, 320):
        here.page.set_viewport_size({"width": width, "height": 900})
        assert (width, violations(here.page, axe)) == (width, [])
    small = here.page.evaluate(
        """Array.from(document.querySelectorAll("dialog :is(button, select, label:has(input))"))
          .filter(item => item.checkVisibility() && item.getBoundingClientRect().height < 43.5)
          .map(item => item.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("option", ["contraste: 'renforce'", "calme: 'oui'"])
def test_the_other_looks_have_contrast_enough(
    visit: Visitor, axe: str, scheme: Scheme, option: str
) -> None:
    here = visit(scheme=scheme)
    remember(here.page, "confort", f"{{{option}}}")
    here.open(STEP)
    rules = ["color-contrast-enhanced"] if "contraste" in option else ["color-contrast"]
    assert violations(here.page, axe, *rules) == []


@pytest.mark.parametrize("path", ["index.html", STEP, "ma-progression.html"])
def test_the_largest_text_fits_the_narrowest_screen(visit: Visitor, path: str) -> None:
    here = visit(width=320)
    remember(here.page, "confort", "{police: 'opendyslexic', taille: '3', espacement: 'large'}")
    here.open(path)
    assert here.page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_font_comes_when_it_is_chosen(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    here.page.wait_for_load_state("networkidle")
    assert not any("lexend" in url or "opendyslexic" in url for url in here.requests)
    with here.page.expect_request("**/opendyslexic-latin-400-normal.woff2"):
        choose(here.page, "OpenDyslexic")


def test_the_plain_version_opens_every_twin_and_hides_nothing(visit: Visitor) -> None:
    here = visit()
    here.open("modules/autisme/ce-que-l-on-voit.html")
    twins = here.page.locator("details.emas-boite--simple")
    before = here.page.locator("article p:visible").count()
    choose(here.page, "Version simple")
    assert twins.evaluate_all("all => all.every(item => item.open)")
    assert here.page.locator("article p:visible").count() > before
    here.page.get_by_role("button", name="Confort de lecture").click()
    here.page.get_by_label("Version simple", exact=True).uncheck()
    assert twins.evaluate_all("all => all.every(item => !item.open)")


def test_a_calm_page_says_how_much_is_left_and_can_be_left(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    choose(here.page, "Page calme")
    bar = here.page.get_by_role("group", name="Page calme")
    expect(bar).to_contain_text("Encore")
    expect(here.page.locator(".md-sidebar--primary")).to_be_hidden()
    here.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(bar).to_contain_text("Fin de la page")
    bar.get_by_role("button", name="Quitter la page calme").click()
    expect(bar).to_be_hidden()
    expect(here.page.locator(".md-sidebar--primary")).to_be_visible()


@pytest.mark.parametrize(
    "voices",
    [
        "[]",
        "[{lang: 'en-GB', localService: true}]",
        "[{lang: 'fr-FR', localService: false}]",
    ],
)
def test_without_a_french_voice_of_the_device_there_is_nothing_to_hear(
    visit: Visitor, voices: str
) -> None:
    here = visit()
    here.page.add_init_script(VOICES.replace("VOICES", voices))
    here.open(STEP)
    here.page.get_by_role("button", name="Confort de lecture").click()
    expect(here.page.get_by_text("Lire la page à voix haute")).to_be_hidden()


def test_the_page_is_read_paragraph_by_paragraph(visit: Visitor) -> None:
    here = visit()
    here.page.add_init_script(VOICES.replace("VOICES", "[{lang: 'fr_FR', localService: true}]"))
    here.open(STEP)
    here.page.get_by_role("button", name="Confort de lecture").click()
    here.page.get_by_role("button", name="Lire la page à voix haute").click()
    bar = here.page.get_by_role("group", name="Lecture à voix haute")
    heard = here.page.locator(".emas-entendu")
    expect(heard).to_have_text("Comprendre l’autisme")
    expect(bar.get_by_role("button", name="Pause")).to_be_focused()
    for _ in range(3):
        here.page.evaluate("spoken.at(-1).onend()")
    expect(heard).to_contain_text("Ce module vous aide à observer")
    said = here.page.evaluate("spoken.map(item => item.text)")
    assert said[3].endswith("(EMAS) peut vous accompagner.")
    bar.get_by_role("button", name="Pause").click()
    assert here.page.evaluate("speechSynthesis.paused")
    bar.get_by_role("button", name="Reprendre").click()
    bar.get_by_role("button", name="Arrêter").click()
    expect(bar).to_be_hidden()
    expect(heard).to_have_count(0)
    assert here.page.evaluate("spoken.at(-1)") == "cancel"


def test_without_javascript_nothing_pretends_to_be_set(visit: Visitor) -> None:
    here = visit(script=False)
    here.open(STEP)
    expect(here.page.locator(".emas-options")).to_be_hidden()
    expect(here.page.locator(".emas-confort")).to_be_hidden()
    expect(here.page.locator(".emas-etape-lue")).to_be_hidden()


def test_options_are_silent_and_ask_nobody_else(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    choose(here.page, "OpenDyslexic", "Page calme", "Version simple")
    here.open("index.html")
    assert (here.console, here.elsewhere) == ([], [])
