"""With a tracking service, answers leave as they are given; each loss is made good."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Visit, Visitor, violations
from tests.browser.test_answering import END, SAVE, SESSION, asked, fill_in, gathered, opened, parts
from tests.browser.test_assessments import answer
from tests.browser.tracking import ROOM, Service, service

from emas.model import Asking, key, score
from emas.model.codes import new_codes
from emas.model.interaction import read

__all__ = ["parts"]

OFF = "Hors connexion"
ARRIVED = "Vos réponses sont arrivées."


@pytest.fixture
def here(visit: Visitor, told: Service) -> Visit:
    """A telephone in the room."""
    return visit(width=360, at=told.address)


@pytest.fixture
def told(site: Path) -> Iterator[Service]:
    """The service of the room."""
    with service(site) as told:
        yield told


@pytest.fixture
def code(told: Service) -> str:
    """A code that is printed on a sheet."""
    code = next(new_codes())
    told.printed.add(code)
    return code


def line(page: Page) -> Locator:
    """Return what the page says of the service."""
    return page.locator(".emas-liaison")


def test_answers_leave_as_they_are_given_and_at_the_end_nothing_is_left_to_give(
    here: Visit, told: Service, code: str, axe: str, parts: tuple[Asking, ...]
) -> None:
    page = opened(here, "acquis", code)
    expect(line(page)).to_have_text("Connecté\u00a0: vos réponses partent au fur et à mesure.")
    expect(page.locator(".emas-promesse")).to_contain_text("service de suivi de l’équipe")
    expect(page.locator(".emas-promesse")).not_to_contain_text("Rien n’est envoyé")
    first, *_ = asked(page)
    answer(first, right=False)
    with page.expect_response("**/xAPI/statements"):
        pass
    fill_in(page)
    page.get_by_role("button", name=END).click()
    expect(page.get_by_text(ARRIVED)).to_be_visible()
    expect(line(page)).to_have_text("Tout est envoyé.")
    expect(page.get_by_role("button", name=SAVE)).to_be_hidden()
    keys = {name: key(one) for name, one in gathered(parts, "acquis").items()}
    found = told.answers(code)
    assert found.keys() == keys.keys()
    assert [score(keys[name], read(keys[name], text)) for name, text in found.items()] == [1.0] * 6
    assert len(told.statements) <= 1 + len(keys)
    assert (violations(page, axe, place="article"), here.overflow()) == ([], 0)
    # Nothing is said twice.
    before = dict(told.statements)
    page.reload()
    expect(page.get_by_text(ARRIVED)).to_be_visible()
    assert told.statements == before
    assert (here.console, here.elsewhere) == ([], [])


def test_what_was_answered_without_network_leaves_by_itself_after_a_reload(
    here: Visit, told: Service, code: str
) -> None:
    page = opened(here, "acquis", code)
    expect(line(page)).to_contain_text("Connecté")
    told.down = True
    for question in list(asked(page))[:3]:
        answer(question, right=True)
    expect(line(page)).to_have_text(
        f"{OFF}\u00a0: 3 réponses attendent, gardées dans cet appareil."
    )
    page.reload()
    expect(line(page)).to_contain_text(f"{OFF}\u00a0: 3 réponses")
    told.down, told.losing = False, 1
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(line(page)).to_contain_text("Connecté")
    assert len(told.statements) == len(told.answers(code)) == 3


def test_one_refused_answer_stops_no_other_and_the_file_is_offered(
    here: Visit, told: Service, code: str
) -> None:
    page = opened(here, "acquis", code)
    expect(line(page)).to_contain_text("Connecté")
    told.down = True
    fill_in(page)
    expect(line(page)).to_contain_text("6 réponses attendent")
    told.down = False
    told.refused.add(page.locator(".emas-boite--question").nth(2).get_attribute("id") or "")
    told.tokens.clear()
    page.get_by_role("button", name=END).click()
    expect(page.get_by_text("Le service a refusé 1 réponse")).to_be_visible()
    expect(page.get_by_role("button", name=SAVE)).to_be_visible()
    assert len(told.answers(code)) == 5


def test_what_was_erased_stays_so_and_the_page_says_it(
    here: Visit, told: Service, code: str, axe: str
) -> None:
    page = opened(here, "acquis", code)
    expect(line(page)).to_contain_text("Connecté")
    told.erased.add(code)
    told.tokens.clear()
    fill_in(page)
    expect(line(page)).to_contain_text("Réponses effacées\u00a0: le service a effacé")
    page.get_by_role("button", name=END).click()
    expect(page.get_by_text("Ces réponses ont été effacées du service")).to_be_visible()
    expect(page.get_by_role("button", name=SAVE)).to_be_hidden()
    joined = told.asked.count("POST /suivi/rejoindre")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(line(page)).to_contain_text("Réponses effacées")
    assert told.asked.count("POST /suivi/rejoindre") == joined
    assert told.statements == {}
    assert violations(page, axe, place="article") == []


def test_the_code_of_the_room_is_read_from_the_wall_or_typed(
    here: Visit, told: Service, axe: str
) -> None:
    page = opened(here, "acquis")
    page.get_by_role("button", name="Je n’ai pas de code").click()
    field = page.get_by_label("Code de la séance")
    expect(field).to_be_visible()
    answer(next(asked(page)), right=True)
    assert violations(page, axe, place="article") == []
    field.fill("ABCD-EFGX")
    field.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="ne connaît pas")).to_be_visible()
    assert told.asked.count("POST /suivi/rejoindre") == 1
    field.fill("abcd efgh")
    with page.expect_response("**/xAPI/statements"):
        field.press("Enter")
    expect(field).to_be_hidden()
    assert len(told.statements) == 1
    # Another telephone reads it on the wall: the address no longer has it.
    page.evaluate("emas.forget()")
    page.goto("about:blank")
    here.open(f"sessions/{SESSION}/acquis.html#seance={ROOM}")
    assert page.url.endswith("/acquis.html")
    page.get_by_role("button", name="Je n’ai pas de code").click()
    expect(line(page)).to_contain_text("Connecté")
    expect(field).to_be_hidden()


def test_an_opinion_leaves_at_the_end_and_again_if_it_could_not(here: Visit, told: Service) -> None:
    here.open(f"sessions/{SESSION}/satisfaction.html#seance={ROOM}")
    page = here.page
    expect(line(page)).to_have_text("Connecté\u00a0: votre avis partira à la fin.")
    fill_in(page)
    told.down = True
    page.get_by_role("button", name=END).click()
    expect(page.get_by_role("button", name=SAVE)).to_be_visible()
    told.down = False
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.get_by_text("Votre avis est arrivé.")).to_be_visible()
    assert len(told.opinions) == 1
    assert told.statements == {}
    assert "avis-" not in page.evaluate("JSON.stringify(localStorage)")


def test_a_browser_without_a_database_sends_too(here: Visit, told: Service, code: str) -> None:
    here.page.add_init_script("IDBFactory.prototype.open = () => { throw new Error('refusé') }")
    page = opened(here, "acquis", code)
    expect(line(page)).to_contain_text("Connecté")
    fill_in(page)
    page.get_by_role("button", name=END).click()
    expect(page.get_by_text(ARRIVED)).to_be_visible()
    assert len(told.answers(code)) == 6


def test_a_page_asks_once_whether_there_is_a_service_and_only_from_a_server(
    visit: Visitor, address: str, site: Path
) -> None:
    for place, probes in ((address, 1), (site.as_uri(), 0)):
        here = visit(at=place)
        page = opened(here, "acquis", next(new_codes()))
        answer(next(asked(page)), right=True)
        page.wait_for_timeout(1500)
        assert sum("/suivi/" in url or "/xAPI" in url for url in here.requests) == probes
        expect(line(page)).to_be_hidden()
        expect(page.locator(".emas-promesse")).to_contain_text("Rien n’est envoyé")
