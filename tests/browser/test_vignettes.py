"""Vignettes: one decision at a time, several defended, the way taken kept on the device."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from pypdf import PdfReader
from tests.browser.conftest import LOOKS, Scheme, Visit, Visitor, too_small, violations
from tests.browser.sites import built

PAGE = "modules/autisme/ce-que-l-on-voit.html"
CASE = ".emas-boite--situation"
FIRST, SECOND, THIRD = "Que faites-vous", "Noé part toujours", "Que dites-vous"
OBSERVE, FAMILY = "Observer trois regroupements", "Parler dès ce soir"
CALMER, FACTS = "Une comptine plus calme", "Deux réussites"
END = "Comptez les minutes"


def told(here: Visit, path: str = PAGE) -> Locator:
    here.open(path)
    return here.page.locator(CASE)


def choose(case: Locator, decision: str, choice: str) -> Locator:
    """Choose and see what can be said of it; return the decision."""
    group = case.page.get_by_role("group", name=decision)
    place = case.locator(".emas-boite--decision", has=group)
    place.get_by_label(choice).check()
    place.get_by_role("button", name="Voir ce que l’on peut en dire").click()
    return place


def carry_on(case: Locator) -> None:
    case.get_by_role("button", name="Continuer").click()


def asked(case: Locator) -> list[str]:
    """The decisions on the screen, in the order of the page."""
    texts = case.locator("legend:visible").all_inner_texts()
    return [name for text in texts for name in (FIRST, SECOND, THIRD) if text.startswith(name)]


def test_one_decision_at_a_time_then_the_end(visit: Visitor, anywhere: str) -> None:
    case = told(visit(at=anywhere))
    assert asked(case) == [FIRST]
    expect(case.get_by_text("Voir les autres propositions")).to_have_count(0)
    first = choose(case, FIRST, OBSERVE)
    status = first.get_by_role("status")
    expect(status).to_contain_text("✓ Conseillé")
    expect(status).to_contain_text("Vous saurez à quel moment il part")
    assert asked(case) == [FIRST]
    carry_on(case)
    assert asked(case) == [FIRST, SECOND]
    expect(case.get_by_role("group", name=SECOND)).to_be_focused()
    choose(case, SECOND, CALMER)
    carry_on(case)
    expect(case.get_by_text(END)).to_be_hidden()
    choose(case, THIRD, FACTS)
    expect(case.get_by_text(END)).to_be_visible()
    expect(case.get_by_role("button", name="Continuer")).to_be_hidden()
    expect(case.get_by_text("Fin de la situation.")).to_be_visible()


def test_a_choice_may_lead_elsewhere(visit: Visitor) -> None:
    case = told(visit())
    choose(case, FIRST, FAMILY)
    carry_on(case)
    assert asked(case) == [FIRST, THIRD]
    choose(case, THIRD, FACTS)
    expect(case.get_by_text(END)).to_be_visible()


def test_the_other_choices_can_be_read_too(visit: Visitor) -> None:
    case = told(visit())
    first = choose(case, FIRST, FAMILY)
    expect(first.get_by_text("L’écrit porte sur des faits")).to_be_hidden()
    first.get_by_text("Voir les autres propositions").click()
    others = first.locator(".emas-correction .emas-verdict")
    assert others.all_inner_texts() == ["△ À éviter", "✓ Conseillé", "△ À éviter"]


def test_nothing_chosen_is_no_mistake(visit: Visitor) -> None:
    case = told(visit())
    case.get_by_role("button", name="Voir ce que l’on peut en dire").click()
    expect(case.get_by_role("status").first).to_have_text(
        "Choisissez d’abord une proposition, même si vous hésitez."
    )


def test_another_choice_takes_another_way(visit: Visitor) -> None:
    case = told(visit())
    choose(case, FIRST, FAMILY)
    carry_on(case)
    choose(case, THIRD, FACTS)
    case.get_by_label(OBSERVE).check()
    assert asked(case) == [FIRST]
    choose(case, FIRST, OBSERVE)
    carry_on(case)
    choose(case, SECOND, CALMER)
    carry_on(case)
    assert case.get_by_role("group", name=THIRD).locator("input:checked").count() == 0


def test_the_same_choice_seen_again_keeps_the_way(visit: Visitor) -> None:
    case = told(visit())
    choose(case, FIRST, FAMILY)
    carry_on(case)
    choose(case, FIRST, FAMILY)
    assert asked(case) == [FIRST, THIRD]


def test_starting_again_forgets_the_way(visit: Visitor) -> None:
    here = visit()
    case = told(here)
    choose(case, FIRST, FAMILY)
    carry_on(case)
    choose(case, THIRD, FACTS)
    case.get_by_role("button", name="Recommencer la situation").click()
    expect(case.get_by_role("group", name=FIRST)).to_be_focused()
    assert (asked(case), case.locator("input:checked").count()) == ([FIRST], 0)
    assert here.page.evaluate("emas.read('reponses')") == {}


def test_the_way_is_there_after_a_reload(visit: Visitor, anywhere: str) -> None:
    here = visit(at=anywhere)
    case = told(here)
    choose(case, FIRST, FAMILY)
    here.page.reload()
    assert asked(case) == [FIRST]
    carry_on(case)
    here.page.reload()
    assert asked(case) == [FIRST, THIRD]
    expect(case.get_by_label(FAMILY)).to_be_checked()
    choose(case, THIRD, FACTS)
    here.page.reload()
    expect(case.get_by_text(END)).to_be_visible()


def test_by_keyboard_alone(visit: Visitor) -> None:
    here = visit(width=320)
    case = told(here)
    keyboard = here.page.keyboard
    case.locator("input").first.focus()
    for key in ("ArrowDown", "ArrowDown", "Tab", "Enter"):
        keyboard.press(key)
    expect(case.get_by_role("status").first).to_contain_text("≈ Possible")
    for key in ("Tab", "Enter"):
        keyboard.press(key)
    expect(case.get_by_text("Nommer un trouble ne relève pas")).to_be_visible()
    while not case.get_by_role("button", name="Continuer").evaluate(
        "item => item === document.activeElement"
    ):
        keyboard.press("Tab")
    keyboard.press("Enter")
    expect(case.get_by_role("group", name=THIRD)).to_be_focused()
    for key in ("Tab", "Space", "Enter"):
        keyboard.press(key)
    expect(case.get_by_text(END)).to_be_visible()


def test_with_a_finger_on_a_narrow_screen(phone: Visit) -> None:
    case = told(phone)
    case.get_by_text(FAMILY).first.tap()
    case.get_by_role("button", name="Voir ce que l’on peut en dire").first.tap()
    case.get_by_text("Voir les autres propositions").tap()
    assert too_small(case) == []
    case.get_by_role("button", name="Continuer").tap()
    expect(case.get_by_role("group", name=THIRD)).to_be_in_viewport()
    assert phone.overflow() == 0


@pytest.fixture(scope="module")
def winding(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The site with a situation told between its decisions, one of whose ways goes back."""
    scene = (
        "::: decision Noé part toujours pendant la comptine la plus bruyante. Que changez-vous ?"
    )
    further = "> La famille peut le saisir elle-même [@circ-2025-pas]. Écoutez-la d’abord.\n"
    first = (
        "Elle peut vous aider à observer.",
        "mesurer l’effet d’un essai.",
        "L’écrit porte sur des faits. Nommer un trouble ne relève pas de l’école.",
    )
    changes = {
        "modules/autisme/02-ce-que-l-on-voit.md": (
            (scene, f"Trois jours plus tard.\n\n{scene} {{#noe-comptine}}"),
            (further, f"{further}  > vers : noe-comptine\n"),
            *((words, f"{words}\n  > vers : noe-famille") for words in first),
        ),
    }
    return built(root, tmp_path_factory.mktemp("winding"), changes).as_uri()


