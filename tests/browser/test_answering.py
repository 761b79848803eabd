"""A participant answers what a session asks, ends, and gives a file that Python finds exact."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Visit, Visitor, too_small, violations
from tests.browser.test_assessments import answer

from emas import pipeline
from emas.model import Asking, Question, asking, is_collected, key, planned, score
from emas.model.codes import new_codes, read_code, shown_code
from emas.model.sheet import Sheet, versioned
from emas.project import Project
from emas.readers.answers import read_answers
from emas.transforms.moments import asked_parts

SESSION = "aut-aesh-2027-01"
FRAME = ".emas-boite--question"
SAVE = "Enregistrer mes réponses"
END = "J’ai terminé"
GO_ON = "Ce n’est pas moi"


@pytest.fixture(scope="module")
def parts(root: Path) -> tuple[Asking, ...]:
    """What the session asks."""
    catalogue = pipeline.load(Project(root)).catalogue
    (item,) = (one for one in planned(catalogue.plans) if one.session.id == SESSION)
    return asking(catalogue, item)


def gathered(parts: tuple[Asking, ...], moment: str) -> dict[str, Question]:
    """Return what a moment gathers, by question and version, in the order of the page."""
    (part,) = (one for one in parts if one.assessment.id == moment)
    return {versioned(one): one for one in part.questions if is_collected(one)}


@pytest.fixture
def code() -> str:
    return next(new_codes())


def opened(here: Visit, moment: str, code: str = "") -> Page:
    """Go to the page of a moment, as the QR of a sheet does if there is a code."""
    if code:
        here.page.goto("about:blank")  # else the same page would stay, with another anchor
    here.open(f"sessions/{SESSION}/{moment}.html" + (f"#code={code}" if code else ""))
    return here.page


def asked(page: Page) -> Iterator[Locator]:
    yield from page.locator(f"{FRAME}:visible").all()


def fill_in(page: Page) -> None:
    """Give to each question the right answer, or a text."""
    for question in asked(page):
        if question.locator("textarea").count():
            question.locator("textarea").fill("Le menu en images.")
        else:
            answer(question, right=True)


def saved(page: Page) -> tuple[str, str]:
    """Save the answers; return the name of the file, and what it holds."""
    with page.expect_download() as download:
        page.get_by_role("button", name=SAVE).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8")


def ended(page: Page, parts: tuple[Asking, ...]) -> Sheet:
    """End, and save; return what Python reads in the file, where nothing is wrong."""
    page.get_by_role("button", name=END).click()
    name, text = saved(page)
    received, problems = read_answers(
        text.encode(), PurePosixPath(name), {SESSION: asked_parts(parts)}
    )
    assert problems == []
    assert received
    return received.sheet


def test_a_whole_page_is_answered_and_given_as_a_file(
    visit: Visitor, anywhere: str, axe: str, code: str, parts: tuple[Asking, ...]
) -> None:
    here = visit(width=320, at=anywhere)
    page = opened(here, "acquis", code.lower())
    assert page.url.endswith("/acquis.html")
    expect(page.get_by_text(shown_code(code))).to_be_visible()
    first, *others = asked(page)
    answer(first, right=True)
    page.reload()
    expect(page.get_by_text("1 réponse sur 6.")).to_be_visible()
    for question in others:
        answer(question, right=True)
    expect(page.locator(".emas-resultat:visible")).to_have_count(0)
    page.get_by_role("button", name=END).click()
    expect(page.get_by_role("heading", name="C’est terminé, merci")).to_be_focused()
    expect(page.get_by_role("heading", name="Rien à revoir")).to_be_visible()
    name, text = saved(page)
    assert name == f"reponses-{SESSION}-acquis-{code}.json"
    given = json.loads(text)
    answers = given.pop("reponses")
    assert given == {
        "format": "emas-reponses-1",
        "session": SESSION,
        "moment": "acquis",
        "code": code,
        "numero": 1,
    }
    wanted = gathered(parts, "acquis")
    assert list(answers) == list(wanted)
    assert [score(key(wanted[name]), said) for name, said in answers.items()] == [1.0] * 6
    assert too_small(page.locator(".emas-seance")) == []
    assert violations(page, axe, place="article") == []
    assert here.overflow() == 0
    # Nothing changes any more, and nothing of it is the reader's own progress.
    expect(first.locator("input").first).to_be_disabled()
    page.reload()
    assert saved(page) == (name, text)
    assert page.evaluate("Object.keys(localStorage)") == ["emas:sessions"]
    assert (here.console, here.elsewhere) == ([], [])


def test_one_may_go_back_before_the_end_and_what_is_missing_is_said(
    visit: Visitor, site: Path, code: str
) -> None:
    page = opened(visit(at=site.as_uri()), "acquis", code)
    first, second, *_ = asked(page)
    answer(first, right=True)
    page.get_by_role("button", name=END).click()
    expect(page.get_by_text("Il reste 5 questions sans réponse.")).to_be_visible()
    page.get_by_role("button", name="Non, y revenir").click()
    expect(second.locator("fieldset :is(input, select, button)").first).to_be_focused()
    answer(first, right=False)
    page.get_by_role("button", name=END).click()
    page.get_by_role("button", name="Oui, terminer").click()
    assert len(json.loads(saved(page)[1])["reponses"]) == 1
    expect(page.get_by_role("heading", name="points à revoir")).to_be_visible()


def test_positions_stay_and_the_next_moment_knows_who_answers(
    visit: Visitor, site: Path, code: str, parts: tuple[Asking, ...]
) -> None:
    here = visit(at=site.as_uri())
    page = opened(here, "positionnement", code)
    fill_in(page)
    given = ended(page, parts)
    assert given.answers.keys() == gathered(parts, "positionnement").keys()
    assert len(list(asked(page))) == len(given.answers) + 1
    page = opened(here, "a-froid")
    expect(page.get_by_text(shown_code(code))).to_be_visible()
    fill_in(page)
    assert ended(page, parts).code == code
    expect(page.locator("form[data-genre=position] .emas-resultat")).to_contain_text("Avant")
    expect(page.get_by_role("link", name="Vos essais")).to_be_visible()


def test_a_code_is_typed_made_or_mended_and_each_person_finds_their_own_answers(
    visit: Visitor, site: Path, axe: str, code: str
) -> None:
    here = visit(width=320, scheme="dark", at=site.as_uri())
    wrong = code[:-1] + ("3" if code[-1] != "3" else "4")
    page = opened(here, "acquis", wrong)
    expect(page.get_by_role("alert")).to_contain_text("Relisez-le sur votre feuille.")
    field = page.get_by_label("Mon code")
    expect(field).to_be_focused()
    assert field.input_value() == wrong
    assert list(asked(page)) == []
    assert (violations(page, axe, place="article"), here.overflow()) == ([], 0)
    field.fill(f" {shown_code(code).lower()} ")
    field.press("Enter")
    answer(next(asked(page)), right=True)
    page.get_by_role("button", name=GO_ON).click()
    expect(field).to_be_focused()
    page.get_by_role("button", name="Je n’ai pas de code").click()
    expect(page.get_by_text("Notez-le sur un papier")).to_be_visible()
    made = read_code(page.locator(".emas-code strong").inner_text())
    assert made
    assert made != code
    expect(page.get_by_text("0 réponse sur 6.")).to_be_visible()
    page = opened(here, "acquis", code)
    expect(page.get_by_text("1 réponse sur 6.")).to_be_visible()
    # Another sheet, while the page is still there.
    page.evaluate("code => { location.hash = '#code=' + code }", made)
    expect(page.get_by_text(shown_code(made))).to_be_visible()
    expect(page.get_by_text("0 réponse sur 6.")).to_be_visible()


def test_an_opinion_has_a_code_of_its_own_each_time_and_is_kept_nowhere(
    visit: Visitor, site: Path, axe: str, code: str, parts: tuple[Asking, ...]
) -> None:
    here = visit(at=site.as_uri())
    opened(here, "acquis", code)
    page = opened(here, "satisfaction")
    expect(page.get_by_label("Mon code")).to_have_count(0)
    fill_in(page)
    kept = page.evaluate("JSON.stringify(localStorage)")
    first = ended(page, parts)
    expect(page.get_by_role("heading", name="Merci pour votre avis")).to_be_visible()
    assert saved(page) == saved(page)
    assert violations(page, axe, place="article") == []
    assert first.answers == dict.fromkeys(gathered(parts, "satisfaction"), 0)
    page.get_by_role("button", name="Une autre personne répond").click()
    expect(page.get_by_text("0 réponse sur 6.")).to_be_visible()
    expect(page.locator(".emas-seance input:checked")).to_have_count(0)
    fill_in(page)
    second = ended(page, parts)
    assert len({code, first.code, second.code}) == 3
    assert page.evaluate("JSON.stringify(localStorage)") == kept
    assert "avis-" not in kept


def test_a_browser_that_keeps_nothing_gives_the_file_too(
    visit: Visitor, site: Path, code: str, parts: tuple[Asking, ...]
) -> None:
    here = visit(at=site.as_uri())
    here.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    page = opened(here, "acquis", code)
    fill_in(page)
    given = ended(page, parts)
    assert (given.code, len(given.answers)) == (code, 6)
    page.get_by_text("Le fichier ne s’enregistre pas").click()
    assert page.get_by_label("Mes réponses, en texte").input_value() == saved(page)[1]


@pytest.mark.parametrize(
    ("day", "words"),
    [(5, "Vous êtes en avance"), (6, ""), (27, ""), (28, "demandez à la personne qui anime")],
)
def test_the_days_are_those_of_the_session(
    visit: Visitor, site: Path, day: int, words: str
) -> None:
    here = visit(at=site.as_uri())
    here.page.clock.set_fixed_time(datetime(2027, 1, day, 12))
    page = opened(here, "acquis")
    told = page.locator(".emas-periode strong")
    assert told.count() == (1 if words else 0)
    if words:
        expect(told).to_contain_text(words)


def test_without_script_the_page_is_read_and_paper_is_there(visit: Visitor, site: Path) -> None:
    here = visit(script=False, at=site.as_uri())
    page = opened(here, "acquis")
    expect(page.get_by_text("Répondez sur papier")).to_be_visible()
    assert len(list(asked(page))) == 6
    expect(page.get_by_text("Voir la réponse et les explications")).to_have_count(6)
    expect(page.get_by_role("link", name="Comprendre l’autisme").last).to_be_visible()
    page = opened(here, "satisfaction")
    assert len(list(asked(page))) == 6
    expect(page.locator(".emas-correction")).to_have_count(0)
