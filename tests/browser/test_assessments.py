"""Assessments: all is answered, then one reads what to see again, and where."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Locator, Page, expect
from tests.browser.conftest import Scheme, Visitor, too_small, violations

MODULE = "modules/autisme"
SEE = "Voir mon bilan"


def shown(page: Page | Frame) -> list[Locator]:
    return page.locator(".emas-evaluation .emas-boite--question:visible").all()


RIGHT: dict[str, Callable[[dict[str, Any]], list[object]]] = {
    "ordre": lambda key: [*range(key["count"])],
    "association": lambda key: [*range(key["count"])],
    "trous": lambda key: [words[0] for words in key["words"]],
    "numerique": lambda key: [key["value"]],
}
"""What to answer to the kinds whose key is not the list of what is right."""

WRONG: dict[str, Callable[[dict[str, Any]], list[object]]] = {
    "trous": lambda key: ["x" for _ in key["words"]],
    "numerique": lambda _: [9999],
    "categories": lambda key: [1 - number for number in key["right"]],
    "ordre": lambda key: [*range(key["count"])][::-1],
    "association": lambda key: [*range(key["count"])][::-1],
}

GIVE = """(form, values) => {
    emas.kinds[form.dataset.genre].fill(form, values);
    form.dispatchEvent(new Event("input", {bubbles: true}));
}"""
"""Answer as the player itself does with what it kept; by hand, each kind is in `test_kinds.py`."""


def answer(question: Locator, *, right: bool) -> None:
    """Give the right answer, or one that is wholly wrong; any, where none is right."""
    form = question.locator("form")
    kind = form.get_attribute("data-genre") or ""
    key = json.loads(form.get_attribute("data-corrige") or "{}")
    if kind in ("unique", "multiple", "vrai-faux", "echelle", "position"):
        known = key.get("right", [0])
        wrong = next(number for number in range(key.get("count", 2)) if number not in known)
        for number in known if right else [wrong]:
            question.locator(f"input[value='{number}']").check()
        return
    given = (RIGHT if right else WRONG).get(kind)
    values: list[object] = given(key) if given else key["right"]
    form.evaluate(GIVE, [str(value) for value in values])


def answer_all(page: Page | Frame, missed: str = "") -> None:
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
    # One of the objectives has only questions to tick.
    first = next(item for item in shown(here.page) if item.locator("input[value='0']").count())
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


def test_a_position_is_shown_before_and_after_to_the_learner_alone(
    visit: Visitor, site: Path
) -> None:
    here = visit(at=site.as_uri())
    asked = here.page.locator("form[data-genre=position]")
    for page, choice in (("positionnement", 0), ("a-froid", 3)):
        here.open(f"{MODULE}/{page}.html")
        answer_all(here.page)
        asked.locator(f"input[value='{choice}']").check()
        here.page.get_by_role("button", name=SEE).click()
    told = asked.locator(".emas-resultat")
    expect(told).to_contain_text(
        "Avant : « Pas du tout d’accord ». Maintenant : « Plutôt d’accord »"
    )
    here.page.reload()
    expect(told).to_contain_text("Avant : « Pas du tout d’accord »")
    assert here.elsewhere == []
