"""Every kind of question: by keyboard, with a finger, found again, never dragged, never graded."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader
from tests.browser.conftest import Scheme, Visit, Visitor, too_small, violations
from tests.browser.sites import built

pytestmark = pytest.mark.xdist_group("kinds")

STEP = "modules/autisme/genres.html"
MOVE_UP = "Monter\u00a0: "


@pytest.fixture(scope="module")
def kinds(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site that asks a question of each kind."""
    return built(root, tmp_path_factory.mktemp("kinds"), {})


@pytest.fixture(scope="module")
def mended(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, once each statement has lost its capitals and its last sign, and keys changed."""
    place = tmp_path_factory.mktemp("mended")
    changes = {
        "modules/autisme/99-genres.md": (
            ("Après une crise, que fait-on ?", "après une crisse, que fait-on"),
            ("Reliez chaque fonction à ce que", "Relliez chaque fonctions a ce que"),
            ("| « Il provoque. » | Interprétation |", "| « Il provoque. » | Fait |"),
            ("[[trouble / troubles]]", "[[trouble]]"),
            ("reponse : 25 %", "reponse : 26 %"),
            ("Quel aménagement essayer lundi ?", "Quel amenagement esayer lundi ?"),
            ("à l'aise avec la communication", "à l'aise avec la comunication"),
            ("Aménager, c'est avantager un élève.", "Aménager, ce n'est pas avantager."),
        ),
    }
    return built(root, place, changes)


Act = Callable[[Locator], None]


def press(question: Locator, *keys: str) -> None:
    for key in keys:
        question.page.keyboard.press(key)


def type_in(question: Locator, *texts: str) -> None:
    """Type a text in each field, going from one to the next by the keyboard."""
    question.locator("fieldset :is(input, textarea)").first.focus()
    for rank, text in enumerate(texts):
        if rank:
            press(question, "Tab")
        question.page.keyboard.type(text)


def point(question: Locator, downs: int) -> None:
    question.locator("fieldset input").first.focus()
    press(question, "Space", *["ArrowDown"] * downs)


def tick(question: Locator) -> None:
    question.locator("fieldset input").first.focus()
    press(question, "Space", "Tab", "Space", "Tab", "Space")


def order(question: Locator) -> None:
    """Bring each item to its place with its own button, from the first one on."""
    for rank, words in enumerate(("On attend", "On écrit", "On en parle", "On choisit")):
        row = question.locator("li[data-champ]", has_text=words)
        button = row.get_by_role("button", name=MOVE_UP)
        rows = question.locator("li[data-champ]").all_inner_texts()
        place = next(i for i, text in enumerate(rows) if words in text)
        button.focus()
        press(question, *["Enter"] * (place - rank))
        expect(button).to_be_focused()


def pair(question: Locator) -> None:
    for letter in range(3):
        select = question.locator("select").nth(letter)
        select.focus()
        options = select.locator("option").evaluate_all("all => all.map(one => one.value)")
        press(question, *["ArrowDown"] * options.index(str(letter)))


def sort(question: Locator) -> None:
    for row in question.locator("li[data-champ]").all():
        row.locator("input").first.focus()
        fact = "crié" in row.inner_text() or "assis" in row.inner_text()
        press(question, "Space", *([] if fact else ["ArrowDown"]))


@dataclass(frozen=True)
class Told:
    """How to answer a question by the keyboard alone, and what is said then."""

    question: str
    act: Act
    said: str


RIGHT = "✓ Bonne réponse"
ALL = (
    Told("unique", lambda q: point(q, 0), "✓ Bonne réponse. Il se date."),
    Told("multiple", tick, "→ À revoir : une réponse cochée ne convient pas."),
    Told("vrai-faux", lambda q: point(q, 1), "→ À revoir : ce n’est pas cette réponse."),
    Told("ordre", order, f"{RIGHT}, tout est dans l’ordre."),
    Told("association", pair, f"{RIGHT}."),
    Told("categories", sort, f"{RIGHT}."),
    Told("trous", lambda q: type_in(q, "TROUBLES", "neurodeveloppement"), f"{RIGHT}."),
    Told("numerique", lambda q: type_in(q, "23,5 %"), f"{RIGHT}."),
    Told("ouverte", lambda q: type_in(q, "Le menu en images."), "C’est gardé dans ce navigateur."),
    Told("echelle", lambda q: point(q, 2), "C’est noté."),
    Told("position", lambda q: point(q, 1), "C’est noté. Revenez quand vous voulez"),
)


def asked(page: Page, kind: str) -> Locator:
    return page.locator(f"#gen-{kind}")


def said(question: Locator) -> str:
    return " ".join(question.locator(".emas-resultat").inner_text().split())


def check(question: Locator) -> None:
    """Go to the button by the keyboard, and press it."""
    question.locator("button:not([type=button])").focus()
    press(question, "Enter")


def answered(here: Visit) -> Page:
    here.open(STEP)
    for told in ALL:
        question = asked(here.page, told.question)
        told.act(question)
        check(question)
        assert said(question).startswith(told.said), (told.question, said(question))
        assert "%" not in said(question)
    return here.page


def kept(page: Page) -> dict[str, str]:
    return {told.question: said(asked(page, told.question)) for told in ALL}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_by_keyboard_alone_found_again_after_a_reload_whole_for_axe(
    visit: Visitor, axe: str, kinds: Path, scheme: Scheme
) -> None:
    # From a folder, on a narrow screen: what holds there holds elsewhere.
    here = visit(width=320, scheme=scheme, at=kinds.as_uri())
    here.open(STEP)
    assert violations(here.page, axe, place="article") == []
    page = answered(here)
    before = kept(page)
    page.reload()
    assert kept(page) == before
    assert violations(page, axe, place="article") == []
    assert here.overflow() == 0
    assert (here.console, here.elsewhere) == ([], [])


def test_a_typo_keeps_the_answers_and_a_changed_key_asks_again(
    visit: Visitor, kinds: Path, mended: Path
) -> None:
    here = visit(at=kinds.as_uri())
    before = kept(answered(here))
    here.address = mended.as_uri()
    here.open(STEP)
    after = kept(here.page)
    again = {kind for kind, words in after.items() if not words}
    assert again == {"categories", "trous", "numerique", "position"}
    assert {kind: after[kind] for kind in after if kind not in again} == {
        kind: before[kind] for kind in before if kind not in again
    }
    expect(asked(here.page, "numerique")).to_contain_text("a changé depuis votre réponse")


@pytest.fixture
def touched(browser: Browser, kinds: Path) -> Iterator[Visit]:
    """A narrow screen that is touched."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True)
    yield Visit(context.new_page(), kinds.as_uri())
    context.close()


def test_with_a_finger_what_goes_wrong_is_said_line_by_line(touched: Visit) -> None:
    touched.open(STEP)
    page = touched.page
    ordering, pairs, sorting, gaps = (
        asked(page, kind) for kind in ("ordre", "association", "categories", "trous")
    )
    first = ordering.locator("li[data-champ]").first
    words = first.locator(".emas-mots").inner_text()
    first.get_by_role("button", name="Descendre").tap()
    expect(ordering.get_by_role("status").first).to_have_text(f"{words}\u00a0: place 2 sur 4.")
    pairs.locator("select").first.select_option("1")
    sorting.get_by_text("Fait", exact=True).first.tap()
    gaps.locator("input").first.fill("maladie")
    for question in (ordering, pairs, sorting, gaps):
        question.get_by_role("button", name="Vérifier").tap()
        assert said(question).startswith("→ ")
        expect(question.locator(".emas-marque", has_text="à revoir").first).to_be_visible()
        question.get_by_role("button", name="Réessayer").tap()
        assert (said(question), question.locator(".emas-marque").count()) == ("", 0)
        assert question.locator("fieldset :focus").count() == 1
    assert too_small(page.locator("article")) == []
    assert touched.overflow() == 0


def test_with_a_finger_one_ticks_and_writes(touched: Visit) -> None:
    touched.open(STEP)
    for kind, words in (
        ("unique", "Un fait."),
        ("multiple", "La surprise."),
        ("vrai-faux", "Faux"),
        ("echelle", "tout à fait"),
        ("position", "Plutôt d’accord"),
    ):
        asked(touched.page, kind).get_by_text(words, exact=True).tap()
    asked(touched.page, "numerique").get_by_role("textbox").fill("30")
    asked(touched.page, "ouverte").get_by_role("textbox").fill("Le menu en images.")
    for kind, told in (
        ("unique", RIGHT),
        ("multiple", "→ À revoir"),
        ("vrai-faux", "→ À revoir"),
        ("numerique", "→ À revoir"),
        ("ouverte", "C’est gardé"),
        ("echelle", "C’est noté"),
        ("position", "C’est noté"),
    ):
        asked(touched.page, kind).locator("button:not([type=button])").tap()
        assert said(asked(touched.page, kind)).startswith(told), kind
    assert too_small(touched.page.locator("article")) == []


def test_a_position_taken_again_recalls_the_first_one(visit: Visitor, kinds: Path) -> None:
    here = visit(at=kinds.as_uri())
    here.open(STEP)
    question = asked(here.page, "position")
    for downs in (0, 3):
        point(question, downs)
        check(question)
    assert said(question) == "Avant : « Pas du tout d’accord ». Maintenant : « Plutôt d’accord »."


@pytest.mark.parametrize(
    "entry", ["['9','9','9','9']", "['0','1','2','2']", "['x']", "['0','','','','','','']"]
)
def test_what_cannot_be_read_is_as_if_nothing_was_kept(
    visit: Visitor, kinds: Path, entry: str
) -> None:
    here = visit(at=kinds.as_uri())
    here.open(STEP)
    here.page.evaluate(
        f"""document.querySelectorAll("form[data-corrige]").forEach(form =>
          emas.answers.keep(form, {entry}, {{vue: true, avant: "x"}}))"""
    )
    here.page.reload()
    expect(asked(here.page, "ordre").get_by_role("button", name="Vérifier")).to_be_visible()
    assert said(asked(here.page, "ordre")) == ""
    assert here.console == []


def test_without_script_fields_can_be_filled_in_and_the_solution_opened(
    visit: Visitor, kinds: Path
) -> None:
    here = visit(script=False, at=kinds.as_uri())
    here.open(STEP)
    ordering = asked(here.page, "ordre")
    ordering.locator("select").first.select_option(label="2")
    ordering.get_by_text("Voir la réponse").click()
    expect(ordering.get_by_text("Rien ne s’apprend pendant la crise.")).to_be_visible()
    paper = "".join(page.extract_text() for page in PdfReader(io.BytesIO(here.page.pdf())).pages)
    assert "les mains vont sur les oreilles" in paper
    assert "J’affiche le déroulé" not in paper
    assert "Ne nommez aucun élève." in paper
