"""A learning path, from where one stands to the sheet to print: offline, from a folder."""

import io
import re
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Scheme, Visit, Visitor, too_small, violations
from tests.browser.keyboard import walk
from tests.browser.test_assessments import SEE, answer_all

ONLY = "accueillir-un-eleve-autiste"
PATH = f"parcours/{ONLY}.html"
SHEET = f"parcours/{ONLY}/fiche.html"
READ = "J’ai lu cette étape"
TODAY = re.compile(r"^\d{1,2}(er)? \S+ 20\d\d$")


def rows(page: Page) -> list[Locator]:
    return page.locator(".emas-suite-d-etapes > li").all()


def ways(page: Page) -> Locator:
    return page.locator(".emas-suite--parcours:visible")


def take_positioning(page: Page) -> None:
    """Answer what is asked before the path: all is right, but for the first step's objectives."""
    aims = page.locator(".emas-suite-d-etapes > li").first.get_attribute("data-objectifs") or ""
    for rank in range(page.locator(".emas-avant > li").count()):
        page.locator(".emas-avant a").nth(rank).click()
        module = page.url.split("/")[-2]
        missed = re.search(rf'"{module}/([a-z-]+)"', aims)
        answer_all(page, missed[1] if missed else "")
        page.get_by_role("button", name=SEE).click()
        assert "%" not in page.locator(".emas-bilan-evaluation").inner_text()
        ways(page).get_by_role("link", name="Parcours").click()
        expect(page.locator(".emas-avant > li").nth(rank)).to_contain_text("✓ fait")


def pass_one(page: Page) -> str:
    """Pass the first step that may be passed, and return its name; the first is to be followed."""
    first, *others = rows(page)
    expect(first).to_contain_text("À suivre\u00a0: vos réponses laissent quelque chose à voir")
    for row in others:
        if "Vous pouvez passer" in row.inner_text():
            expect(row).to_contain_text("vous avez bien répondu aux questions sur l’objectif «")
            row.get_by_role("button", name="Je passe cette étape").click()
            expect(row).to_contain_text("Passée, c’est votre choix.")
            return row.get_attribute("data-etape") or ""
    return ""


def read_to_the_end(page: Page) -> None:
    """Read each step and go on; the page is loaded again in the middle, as after a pause."""
    page.locator(".emas-parcours a").click()
    for rank in range(20):
        if rank == 1:
            page.reload()
        page.get_by_role("button", name=READ).click()
        last = ways(page).get_by_role("link").last
        ended = "Fin du parcours" in last.inner_text()
        last.click()
        if ended:
            return
    raise AssertionError("this path has no end")


def follow(here: Visit, path: str) -> None:
    """Follow a path as a learner does, and see on the sheet what was followed."""
    page = here.page
    here.open("parcours/index.html")
    card = page.locator(f".emas-liste-parcours a[href$='{path}.html']")
    title = card.inner_text()
    card.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    take_positioning(page)
    passed = pass_one(page)
    page.reload()
    names = [row.get_attribute("data-etape") for row in rows(page)]
    read_to_the_end(page)
    expect(page.locator(".emas-fiche .emas-chapo")).to_contain_text(title)
    for name in names:
        told = page.locator(f"tr[data-etape='{name}'] [data-suivie]")
        expect(told).to_have_text("Passée" if name == passed else TODAY)
    expect(page.locator("[data-total]")).to_contain_text("min suivies")
    expect(page.locator(".emas-fiche")).to_contain_text("Cette fiche n’est pas une attestation.")
    page.locator(".emas-fiche .emas-chapo a").click()
    expect(page.locator(".emas-parcours p").first).to_have_text("Vous êtes au bout de ce parcours.")
    assert (here.console, here.elsewhere) == ([], [])


def test_a_path_is_followed_to_its_sheet_without_network(visit: Visitor, site: Path) -> None:
    here = visit(width=320, at=site.as_uri())
    here.page.context.set_offline(True)
    follow(here, ONLY)


