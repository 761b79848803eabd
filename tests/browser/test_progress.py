"""What a learner has read: said by the learner, kept on the device, taken away in a file."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Scheme, Visit, Visitor, violations

HOME = "index.html"
MODULE = "modules/autisme/index.html"
STEP = "modules/autisme/comprendre.html"
OTHERS = tuple(
    f"modules/autisme/{step}.html"
    for step in (
        "ce-que-l-on-voit",
        "choisir-un-amenagement",
        "preparer-un-changement",
        "agir-ensemble",
    )
)
PROGRESS = "ma-progression.html"


def read(here: Visit, path: str) -> None:
    here.open(path)
    here.page.get_by_role("button", name="J’ai lu cette étape").click()


def kept(page: Page) -> list[str]:
    keys: list[str] = page.evaluate("Object.keys(localStorage).sort()")
    return keys


def test_a_step_is_read_when_the_learner_says_so(visit: Visitor, anywhere: str) -> None:
    here = visit(at=anywhere)
    here.open(STEP)
    here.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    here.open(MODULE)
    expect(here.page.locator(".emas-lue")).to_have_count(0)
    read(here, STEP)
    expect(here.page.locator(".emas-etape-lue p")).to_have_text("✓ 1 étape lue sur 5.")
    here.open(MODULE)
    expect(here.page.locator(".emas-reprise p").first).to_have_text("1 étape lue sur 5.")
    expect(here.page.locator(".emas-etapes li").first).to_contain_text("✓ lue")
    here.open(HOME)
    expect(here.page.locator(".emas-modules li")).to_contain_text("1 étape lue sur 5")
    here.open(STEP)
    here.page.get_by_role("button", name="Remettre cette étape à lire").click()
    here.open(MODULE)
    expect(here.page.locator(".emas-lue")).to_have_count(0)


def test_one_resumes_at_the_part_one_was_reading(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    here.page.locator("#ce-que-l-on-entend-souvent").scroll_into_view_if_needed()
    here.page.evaluate("document.getElementById('ce-que-l-on-entend-souvent').scrollIntoView()")
    here.open(HOME)
    link = here.page.get_by_role("link", name="Reprendre où j’en étais")
    expect(link).to_have_text("Reprendre où j’en étais\u00a0: Comprendre l’autisme")
    link.click()
    expect(here.page).to_have_url(re.compile(f"/{STEP}#ce-que-l-on-entend-souvent$"))


def test_after_a_step_comes_the_next_and_after_the_last_nothing(visit: Visitor) -> None:
    here = visit()
    read(here, STEP)
    here.open(HOME)
    link = here.page.get_by_role("link", name="Reprendre où j’en étais")
    expect(link).to_contain_text("Ce que l’on voit en classe")
    for step in OTHERS:
        read(here, step)
    here.open(HOME)
    expect(here.page.locator(".emas-modules li")).to_contain_text("Les 5 étapes sont lues")
    expect(here.page.locator(".emas-reprise a")).to_have_count(0)


def test_a_shared_computer_keeps_nothing(visit: Visitor, anywhere: str) -> None:
    here = visit(at=anywhere)
    read(here, STEP)
    here.open(PROGRESS)
    here.page.get_by_label("Cet ordinateur est partagé").check()
    expect(here.page.locator(".emas-message")).to_contain_text("Plus rien n’est gardé")
    assert kept(here.page) == ["emas:partage"]
    read(here, OTHERS[0])
    here.open(HOME)
    expect(here.page.locator(".emas-modules li")).to_contain_text("2 étapes lues sur 5")
    assert kept(here.page) == ["emas:partage"]
    somebody = here.page.context.new_page()
    somebody.goto(f"{here.address}/{HOME}")
    expect(somebody.locator(".emas-profil select").first).to_be_visible()
    expect(somebody.locator(".emas-lue")).to_have_count(0)


def test_a_resume_file_goes_from_one_device_to_another(visit: Visitor, tmp_path: Path) -> None:
    here, there = visit(), visit()
    read(here, STEP)
    here.page.evaluate("emas.write('confort', {police: 'lexend'})")
    here.open(PROGRESS)
    with here.page.expect_download() as download:
        here.page.get_by_role("button", name="Enregistrer un fichier de reprise").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    content = json.loads(file.read_text(encoding="utf-8"))
    assert (content["format"], content["version"]) == ("emas-reprise", 1)
    there.open(PROGRESS)
    there.page.get_by_label("Rouvrir un fichier de reprise").set_input_files(file)
    expect(there.page.locator(".emas-message")).to_contain_text("C’est repris")
    there.open(MODULE)
    expect(there.page.locator(".emas-reprise p").first).to_have_text("1 étape lue sur 5.")
    assert there.page.evaluate("document.documentElement.dataset.police") == "lexend"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bonjour", "Ce n’est pas un fichier de reprise."),
        ("[1]", "Ce n’est pas un fichier de reprise."),
        ('{"format": "emas-reprise", "version": 2}', "Ce fichier vient d’une autre version"),
        (" " * 200_001, "Ce fichier est trop gros"),
    ],
    ids=["text", "json", "version", "size"],
)
def test_a_wrong_file_is_told_and_changes_nothing(
    visit: Visitor, tmp_path: Path, text: str, told: str
) -> None:
    here = visit()
    here.open(PROGRESS)
    (tmp_path / "notes.json").write_text(text, encoding="utf-8")
    chooser = here.page.get_by_label("Rouvrir un fichier de reprise")
    chooser.set_input_files(tmp_path / "notes.json")
    expect(here.page.locator(".emas-message")).to_contain_text(told)
    assert kept(here.page) == []


def test_what_a_file_holds_is_only_text(visit: Visitor, tmp_path: Path) -> None:
    hostile = {
        "format": "emas-reprise",
        "version": 1,
        "progres": {
            "lues": ["<b>x</b>", 3, {}],
            "derniere": {"etape": "../x", "titre": "<img src=x onerror=alert(1)>", "ancre": ""},
        },
        "profil": {"public": "personne", "niveau": {}},
        "confort": {"police": "javascript:", "taille": 3},
    }
    here = visit()
    here.open(PROGRESS)
    (tmp_path / "piege.json").write_text(json.dumps(hostile), encoding="utf-8")
    chooser = here.page.get_by_label("Rouvrir un fichier de reprise")
    chooser.set_input_files(tmp_path / "piege.json")
    expect(here.page.locator(".emas-message")).to_contain_text("C’est repris")
    here.open(HOME)
    expect(here.page.locator(".emas-modules > li").first).to_be_visible()
    expect(here.page.locator(".emas-reprise")).to_be_empty()
    assert here.page.evaluate("document.documentElement.dataset.police") is None
    assert here.console == []


def test_erasing_asks_once_and_leaves_nothing(visit: Visitor) -> None:
    here = visit()
    read(here, STEP)
    here.page.get_by_role("button", name="Mode sombre").click()
    assert kept(here.page) == ["emas:couleurs", "emas:progres"]
    here.open(PROGRESS)
    here.page.get_by_role("button", name="Effacer tout").press("Enter")
    expect(here.page.get_by_role("button", name="Oui, tout effacer")).to_be_focused()
    here.page.keyboard.press("Enter")
    expect(here.page.locator(".emas-message")).to_contain_text("Tout est effacé")
    expect(here.page.get_by_role("button", name="Effacer tout")).to_be_focused()
    assert kept(here.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_once_there_is_something_to_show(
    visit: Visitor, axe: str, scheme: Scheme
) -> None:
    here = visit(width=320, scheme=scheme)
    read(here, STEP)
    rules = [] if scheme == "light" else ["color-contrast"]
    for path in (STEP, HOME, MODULE, PROGRESS):
        here.open(path)
        assert (path, violations(here.page, axe, *rules)) == (path, [])
    assert (here.console, here.elsewhere) == ([], [])
