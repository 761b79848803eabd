"""« Posez votre question », asked for real: what it shows, what it refuses, what it keeps."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, Route, expect
from tests.browser.conftest import Scheme, Visit, Visitor, violations

from emas import pipeline, theme
from emas.project import Project
from emas.writers import site as writers

PAGE = "question.html"
PASSAGES = "**/question/passages.js"
ASKED = Path("tests/fixtures/questions-posees.yml")
NOTHING = "Rien trouvé dans nos modules. Voici qui appeler."
FIRST_NUMBERS = "En cas de danger, les numéros d’abord. "
NUMBERS = ["15", "17", "18", "112", "114", "119", "3114", "3018"]


@dataclass(frozen=True, slots=True)
class Told:
    """What the box says to a question: its status, its passages, whether numbers come first."""

    status: str
    passages: tuple[str, ...]
    numbers_first: bool


@pytest.fixture(scope="session")
def passages(root: Path) -> str:
    """The script of the passages of all our modules; the site of these tests has one module."""
    ready = pipeline.prepare_site(pipeline.load(Project(root)).catalogue)
    look = theme.read(root / "themes" / "emas")
    wording = ready.catalogue.wording
    assert wording is not None
    pages = writers.pages(ready.catalogue, ready.editions, {}, look)
    return writers.passages(pages, ready.catalogue, wording)


@pytest.fixture(scope="session")
def questions(root: Path) -> dict[str, Any]:
    """The questions, which were written before the box."""
    found: dict[str, Any] = yaml.safe_load((root / ASKED).read_text(encoding="utf-8"))
    return found


@pytest.fixture
def box(visit: Visitor, passages: str) -> Iterator[Visit]:
    """The page, with the passages of all our modules."""
    here = visit()
    here.page.route(PASSAGES, lambda route: _give(route, passages))
    here.open(PAGE)
    yield here
    assert (here.console, here.elsewhere) == ([], [])


def _give(route: Route, script: str) -> None:
    route.fulfill(body=script, content_type="text/javascript; charset=utf-8")


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Que se passe-t-il")


def ask(page: Page, question: str) -> Told:
    """Type a question, and return what is told of it."""
    status = page.locator("#emas_reponse_etat")
    status.evaluate("item => { item.textContent = ''; }")
    field(page).fill(question)
    field(page).press("Enter")
    expect(status).to_have_text(re.compile("trouvé|ouvrir"))
    found: dict[str, Any] = page.evaluate(
        """() => ({
          passages: Array.from(document.querySelectorAll(".emas-passage h3 a"),
            link => new URL(link.href).pathname.slice(1) + new URL(link.href).hash),
          first: !!(document.getElementById("emas_danger").compareDocumentPosition(
            document.getElementById("emas_passages")) & Node.DOCUMENT_POSITION_FOLLOWING),
        })"""
    )
    return Told(status.inner_text(), tuple(found["passages"]), found["first"])


def expected(item: dict[str, Any]) -> set[str]:
    """Return the addresses, on the site, of the passages that answer."""
    wanted = item["attendu"] if isinstance(item["attendu"], list) else [item["attendu"]]
    return {re.sub(r"/\d\d-(.+)\.md#", r"/\1.html#", place) for place in wanted}


def missed(page: Page, asked: list[dict[str, Any]]) -> list[str]:
    """Return the questions whose passage is not shown, or that raise an alarm."""
    told = [(item, ask(page, item["question"])) for item in asked]
    alarms = [item["question"] for item, answer in told if answer.numbers_first]
    assert alarms == []
    return [
        f"{item['question']!r} : {answer.passages}"
        for item, answer in told
        if not expected(item) & set(answer.passages)
    ]


def test_what_people_ask_finds_its_passage(box: Visit, questions: dict[str, Any]) -> None:
    assert len(questions["questions"]) == 30
    wrong = missed(box.page, questions["questions"])
    assert len(wrong) <= 3, "\n".join(wrong)


def test_other_questions_too(box: Visit, questions: dict[str, Any]) -> None:
    wrong = missed(box.page, questions["autres"])
    unseen = missed(box.page, questions["jamais-vues"])
    assert len(questions["autres"]) == len(questions["jamais-vues"]) == 15
    assert len(wrong) <= 3, "\n".join(wrong)
    assert len(unseen) <= 5, "\n".join(unseen)


def test_what_our_modules_do_not_answer_is_refused(box: Visit, questions: dict[str, Any]) -> None:
    told = {question: ask(box.page, question) for question in questions["hors-sujet"]}
    assert len(told) == 5
    assert set(told.values()) == {Told(NOTHING, (), numbers_first=False)}
    people = box.page.locator("#qui_appeler + ul")
    expect(people).to_contain_text("Secrétariat de l’équipe mobile")
    expect(box.page.get_by_role("link", name="Faire appel à l’équipe mobile").last).to_be_visible()


def test_words_of_danger_show_the_numbers_first(box: Visit, questions: dict[str, Any]) -> None:
    told = {question: ask(box.page, question) for question in questions["danger"]}
    assert len(told) == 8
    assert [question for question, answer in told.items() if not answer.numbers_first] == []
    assert {answer.status.startswith(FIRST_NUMBERS) for answer in told.values()} == {True}
    expect(box.page.get_by_role("heading", name="En cas de danger")).to_be_focused()
    numbers = box.page.locator(".emas-numeros a")
    expect(numbers).to_have_text(NUMBERS)
    schemes = [link.get_attribute("href") for link in numbers.all()]
    assert schemes == [f"{'sms' if one == '114' else 'tel'}:{one}" for one in NUMBERS]
    assert not ask(box.page, "il arrete pas de gigoter sur sa chaise").numbers_first


def test_a_passage_says_where_it_comes_from(box: Visit) -> None:
    told = ask(box.page, "il se bouche les oreilles à la cantine")
    passage = box.page.locator(".emas-passage").first
    assert told.passages[0].startswith("modules/autisme/choisir-un-amenagement.html#")
    expect(passage).to_contain_text("Choisir un aménagement. Non relu.")
    expect(passage.locator(".emas-passage__sources")).to_contain_text("Source secondaire")
    passage.get_by_role("link", name="Lire la suite sur sa page").click()
    expect(box.page).to_have_url(re.compile(r"choisir-un-amenagement\.html#supporter-le-bruit"))


KEPT = """async () => [
  location.href, history.length, document.cookie, JSON.stringify(localStorage),
  JSON.stringify(sessionStorage), (await indexedDB.databases()).length, document.title,
]"""


def test_nothing_that_is_typed_is_kept_or_sent(visit: Visitor, anywhere: str) -> None:
    here = visit(at=anywhere)
    here.open(PAGE)
    before = here.page.evaluate(KEPT)
    loaded = len(here.requests)
    ask(here.page, "est-ce qu’on guérit de l’autisme")
    here.page.context.set_offline(offline=True)
    answer = ask(here.page, "il se bouche les oreilles à la cantine")
    assert answer.passages[0]
    asked = here.requests[loaded:]
    assert len(asked) == len(set(asked)) == 9
    assert not [url for url in asked if "?" in url or "oreilles" in url]
    assert here.page.evaluate(KEPT) == before
    assert (here.console, here.elsewhere) == ([], [])


def test_the_keyboard_is_enough(box: Visit) -> None:
    typing = field(box.page)
    typing.focus()
    box.page.keyboard.press("Enter")
    expect(typing).to_be_focused()
    box.page.keyboard.type("un petit qui mord")
    box.page.keyboard.press("Shift+Enter")
    box.page.keyboard.type("dans le rang du midi")
    box.page.keyboard.press("Tab")
    expect(box.page.get_by_role("button", name="Chercher dans nos modules")).to_be_focused()
    box.page.keyboard.press("Enter")
    expect(box.page.locator(".emas-passage").first).to_be_visible()
    box.page.keyboard.press("Tab")
    expect(box.page.locator(".emas-passage h3 a").first).to_be_focused()
    assert typing.input_value() == "un petit qui mord\ndans le rang du midi"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_axe_finds_nothing(
    visit: Visitor, passages: str, axe: str, width: int, scheme: Scheme
) -> None:
    here = visit(width=width, scheme=scheme)
    here.page.route(PASSAGES, lambda route: _give(route, passages))
    here.open(PAGE)
    ask(here.page, "un enfant mord, il est violent, dans le rang de la cantine")
    assert (violations(here.page, axe), here.overflow()) == ([], 0)


def test_without_script_one_knows_whom_to_call(visit: Visitor) -> None:
    here = visit(width=320, script=False)
    here.open(PAGE)
    expect(field(here.page)).to_be_hidden()
    told = here.page.locator(".emas-sans-script")
    expect(told.get_by_role("link")).to_have_attribute("href", "recherche.html#plan_du_site")
    expect(here.page.locator("#qui_appeler + ul")).to_be_visible()
    expect(here.page.locator(".emas-numeros a").first).to_be_visible()


def test_when_passages_do_not_come_the_numbers_do(visit: Visitor) -> None:
    here = visit()
    here.page.route(PASSAGES, lambda route: route.abort())
    here.open(PAGE)
    told = ask(here.page, "il dit qu’il veut mourir")
    assert told.numbers_first
    assert told.status == "La recherche n’a pas pu s’ouvrir. Voici qui appeler."


Ways = Callable[[Visit], Locator]


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("index.html", lambda here: here.page.locator(".md-content a.emas-bouton").first),
        (
            "index.html",
            lambda here: here.page.locator(".md-sidebar--primary a[href='question.html']"),
        ),
    ],
    ids=["home", "menu"],
)
def test_one_comes_there_from_everywhere(visit: Visitor, path: str, way: Ways) -> None:
    here = visit()
    here.open(path)
    way(here).click()
    expect(here.page.get_by_role("heading", level=1)).to_have_text("Posez votre question")
