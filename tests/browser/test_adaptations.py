"""Shared adaptations: found, put on a sheet, printed on one page; nothing is kept nor sent."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, expect
from pypdf import PdfReader
from tests.browser.conftest import Visit, Visitor, violations

LIST = "amenagements/index.html"
DOMAIN = "amenagements/consigne.html"
SHEET = "amenagements/ma-fiche.html"
OWN_WORDS = (
    "Je montre la carte avant chaque changement de salle, puis j’attends dix secondes, sans "
)
A4_PT = (595, 842)
LEAST_PT = 9


@pytest.fixture(scope="module")
def texts(site: Path) -> dict[str, Any]:
    """What the script of all adaptations says of each, the longest first."""
    script = (site / "assets/emas/js/amenagements/textes.js").read_text("utf-8")
    told: dict[str, Any] = json.loads(script.partition("=")[2].strip().removesuffix(";"))
    return dict(sorted(told.items(), key=lambda item: -len(json.dumps(item[1]))))


def shown(here: Visit) -> Locator:
    return here.page.locator(".emas-amenagements > li:not([hidden])")


def told(here: Visit) -> Locator:
    return here.page.locator(".emas-tri").get_by_role("status")


def composing(visit: Visitor, ids: list[str], **options: Any) -> Visit:
    here = visit(**options)
    here.open(f"{SHEET}#fiche={','.join(ids)}")
    expect(here.page.locator(".emas-choisis > li")).to_have_count(len(ids))
    return here


def printing(here: Visit) -> None:
    """Have the sheet be in the page, as it is while one prints."""
    here.page.evaluate("dispatchEvent(new Event('beforeprint'))")


def titles(here: Visit) -> list[str]:
    return here.page.locator(".emas-feuille__titre").all_text_contents()


def test_one_finds_by_words_without_accents_and_by_level(visit: Visitor, anywhere: str) -> None:
    here = visit(at=anywhere)
    here.open(LIST)
    here.page.locator(".emas-tri").get_by_label("Mots").fill("EVALUATION annoncee")
    expect(told(here)).to_have_text(re.compile(r"^[1-9] aménagements?$"))
    expect(shown(here).filter(has_text="Une évaluation annoncée")).to_be_visible()
    here.page.locator(".emas-tri").get_by_label("Niveau").select_option("Maternelle")
    expect(shown(here)).to_have_count(0)
    expect(told(here)).to_have_text(re.compile("^Aucun aménagement"))
    assert "niveau=maternelle" in here.page.url
    here.page.reload()
    expect(here.page.locator(".emas-tri").get_by_label("Niveau")).to_have_value("maternelle")
    expect(shown(here)).to_have_count(0)
    here.page.get_by_role("button", name="Tout montrer").click()
    expect(told(here)).to_have_text(re.compile(r"^\d{3} aménagements$"))
    assert (here.console, here.elsewhere) == ([], [])


def test_what_is_chosen_goes_from_page_to_page_up_to_eight(visit: Visitor) -> None:
    here = visit()
    here.open(LIST)
    adding = here.page.locator("[data-ajouter]")
    adding.first.click()
    expect(adding.first).to_contain_text("Retirer de ma fiche")
    here.page.get_by_role("link", name="Une consigne, un verbe").click()
    expect(here.page.locator("#consigne-un-verbe")).to_be_in_viewport()
    bar = here.page.get_by_role("group", name="Ma fiche")
    expect(bar).to_contain_text("1 aménagement sur 8")
    for rank in range(7):
        adding.nth(rank).click()
    adding.nth(7).click()
    expect(bar.get_by_role("status")).to_have_text(re.compile("huit aménagements au plus"))
    expect(adding.nth(7)).to_contain_text("Ajouter à ma fiche")
    bar.get_by_role("link", name="Voir ma fiche").click()
    expect(here.page.locator(".emas-choisis > li")).to_have_count(8)


def test_a_sheet_is_composed_by_keyboard_and_nothing_is_kept(
    visit: Visitor, texts: dict[str, Any], axe: str
) -> None:
    first, second, third = list(texts)[:3]
    here = composing(visit, [first, second, third])
    here.requests.clear()
    page = here.page
    down = page.get_by_role("button", name=f"Descendre\u00a0: {texts[first]['titre']}")
    down.focus()
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    expect(page.locator("#emas_fiche > [role=status]")).to_contain_text("place 2 sur 3")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".emas-choisis > li")).to_have_count(2)
    page.keyboard.type("Je compte les départs.")
    printing(here)
    expect(page.locator(".emas-feuille")).to_contain_text("Je compte les départs.")
    order = [f"{rank}. {texts[name]['titre']}" for rank, name in enumerate((second, third), 1)]
    assert titles(here) == order
    assert urlsplit(page.url).fragment == f"fiche={second},{third}"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert violations(page, axe, place="article") == []
    kept = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]"
    assert page.evaluate(kept) == [""]
    assert (here.requests, here.console) == ([], [])
    page.reload()
    expect(page.get_by_label("Pour cet élève, demain").last).to_have_value("")


@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_a_sheet_is_one_page_and_says_what_was_asked(
    visit: Visitor, texts: dict[str, Any], count: int
) -> None:
    here = composing(visit, list(texts)[:count])
    for rank in range(count):
        here.page.locator(".emas-choisis textarea").nth(rank).fill((OWN_WORDS * 2)[:160])
    pages = PdfReader(BytesIO(here.page.pdf(prefer_css_page_size=True))).pages
    assert [tuple(map(round, page.mediabox[2:])) for page in pages] == [A4_PT]
    told = " ".join(pages[0].extract_text().split())
    assert told.count("Pour cet élève, demain") == count
    assert "Aucun nom d’élève sur cette feuille" in told, "the last line is on the page"
    assert told.count("secondes, sans Je montre") == count
    printing(here)
    assert all(title.split(". ", 1)[1].split()[-1] in told for title in titles(here))
    least = here.page.evaluate(
        """() => Math.min(...Array.from(document.querySelectorAll(".emas-feuille *"),
          item => parseFloat(getComputedStyle(item).fontSize) * .75))"""
    )
    assert least >= LEAST_PT - 0.01


@pytest.mark.parametrize("path", [LIST, DOMAIN, f"{SHEET}#fiche=consigne-un-verbe,temps-visible"])
def test_pages_fit_a_phone_and_axe_finds_nothing(visit: Visitor, path: str, axe: str) -> None:
    here = visit(width=320, scheme="dark")
    here.open(path)
    here.page.wait_for_load_state("networkidle")
    assert (here.overflow(), violations(here.page, axe)) == (0, [])


def test_without_javascript_it_is_a_list_by_domain(visit: Visitor) -> None:
    here = visit(script=False)
    here.open(LIST)
    expect(here.page.locator(".emas-tri, .emas-ajouter").first).to_be_hidden()
    here.page.get_by_role("link", name="Une consigne, un verbe").click()
    expect(here.page.locator("#consigne-un-verbe")).to_be_in_viewport()
    here.open(SHEET)
    expect(here.page.locator(".emas-sans-script")).to_be_visible()
