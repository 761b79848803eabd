"""RGAA 4.1, theme 7: scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visitor
from tests.browser.keyboard import walk
from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import (
    ADDRESSES,
    HOME,
    PROGRESS,
    STEP,
    VIGNETTE,
    Node,
    Templates,
    faults,
    total,
)

NAMED = {"button", "checkbox", "radio", "combobox", "searchbox", "textbox", "dialog", "search"}
STATES = {
    "aria-expanded": ("true", "false"),
    "aria-pressed": ("true", "false"),
    "aria-hidden": ("true",),
    "aria-current": ("page", "true", "step"),
    "aria-haspopup": ("dialog",),
}

WORDS = """
rgaa.texts(document.querySelector("article"))
  .filter(item => !item.closest("[data-silence], .emas-profil, button, [role=status]"))
  .flatMap(item => Array.from(item.childNodes)).filter(node => node.nodeType === Node.TEXT_NODE)
  .map(node => node.data.trim()).filter(Boolean)
"""
"""What a page says, but for what its scripts offer to do."""


@checks("7.1")
def test_what_one_operates_has_a_name(trees: dict[str, list[Node]]) -> None:
    operated = [node for tree in trees.values() for node in tree if node.role in NAMED]
    assert len(operated) > 50
    assert [node for node in operated if not re.search(r"\w", node.name)] == []


@checks("7.1")
def test_states_are_said_in_words_that_exist(templates: Templates) -> None:
    script = f"""Object.entries({ {name: list(words) for name, words in STATES.items()} })
      .flatMap(([name, words]) => rgaa.all("[" + name + "]")
        .filter(item => !words.includes(item.getAttribute(name))).map(rgaa.told))"""
    assert faults(templates, script) == {}
    strange = """rgaa.all("nav[aria-expanded], [role=button]:not(a[href], button), [onclick]")
      .filter(rgaa.rendered).map(rgaa.told)"""
    assert faults(templates, strange) == {}


@checks("7.1")
def test_a_button_that_opens_something_says_whether_it_is_open(reader: Visitor) -> None:
    here = reader(width=320)
    here.open(STEP)
    openers = here.page.locator("[aria-expanded][aria-controls]:visible")
    terms = openers.count()
    assert terms > 3
    for rank in (*range(3), terms - 1):
        opener = openers.nth(rank)
        opened = here.page.locator(f"[id='{opener.get_attribute('aria-controls')}']")
        expect(opener).to_have_attribute("aria-expanded", "false")
        opener.press("Enter")
        expect(opener).to_have_attribute("aria-expanded", "true")
        expect(opened).to_be_visible()
        here.page.keyboard.press("Escape")
        expect(opener).to_have_attribute("aria-expanded", "false")


@checks("7.2")
def test_without_script_the_words_of_a_page_are_all_there(
    visit: Visitor, templates: Templates
) -> None:
    bare = visit(script=False)
    for name in ("module", "vignette"):
        bare.open(ADDRESSES[name])
        words: list[str] = templates[name].evaluate(WORDS)
        without = bare.page.locator("article").text_content() or ""
        assert len(words) > 10
        assert [text for text in words if text not in without] == []


@checks("7.3", "12.9")
@pytest.mark.parametrize("name", ["étape", "résultats"])
def test_the_tab_key_reaches_all_and_leaves_at_last(reader: Visitor, name: str) -> None:
    here = reader()
    here.open(ADDRESSES[name])
    assert walk(here.page).faults == []


@checks("7.3")
def test_the_enter_key_operates_the_page(reader: Visitor) -> None:
    here = reader()
    here.open(VIGNETTE)
    summary = here.page.locator("article summary").first
    folded = here.page.locator("article details").first
    summary.press("Enter")
    expect(folded).to_have_attribute("open", "")
    summary.press("Space")
    expect(folded).not_to_have_attribute("open", "")
    here.page.get_by_role("button", name="J’ai lu cette étape").press("Space")
    expect(here.page.get_by_role("button", name="Remettre cette étape à lire")).to_be_focused()
    here.page.get_by_role("button", name="Mode sombre").press("Enter")
    expect(here.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@checks("7.3")
def test_a_control_keeps_the_focus_that_it_is_given(templates: Templates) -> None:
    script = """rgaa.controls().filter(item => {
      item.focus();
      return document.activeElement !== item;
    }).map(rgaa.told)"""
    assert faults(templates, script) == {}


@checks("7.4")
def test_choosing_in_a_list_leads_nowhere(reader: Visitor) -> None:
    here = reader()
    here.open(HOME)
    for select in here.page.locator(".emas-profil select").all():
        select.focus()
        here.page.keyboard.press("ArrowDown")
        expect(select).to_be_focused()
        expect(select).not_to_have_value("")
    here.page.get_by_role("button", name="Confort de lecture").click()
    for field in here.page.locator("dialog input").all():
        field.focus()
        here.page.keyboard.press("Space")
        expect(field).to_be_focused()
    assert here.page.url.endswith(HOME)
    assert len(here.page.context.pages) == 1


def silent(page: Page, selector: str) -> bool:
    """Whether what is going to be said there is heard: it must be there, and empty, before."""
    script = """item => item.checkVisibility() && item.textContent === "" &&
      !item.closest("[aria-hidden], [inert]")"""
    heard: bool = page.locator(selector).evaluate(script)
    return heard


@checks("7.5")
def test_what_an_action_did_is_told(reader: Visitor) -> None:
    here = reader()
    here.open(STEP)
    status = ".emas-etape-lue [role=status]"
    assert silent(here.page, status)
    here.page.get_by_role("button", name="J’ai lu cette étape").click()
    expect(here.page.locator(status)).to_have_text("✓ 1 étape lue sur 5.")
    assert silent(here.page, "#emas_recherche [role=status]")
    here.page.get_by_role("searchbox", name="Rechercher dans le site").fill("autisme")
    told = here.page.locator("#emas_recherche [role=status]")
    expect(told).to_have_text(re.compile(r"^\d+ résultats$"))


@checks("7.5")
def test_a_mistake_is_told_at_once_and_a_success_politely(reader: Visitor, tmp_path: Path) -> None:
    here = reader()
    here.open(PROGRESS)
    message = here.page.locator(".emas-message")
    assert silent(here.page, ".emas-message")
    wrong = tmp_path / "notes.json"
    wrong.write_text("Bonjour", encoding="utf-8")
    here.page.get_by_label("Rouvrir un fichier de reprise").set_input_files(wrong)
    expect(message).to_have_role("alert")
    expect(message).to_have_text(re.compile(r"^Ce n’est pas un fichier de reprise\."))
    here.page.get_by_label("Cet ordinateur est partagé").check()
    expect(message).to_have_role("status")


@checks("7.5")
def test_what_a_choice_has_folded_is_told(reader: Visitor) -> None:
    here = reader()
    here.open(VIGNETTE)
    here.page.get_by_role("button", name="Confort de lecture").click()
    status = "dialog [role=status]"
    assert silent(here.page, status)
    level = here.page.locator("dialog").get_by_label("Niveau")
    level.select_option("Maternelle")
    expect(here.page.locator(status)).to_have_text("Sur cette page\u00a0: 1 passage replié.")
    level.select_option("Tous les niveaux")
    expect(here.page.locator(status)).to_have_text("Sur cette page, rien n’est replié.")


def test_there_is_something_for_each_of_these_tests(templates: Templates) -> None:
    assert total(templates, "[role=status]") >= len(templates)
