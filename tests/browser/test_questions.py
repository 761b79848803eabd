"""Questions of a step: answered, checked kindly, tried again, kept on the device only."""

import gzip
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader
from tests.browser.conftest import LOOKS, Scheme, Visit, Visitor, too_small, violations
from tests.browser.sites import built

STEP = "modules/autisme/comprendre.html"
ONE = "#aut-f01"
OTHER_STEP = "modules/autisme/ce-que-l-on-voit.html"
SEVERAL = "#aut-f02"
PROGRESS = "ma-progression.html"
RIGHT, WRONG = "Le besoin de prévoir ce qui va se passer", "Le besoin de calme sonore"


def asked(here: Visit, path: str = STEP, question: str = ONE) -> Locator:
    here.open(path)
    return here.page.locator(question)


def answer(question: Locator, *words: str) -> None:
    for choice in words:
        question.get_by_label(choice).check()
    question.get_by_role("button", name="Vérifier").click()


def said(question: Locator) -> str:
    """What is announced, without what is hidden."""
    return " ".join(question.get_by_role("status").inner_text().split())


def test_a_wrong_answer_is_to_see_again_where_it_is_explained(
    visit: Visitor, anywhere: str
) -> None:
    question = asked(visit(at=anywhere))
    answer(question, WRONG)
    assert said(question) == (
        "→ À revoir : ce n’est pas cette réponse. Rien, dans la scène, ne parle de bruit. "
        "On note d’abord ce qui a changé."
    )
    expect(question.locator(".emas-correction")).not_to_have_attribute("open", "")
    link = question.get_by_role("link", name="Relire")
    expect(link).to_have_text("Relire «\u00a0Quatre particularités possibles\u00a0»")
    link.click()
    expect(question.page.locator("#quatre-particularites-possibles")).to_be_in_viewport()


def test_a_right_answer_opens_the_rest_of_the_explanations(visit: Visitor) -> None:
    question = asked(visit())
    answer(question, RIGHT)
    assert said(question).startswith("✓ Bonne réponse. Oui. Le changement n’a pas été annoncé.")
    expect(question.get_by_text("Un même comportement peut avoir")).to_be_visible()
    expect(question.get_by_text("Rien, dans la scène, ne parle de bruit")).to_be_visible()
    expect(question.get_by_role("link", name="Relire")).to_be_hidden()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Jeudi"], "→ C’est bien parti : il en manque une."),
        (["Jeudi", "Lundi"], "✓ Bonne réponse, il ne manque rien."),
        (["Jeudi", "Lundi", "Encore"], "→ À revoir : une réponse cochée ne convient pas."),
        (["Encore"], "→ À revoir : une réponse cochée ne convient pas. Il en manque aussi 2."),
        (["Encore", "Semble"], "→ À revoir : 2 réponses cochées ne conviennent pas."),
    ],
)
def test_several_answers_say_what_is_missing_and_never_a_score(
    visit: Visitor, words: list[str], told: str
) -> None:
    question = asked(visit(), OTHER_STEP, SEVERAL)
    answer(question, *words)
    assert said(question).startswith(told)
    shown = question.get_by_role("status").locator(".emas-rappel")
    assert sorted(text[2:8] for text in shown.all_inner_texts()) == sorted(
        f"«\u00a0{word[:4]}" for word in words
    )
    assert "%" not in said(question)


def test_nothing_chosen_is_no_mistake(visit: Visitor) -> None:
    question = asked(visit())
    answer(question)
    assert said(question) == "Choisissez d’abord une réponse, même si vous hésitez."
    expect(question.get_by_role("button", name="Réessayer")).to_be_hidden()


def test_another_choice_takes_back_what_was_said(visit: Visitor) -> None:
    question = asked(visit())
    answer(question, RIGHT)
    question.get_by_label(WRONG).check()
    assert said(question) == ""
    expect(question.locator(".emas-correction")).not_to_have_attribute("open", "")
    assert question.locator(".emas-correction li").count() == 3


def test_by_keyboard_alone(visit: Visitor) -> None:
    here = visit(width=320)
    question = asked(here)
    keyboard = here.page.keyboard
    question.locator("input").first.focus()
    keyboard.press("ArrowDown")
    for _ in range(2):  # the hint, then the button
        keyboard.press("Tab")
    keyboard.press("Enter")
    expect(question.get_by_role("button", name="Vérifier")).to_be_focused()
    assert said(question).startswith("→ À revoir")
    keyboard.press("Tab")
    expect(question.get_by_role("button", name="Réessayer")).to_be_focused()
    keyboard.press("Space")
    expect(question.locator("input").first).to_be_focused()
    assert question.locator("input:checked").count() == 0
    keyboard.press("Space")
    keyboard.press("Enter")
    assert said(question).startswith("✓ Bonne réponse.")