def test_decisions_stay_in_the_order_of_the_way_taken(visit: Visitor, winding: str) -> None:
    here = visit(at=winding)
    case = told(here)
    expect(case.get_by_text("Trois jours plus tard.")).to_be_hidden()
    choose(case, FIRST, FAMILY)
    carry_on(case)
    expect(case.get_by_text("Trois jours plus tard.")).to_be_hidden()
    choose(case, THIRD, "Proposer le pôle d’appui")
    carry_on(case)
    assert asked(case) == [FIRST, THIRD, SECOND]
    expect(case.get_by_text("Trois jours plus tard.")).to_be_visible()
    here.page.reload()
    assert asked(case) == [FIRST, THIRD, SECOND]
    choose(case, SECOND, CALMER)
    expect(case.get_by_text(END)).to_be_visible()
    case.get_by_role("button", name="Recommencer").click()
    choose(case, FIRST, OBSERVE)
    carry_on(case)
    assert asked(case) == [FIRST, THIRD]


def test_a_link_to_a_decision_shows_it(visit: Visitor) -> None:
    here = visit()
    here.open(f"{PAGE}#noe-famille")
    expect(here.page.get_by_role("group", name=THIRD)).to_be_in_viewport()


def test_without_script_everything_can_be_read(visit: Visitor) -> None:
    case = told(visit(script=False))
    assert asked(case) == [FIRST, SECOND, THIRD]
    expect(case.get_by_text(END)).to_be_visible()
    case.get_by_text("Voir ce que l’on peut dire de chaque choix").first.click()
    expect(case.get_by_text("Vous saurez à quel moment il part")).to_be_visible()
    expect(case.get_by_role("link", name="Que dites-vous à la famille")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_paper_shows_every_decision_and_what_can_be_said_of_it(
    visit: Visitor, *, script: bool
) -> None:
    here = visit(script=script)
    told(here)
    pages = PdfReader(io.BytesIO(here.page.pdf())).pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    for printed in (FIRST, SECOND, THIRD, END, "Vous agissez sur le bruit", "À éviter"):
        assert printed in paper
    for button in ("Voir ce que", "Continuer", "Recommencer"):
        assert button not in paper


@pytest.mark.parametrize(("scheme", "option"), LOOKS)
def test_axe_finds_nothing_in_any_state(
    visit: Visitor, axe: str, scheme: Scheme, option: str
) -> None:
    here = visit(width=320, scheme=scheme)
    here.page.add_init_script(f"localStorage.setItem('emas:confort', JSON.stringify({{{option}}}))")
    case = told(here)

    def nothing() -> None:
        assert violations(here.page, axe, place=CASE) == []
        assert here.page.evaluate("document.documentElement.scrollWidth") == 320

    nothing()
    first = choose(case, FIRST, FAMILY)
    first.get_by_text("Voir les autres propositions").click()
    nothing()
    carry_on(case)
    choose(case, THIRD, FACTS)
    nothing()
    assert (here.console, here.elsewhere) == ([], [])