def test_one_resumes_at_the_first_step_that_is_left(visit: Visitor) -> None:
    here = visit()
    here.open(PATH)
    page = here.page
    button = page.locator(".emas-parcours a")
    expect(button).to_have_text("Commencer\u00a0: Comprendre l’autisme")
    button.click()
    expect(page).to_have_url(re.compile("modules/autisme/comprendre.html$"))
    page.get_by_role("button", name=READ).click()
    page.go_back()
    expect(button).to_have_text("Reprendre\u00a0: Ce que l’on voit en classe")
    expect(page.locator(".emas-parcours p").first).to_have_text(
        "1 étape derrière vous sur 5. Il reste 20\u00a0min."
    )
    expect(rows(page)[0]).to_contain_text(re.compile(r"✓ Faite le \d"))
    expect(rows(page)[1]).to_contain_text("Pas encore.")
    second = rows(page)[1].get_by_role("button")
    second.click()
    expect(button).to_have_text("Reprendre\u00a0: Choisir un aménagement")
    expect(second).to_be_focused()
    second.click()
    expect(button).to_have_text("Reprendre\u00a0: Ce que l’on voit en classe")
    rows(page)[1].get_by_role("link").click()
    page.evaluate("document.querySelector('#noe-au-regroupement').scrollIntoView()")
    page.go_back()
    expect(rows(page)[1]).to_contain_text("Commencée.")
    here.open("parcours/index.html")
    expect(page.locator(".emas-liste-parcours .emas-lue")).to_have_text(
        "✓ 1 étape derrière vous sur 5"
    )


def test_a_step_says_what_follows_only_to_who_follows_a_path(visit: Visitor) -> None:
    here = visit()
    here.open("modules/autisme/ce-que-l-on-voit.html")
    expect(here.page.locator(".emas-suite--parcours")).to_be_hidden()
    here.open(PATH)
    rows(here.page)[1].get_by_role("link").click()
    expect(ways(here.page).get_by_role("link")).to_have_text(
        ["Parcours\u00a0: Accueillir un élève autiste", re.compile("^Suite du parcours")],
        use_inner_text=False,
    )


def test_a_file_brings_the_days_and_nothing_else_that_it_holds(visit: Visitor) -> None:
    here = visit()
    here.open(PATH)
    here.page.evaluate(
        """emas.write("progres", {lues: ["autisme/comprendre"], parcours: "../x",
          passees: [3, "autisme/agir-ensemble"],
          jours: {"autisme/comprendre": "<img src=x onerror=alert(1)>"}})"""
    )
    expect(rows(here.page)[0]).to_contain_text("✓ Faite.")
    expect(rows(here.page)[4]).to_contain_text("Passée")
    here.open(SHEET)
    expect(here.page.locator("[data-suivie]").first).to_have_text("Oui")
    assert here.console == []


def test_without_script_a_path_is_a_list_of_links_and_a_form(visit: Visitor) -> None:
    here = visit(script=False)
    here.open(PATH)
    assert len(rows(here.page)) == 5
    expect(here.page.locator("article").get_by_role("button")).to_have_count(0)
    here.page.get_by_role("link", name="Ma fiche de suivi").click()
    expect(here.page.locator("[data-suivie]").first).to_be_empty()
    expect(here.page.get_by_text("Nom\u00a0:")).to_be_visible()


def test_the_sheet_is_one_page_of_paper(visit: Visitor) -> None:
    here = visit()
    here.open(SHEET)
    paper = pypdf.PdfReader(io.BytesIO(here.page.pdf(format="A4")))
    (only,) = paper.pages
    words = only.extract_text()
    assert "Ce que j’essaie" in words
    assert "Imprimer" not in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_and_the_keyboard_find_nothing_once_it_is_begun(
    visit: Visitor, axe: str, scheme: Scheme
) -> None:
    here = visit(width=320, scheme=scheme)
    here.open(PATH)
    here.page.evaluate(
        """emas.write("progres", {lues: ["autisme/comprendre"], passees: ["autisme/agir-ensemble"],
          jours: {"autisme/comprendre": emas.today}, parcours: "accueillir-un-eleve-autiste"})"""
    )
    rules = [] if scheme == "light" else ["color-contrast"]
    for page in (PATH, SHEET, "parcours/index.html", "modules/autisme/comprendre.html"):
        here.open(page)
        assert (page, violations(here.page, axe, *rules)) == (page, [])
        assert here.overflow() == 0
    if scheme == "light":
        here.open(PATH)
        assert too_small(here.page.locator("article")) == []
        assert list(walk(here.page).faults) == []