def test_with_a_finger_on_a_narrow_screen(phone: Visit) -> None:
    question = asked(phone)
    question.get_by_text(WRONG).first.tap()
    question.get_by_role("button", name="Vérifier").tap()
    assert said(question).startswith("→ À revoir")
    question.get_by_text("Voir la réponse").tap()
    assert too_small(question) == []
    assert phone.overflow() == 0


def test_what_is_answered_is_there_after_a_reload(visit: Visitor, anywhere: str) -> None:
    here = visit(at=anywhere)
    question = asked(here)
    answer(question, WRONG)
    question.get_by_label(RIGHT).check()
    here.page.reload()
    expect(question.get_by_label(RIGHT)).to_be_checked()
    assert said(question) == ""
    question.get_by_role("button", name="Vérifier").click()
    here.page.reload()
    assert said(question).startswith("✓ Bonne réponse.")
    expect(question.locator(".emas-correction")).to_have_attribute("open", "")


def test_a_browser_that_keeps_nothing_still_checks(visit: Visitor) -> None:
    here = visit()
    here.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('non'); }})"
    )
    question = asked(here)
    answer(question, WRONG)
    assert said(question).startswith("→ À revoir")
    question.get_by_role("button", name="Réessayer").click()
    answer(question, RIGHT)
    assert said(question).startswith("✓ Bonne réponse.")


@pytest.mark.parametrize(
    "entry",
    [
        "3",
        "{}",
        "null",
        "{version: 1, reponse: ['1']}",
        "{version: VERSION, reponse: '1'}",
        "{version: VERSION, reponse: [1], vue: true}",
        "{version: VERSION, reponse: ['9'], vue: true}",
    ],
)
def test_what_cannot_be_read_is_as_if_nothing_was_kept(visit: Visitor, entry: str) -> None:
    here = visit()
    question = asked(here)
    version = json.dumps(question.locator("form").get_attribute("data-version"))
    kept = entry.replace("VERSION", version)
    here.page.evaluate(f"emas.write('reponses', {{'aut-f01': {kept}}})")
    here.page.reload()
    assert (question.locator("input:checked").count(), said(question)) == (0, "")
    answer(question, RIGHT)
    assert said(question).startswith("✓ Bonne réponse.")
    assert here.console == []


