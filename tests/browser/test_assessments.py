"""Assessments: all is answered, then one reads what to see again, and where."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Scheme, Visitor, too_small, violations

MODULE = "modules/autisme"
SEE = "Voir mon bilan"


def shown(page: Page) -> list[Locator]:
    return page.locator(".emas-evaluation .emas-boite--question:visible").all()


def answer(question: Locator, *, right: bool) -> None:
    """Tick the right answers, or one that is not."""
    key = json.loads(question.locator("form").get_attribute("data-corrige") or "")
    wrong = next(number for number in range(key["count"]) if number not in key["right"])
    for number in key["right"] if right else [wrong]:
        question.locator(f"input[value='{number}']").check()


def answer_all(page: Page, missed: str = "") -> None:
    for question in shown(page):
        answer(question, right=question.get_attribute("data-objectif") != missed)


def names(page: Page) -> list[str | None]:
    return [question.get_attribute("id") for question in shown(page)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_to_see_again_leads_to_its_steps(
    visit: Visitor, site: Path, axe: str, scheme: Scheme
) -> None:
    here = visit(width=320, scheme=scheme, at=site.as_uri())
    here.open(f"{MODULE}/acquis.html")
    page = here.page
    asked = names(page)
    assert len(asked) == 6
    assert violations(page, axe, place="article") == []
    missed = shown(page)[0].get_attribute("data-objectif")
    assert missed
    answer_all(page, missed)
    expect(page.get_by_role("button", name="Vérifier")).to_have_count(0)
    expect(page.locator(".emas-resultat:visible")).to_have_count(0)
    page.get_by_role("button", name=SEE).click()
    title = page.get_by_role("heading", name="1 point à revoir")
    expect(title).to_be_focused()
    points = page.locator(".emas-points > li")
    expect(points.first).to_contain_text("À relire")
    expect(points.last).to_contain_text("Vous savez")
    assert "%" not in page.locator(".emas-bilan-evaluation").inner_text()
    assert violations(page, axe, place="article") == []
    assert too_small(page.locator(".emas-evaluation")) == []
    page.reload()
    assert names(page) == asked
    expect(title).to_be_visible()
    page.get_by_role("button", name="Recommencer").click()
    expect(page.get_by_role("button", name=SEE)).to_be_hidden()
    assert page.locator(".emas-evaluation input:checked").count() == 0
    assert len(names(page)) == 6
    assert here.overflow() == 0
    assert (here.console, here.elsewhere) == ([], [])


def test_before_a_module_one_reads_which_steps_may_be_skipped(visit: Visitor, site: Path) -> None:
    here = visit(at=site.as_uri())
    here.open(f"{MODULE}/index.html")
    here.page.get_by_role("article").get_by_role("link", name="Me situer").click()
    expect(here.page.locator(".emas-evaluation .emas-boite--question:visible")).not_to_have_count(0)
    answer_all(here.page)
    here.page.get_by_role("button", name=SEE).click()
    expect(here.page.get_by_role("heading", name="Vous connaissez déjà")).to_be_visible()
    expect(here.page.locator(".emas-points > li").first).to_contain_text("Vous pouvez passer")
    here.open(f"{MODULE}/acquis.html")
    assert here.page.locator(".emas-evaluation input:checked").count() == 0


def test_what_is_not_answered_is_to_see_again_and_enter_checks_nothing(
    visit: Visitor, site: Path
) -> None:
    here = visit(at=site.as_uri())
    here.open(f"{MODULE}/acquis.html")
    first = shown(here.page)[0]
    answer(first, right=True)
    first.locator("input:checked").first.press("Enter")
    expect(here.page.locator(".emas-bilan-evaluation")).to_be_empty()
    expect(here.page.get_by_text("1 réponse sur 6. Répondez même")).to_be_visible()
    here.page.get_by_role("button", name=SEE).click()
    expect(here.page.get_by_role("heading", name="points à revoir")).to_be_visible()


def test_without_script_one_draw_is_there_with_its_solutions(visit: Visitor, site: Path) -> None:
    here = visit(script=False, at=site.as_uri())
    here.open(f"{MODULE}/acquis.html")
    questions = shown(here.page)
    assert len(questions) == 6
    questions[0].get_by_text("Voir la réponse").click()
    expect(questions[0].get_by_text("Bonne réponse").first).to_be_visible()
    expect(here.page.get_by_role("heading", name="Pour chaque objectif")).to_be_visible()
