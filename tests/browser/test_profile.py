"""« Je suis… », dates compared in the browser, and the page on paper."""

import io
from datetime import datetime

from playwright.sync_api import expect
from pypdf import PdfReader
from tests.browser.conftest import Visitor, violations

HOME = "index.html"
STEP = "modules/autisme/comprendre.html"
VIGNETTE = "modules/autisme/ce-que-l-on-voit.html"
ADAPT = "modules/autisme/choisir-un-amenagement.html"
FOR_AESH = ".emas-pour[data-public=aesh]"


def test_what_is_for_others_folds_and_comes_back(visit: Visitor, anywhere: str) -> None:
    here = visit(at=anywhere)
    here.open(HOME)
    here.page.get_by_label("Fonction").first.select_option("Direction")
    here.open(ADAPT)
    part = here.page.locator(FOR_AESH)
    line = here.page.locator(".emas-ailleurs", has_text="publics")
    expect(part).to_be_hidden()
    expect(line).to_have_text("1 passage pour d’autres publics\u00a0: Afficher")
    line.get_by_role("button", name="Afficher").press("Enter")
    expect(part).to_be_visible()
    expect(line.get_by_role("button", name="Replier")).to_be_focused()
    here.open(ADAPT)
    here.page.get_by_role("button", name="Confort de lecture").click()
    here.page.locator("dialog").get_by_label("Fonction").select_option("Toutes les fonctions")
    expect(part).to_be_visible()
    expect(here.page.locator(".emas-ailleurs")).to_have_count(0)


def test_what_is_for_oneself_stays(visit: Visitor) -> None:
    here = visit()
    here.open(HOME)
    here.page.get_by_label("Fonction").first.select_option("AESH")
    here.page.get_by_label("Niveau").first.select_option("Maternelle")
    expect(here.page.locator(".emas-modules > li")).to_be_visible()
    here.open(ADAPT)
    expect(here.page.locator(FOR_AESH)).to_be_visible()
    here.open(VIGNETTE)
    expect(here.page.locator(".emas-ailleurs")).to_have_text(
        "1 passage pour d’autres niveaux\u00a0: Afficher"
    )


def test_a_module_for_others_folds_on_the_home_page(visit: Visitor, axe: str) -> None:
    here = visit()
    here.open(HOME)
    here.page.evaluate("document.querySelector('.emas-modules > li').dataset.public = 'aesh'")
    here.page.get_by_label("Fonction").first.select_option("Direction")
    line = here.page.locator(".emas-ailleurs")
    expect(line).to_have_text("1 module pour d’autres publics\u00a0: Afficher")
    assert violations(here.page, axe) == []


def test_a_link_into_a_folded_part_opens_it(visit: Visitor) -> None:
    here = visit()
    here.open(HOME)
    here.page.get_by_label("Fonction").first.select_option("Direction")
    here.open(ADAPT)
    identifier = here.page.locator(FOR_AESH).get_attribute("id")
    here.open(f"{ADAPT}?#{identifier}")
    expect(here.page.locator(FOR_AESH)).to_be_in_viewport()


def test_without_javascript_everything_is_shown(visit: Visitor) -> None:
    here = visit(script=False)
    here.open(ADAPT)
    expect(here.page.locator(FOR_AESH)).to_be_visible()


def test_the_browser_says_when_a_date_is_past(visit: Visitor) -> None:
    here = visit()
    here.page.clock.set_fixed_time(datetime(2027, 11, 21, 23, 0))
    here.open(STEP)
    past = here.page.locator(".emas-echeance", has_text="date dépassée")
    expect(past).to_have_count(0)
    here.page.clock.set_fixed_time(datetime(2027, 11, 22, 0, 30))
    here.open(STEP)
    expect(past.first).to_have_text(
        "À relire avant le 21 novembre 2027. À relire\u00a0: date dépassée."
    )
    dates = past.evaluate_all("all => Array.from(new Set(all.map(item => item.dataset.date)))")
    assert dates == ["2027-11-21"]


def test_sessions_that_are_past_and_those_for_others_fold_apart(visit: Visitor, axe: str) -> None:
    here = visit()
    here.page.clock.set_fixed_time(datetime(2027, 7, 2, 23, 0))
    here.open("sessions/index.html")
    lines = here.page.locator(".emas-ailleurs")
    expect(lines).to_have_text("1 session passée\u00a0: Afficher")
    here.page.get_by_label("Fonction").first.select_option("AESH")
    expect(here.page.locator(".emas-sessions > li:visible")).to_have_count(2)
    here.page.get_by_label("Fonction").first.select_option("Santé scolaire")
    expect(lines).to_have_text("1 session passée\u00a0: Afficher")
    assert violations(here.page, axe) == []


def test_paper_unfolds_the_text_and_shows_no_button(visit: Visitor) -> None:
    here = visit(scheme="dark")
    here.open(STEP)
    text = " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(here.page.pdf())).pages)
        .replace("\u00a0", " ")
        .split()
    )
    for printed in ("Version simple", "Sources de cette page", "https://"):
        assert printed in text
    for button in ("J’ai lu cette étape", "Table des matières", "Mentions légales", "Confort"):
        assert button not in text
    ink = here.page.evaluate("getComputedStyle(document.body).backgroundColor")
    here.page.emulate_media(media="print")
    assert here.page.evaluate("getComputedStyle(document.body).backgroundColor") != ink
    expect(here.page.locator("article details:not([open])").first).to_be_visible()