@pytest.fixture(scope="module")
def edited(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The site once a typo is mended in one question, and the key changed in another."""
    changes = {
        "modules/autisme/01-comprendre.md": (
            ("elle reste figée à la porte", "elle reste figé a la porte"),
            ("- [ ] Le besoin de calme sonore", "- [ ] Le besoin de calm sonor !"),
            (
                "::: seance longue",
                "::: question vrai-faux {#aut-f09}\nL'eau mouille.\n\n- [x] Vrai\n- [ ] Faux\n"
                "  > Touchez-la.\n:::\n\n::: seance longue",
            ),
        ),
        "modules/autisme/02-ce-que-l-on-voit.md": (
            ("- [ ] « Encore agressif", "- [x] « Encore agressif"),
        ),
    }
    return built(root, tmp_path_factory.mktemp("edited"), changes).as_uri()


def test_a_typo_keeps_the_answer_and_a_changed_key_asks_again(
    visit: Visitor, site: Path, edited: str
) -> None:
    here = visit(at=site.as_uri())
    answer(asked(here), WRONG)
    answer(asked(here, OTHER_STEP, SEVERAL), "Jeudi")
    here.address = edited
    kept = asked(here)
    assert said(kept).startswith("→ À revoir")
    expect(kept.get_by_label("Le besoin de calm sonor")).to_be_checked()
    again = asked(here, OTHER_STEP, SEVERAL)
    assert (again.locator("input:checked").count(), said(again)) == (0, "")
    expect(again).to_contain_text("Cette question a changé depuis votre réponse.")


def test_true_or_false(visit: Visitor, edited: str) -> None:
    question = asked(visit(at=edited), question="#aut-f09")
    answer(question, "Faux")
    assert said(question) == "→ À revoir : ce n’est pas cette réponse. Touchez-la."
    answer(question, "Vrai")
    assert said(question) == "✓ Bonne réponse."


def test_answers_go_with_the_resume_file_and_are_erased_with_the_rest(
    visit: Visitor, tmp_path: Path
) -> None:
    here, there = visit(), visit()
    answer(asked(here), WRONG)
    here.open(PROGRESS)
    with here.page.expect_download() as download:
        here.page.get_by_role("button", name="Enregistrer un fichier de reprise").click()
    file = tmp_path / "reprise.json"
    download.value.save_as(file)
    content = json.loads(file.read_text(encoding="utf-8"))
    content["reponses"] |= {"<b>": content["reponses"]["aut-f01"], "__proto__": 3, "aut-f02": []}
    file.write_text(json.dumps(content), encoding="utf-8")
    there.open(PROGRESS)
    there.page.get_by_label("Rouvrir un fichier de reprise").set_input_files(file)
    expect(there.page.locator(".emas-message")).to_contain_text("vos réponses")
    assert there.page.evaluate("Object.keys(emas.read('reponses'))") == ["aut-f01"]
    assert said(asked(there)).startswith("→ À revoir")
    there.open(PROGRESS)
    there.page.get_by_role("button", name="Effacer tout").click()
    there.page.get_by_role("button", name="Oui, tout effacer").click()
    assert said(asked(there)) == ""
    assert there.page.locator(f"{ONE} input:checked").count() == 0


def test_a_shared_computer_keeps_no_answer(visit: Visitor) -> None:
    here = visit()
    answer(asked(here), WRONG)
    here.open(PROGRESS)
    here.page.get_by_label("Cet ordinateur est partagé").check()
    assert here.page.evaluate("Object.keys(localStorage)") == ["emas:partage"]
    assert said(asked(here)).startswith("→ À revoir")
    somebody = here.page.context.new_page()
    somebody.goto(f"{here.address}/{STEP}")
    expect(somebody.locator(f"{ONE} input").first).to_be_visible()
    assert somebody.locator(f"{ONE} input:checked").count() == 0


def test_an_answer_does_not_fold_what_was_unfolded(visit: Visitor) -> None:
    here = visit()
    here.page.add_init_script(
        "localStorage.setItem('emas:profil', JSON.stringify({niveau: 'maternelle'}))"
    )
    question = asked(here, OTHER_STEP, SEVERAL)
    here.page.get_by_role("button", name="Afficher").first.click()
    answer(question, "Jeudi")
    expect(here.page.get_by_role("button", name="Replier").first).to_be_visible()


def test_without_script_one_chooses_then_opens_the_answer(visit: Visitor) -> None:
    question = asked(visit(script=False))
    expect(question.get_by_role("group", name="Elsa, en CM1")).to_be_visible()
    question.get_by_label(RIGHT).check()
    expect(question.get_by_text("Un même comportement peut avoir")).to_be_hidden()
    question.get_by_text("Voir la réponse et les explications").click()
    expect(question.get_by_text("Un même comportement peut avoir")).to_be_visible()
    assert question.locator(".emas-verdict").all_inner_texts() == [
        "✓ Bonne réponse",
        "○ Ce n’est pas cette réponse",
        "○ Ce n’est pas cette réponse",
    ]
    question.get_by_label(RIGHT).press("Enter")
    expect(question.get_by_label(RIGHT)).to_be_checked()


def printed(page: Page) -> str:
    pages = PdfReader(io.BytesIO(page.pdf())).pages
    return " ".join(" ".join(item.extract_text() for item in pages).split())


@pytest.mark.parametrize("script", [True, False])
def test_paper_shows_the_answer_if_the_reader_opened_it(visit: Visitor, *, script: bool) -> None:
    here = visit(script=script)
    question = asked(here)
    paper = printed(here.page)
    assert WRONG in paper
    for hidden in ("Ce n’est pas cette réponse", "Qu’est-ce qui est différent", "Vérifier"):
        assert hidden not in paper
    question.get_by_text("Voir la réponse et les explications").click()
    assert "Ce n’est pas cette réponse" in printed(here.page)


@pytest.mark.parametrize(("scheme", "option"), LOOKS)
def test_axe_finds_nothing_in_any_state(
    visit: Visitor, axe: str, scheme: Scheme, option: str
) -> None:
    here = visit(width=320, scheme=scheme)
    here.page.add_init_script(f"localStorage.setItem('emas:confort', JSON.stringify({{{option}}}))")
    for path, question, words in (
        (STEP, ONE, ["", WRONG, RIGHT]),
        (OTHER_STEP, SEVERAL, ["", "Jeudi", "Encore", "Lundi"]),
    ):
        box = asked(here, path, question)
        assert violations(here.page, axe, place=question) == []
        for choice in words:
            answer(box, *filter(None, [choice]))
            assert (choice, violations(here.page, axe, place=question)) == (choice, [])
            assert here.page.evaluate("document.documentElement.scrollWidth") == 320
    assert (here.console, here.elsewhere) == ([], [])


def test_the_largest_text_fits_the_narrowest_screen(visit: Visitor) -> None:
    here = visit(width=320)
    here.page.add_init_script(
        "localStorage.setItem('emas:confort', JSON.stringify("
        "{police: 'opendyslexic', taille: '3', espacement: 'large'}))"
    )
    answer(asked(here, OTHER_STEP, SEVERAL), "Encore")
    here.page.locator(SEVERAL).get_by_text("Voir la réponse").click()
    assert here.page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_player_is_light(root: Path) -> None:
    folder = root / "themes" / "emas" / "site" / "assets" / "emas"
    files = [*folder.glob("js/questions/*.js"), *folder.glob("css/[qs]*tions.css")]
    assert len(files) == 13
    whole = b"".join(file.read_bytes() for file in sorted(files))
    assert len(gzip.compress(whole)) <= 25_000
