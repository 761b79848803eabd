"""A trainer leads questions on the wall with keys; phones follow, or go at their own pace."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Scheme, Visit, Visitor, violations
from tests.browser.test_answering import SESSION, asked
from tests.browser.test_assessments import answer
from tests.tracking.asking import VERSION
from tests.tracking.desks import coordinator
from tests.tracking.serving import running

from emas import pipeline
from emas.model import planned
from emas.project import Project
from emas.tracking.app import create_app
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.desk import Coordinator, keep
from emas.tracking.store.rooms import room_code
from emas.writers.tracking import PATH, write

WHO, PASSWORD = "Zoé Martin", "une phrase que l’on retient"
FOLLOWED = ".emas-boite--question:visible"


@pytest.fixture(scope="module")
def known(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the service knows of the real sessions."""
    found = pipeline.load(Project(root)).catalogue
    every = planned(found.plans)
    sessions = [(one, pipeline.session_parts(found, one)) for one in every]
    path = tmp_path_factory.mktemp("suivi") / PATH
    path.write_bytes(write(sessions, every, found.team, found.vocabulary).files[PATH])
    return path


@pytest.fixture(scope="module")
def trainer() -> Coordinator:
    return coordinator()


@pytest.fixture
def database(tmp_path: Path, trainer: Coordinator) -> str:
    """A database with a coordinator."""
    url = f"sqlite:///{tmp_path / 'suivi.db'}"
    store = Store(url)
    store.write(keep, trainer).result()
    store.close()
    return url


@pytest.fixture
def service(database: str, known: Path, site: Path) -> Iterator[str]:
    """The service, on the first day of the session, with the site beside."""
    settings = Settings(
        database,
        "http://127.0.0.1:8710",
        known,
        site=site,
        today=lambda: date(2027, 1, 13),
        phones=lambda: "http://192.168.1.2:8710",
    )
    with running(create_app(settings)) as address:
        yield address


@pytest.fixture
def room(database: str, service: str) -> str:  # noqa: ARG001 - the service gives the room its code
    """The code on the wall."""
    store = Store(database)
    try:
        return store.read(room_code, SESSION)
    finally:
        store.close()


@pytest.fixture
def wall(visit: Visitor, service: str) -> Visit:
    """The trainer's page, as a projector shows it."""
    here = visit(1024, height=768, at=service)
    here.open("bureau/entrer")
    here.page.get_by_label("Nom").fill(WHO)
    here.page.get_by_label("Mot de passe").fill(PASSWORD)
    here.page.keyboard.press("Enter")
    here.page.wait_for_url("**/bureau/")
    here.open(f"bureau/sessions/{SESSION}/direct")
    return here


@pytest.fixture
def phones(visit: Visitor, service: str, room: str) -> list[Visit]:
    """Two phones, by the drawing on the wall."""
    found = [visit(360, at=service) for _ in range(2)]
    for phone in found:
        phone.open(f"sessions/{SESSION}.html#seance={room}")
        expect(phone.page).to_have_url(f"{service}/sessions/{SESSION}.html")
        phone.page.get_by_role("link", name="Faire le point", exact=True).first.click()
        phone.page.get_by_role("button", name="Je n’ai pas de code").click()
    return found


def others(service: str, room: str, question: str, *responses: str) -> None:
    """Have other people answer."""
    with httpx.Client(base_url=service) as client:
        for response in responses:
            asked = {"session": SESSION, "seance": room}
            said = client.post("/suivi/rejoindre", json=asked).json()
            moment = {"id": f"urn:x-emas:moment:{SESSION}:acquis"}
            home = f"urn:x-emas:session:{SESSION}"
            one = {
                "id": str(uuid4()),
                "actor": {"account": {"homePage": home, "name": said["code"]}},
                "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
                "object": {"id": f"urn:x-emas:question:{question}"},
                "result": {"response": response},
                "context": {"contextActivities": {"parent": [moment]}},
            }
            headers = VERSION | {"Authorization": f"Bearer {said['jeton']}"}
            done = client.post(
                "/xAPI/statements",
                content=json.dumps([one]),
                headers={**headers, "Content-Type": "application/json"},
            )
            assert done.status_code == 200, done.text


def name_of(frame: Locator) -> str:
    """Return the question and the version that a phone shows."""
    version = frame.locator("form").get_attribute("data-version")
    return f"{frame.get_attribute('id')}@{version}"


def told(page: Page) -> Locator:
    """Return what a phone says of the session."""
    return page.locator(".emas-mur [role=status]")


def fine(here: Visit, axe: str, *schemes: Scheme) -> None:
    """Check what can be of a page as it is, in light colours or those that are named."""
    for scheme in schemes or ("light",):
        here.page.emulate_media(color_scheme=scheme)
        assert violations(here.page, axe) == []
    assert here.overflow() == 0


def lead(page: Page) -> None:
    """Lead the questions of the end."""
    page.get_by_role("button", name="Faire le point", exact=True).click()


def test_a_phone_shows_the_question_of_the_wall_or_all_of_them(
    wall: Visit, phones: list[Visit], axe: str
) -> None:
    page, phone = wall.page, phones[0].page
    expect(page.get_by_text("2 personnes ont rejoint")).to_be_visible()
    fine(wall, axe)
    lead(page)
    expect(page.get_by_text("Bientôt")).to_be_visible()
    soon = "Question 1 sur 6\u00a0: elle va s’ouvrir. Regardez l’écran."
    expect(told(phone)).to_have_text(soon)
    expect(phone.locator(FOLLOWED)).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(told(phone)).to_contain_text("à vous")
    expect(phone.locator(FOLLOWED)).to_have_count(1)
    assert violations(phone, axe, place="article") == []
    phone.get_by_role("button", name="Répondre à mon rythme").click()
    expect(phone.locator(FOLLOWED)).to_have_count(6)
    phone.get_by_role("button", name="Suivre la séance").click()
    expect(phone.locator(FOLLOWED)).to_have_count(1)


def test_closing_a_question_costs_a_phone_one_request_at_most(
    wall: Visit, phones: list[Visit], service: str, room: str, axe: str
) -> None:
    page, (first, second) = wall.page, (one.page for one in phones)
    lead(page)
    page.keyboard.press("o")
    expect(told(first)).to_contain_text("à vous")
    expect(told(second)).to_contain_text("à vous")
    question = name_of(first.locator(FOLLOWED))
    answer(first.locator(FOLLOWED), right=True)
    others(service, room, question, "r0", "r1", "r0", "r1")
    expect(page.get_by_text("Réponses de 5 personnes.")).to_be_visible()
    # What is chosen as the question closes still leaves.
    answer(second.locator(FOLLOWED), right=False)
    for one in phones:
        one.requests.clear()
    page.keyboard.press("f")
    for phone in (first, second):
        expect(told(phone)).to_contain_text("fermée. Votre réponse est gardée.")
        expect(phone.locator(f"{FOLLOWED} fieldset")).to_have_attribute("disabled", "")
    expect(page.get_by_text("Réponses de 6 personnes.")).to_be_visible()
    asked_of = [[url for url in one.requests if not url.endswith("/etat")] for one in phones]
    assert asked_of == [[], [f"{service}/xAPI/statements"]]
    page.keyboard.press("r")
    expect(page.locator(".reponse--juste")).to_have_count(1)
    fine(wall, axe, "dark", "light")
    assert [one.console for one in (wall, *phones)] == [[], [], []]


def test_a_phone_that_lost_the_network_follows_again_by_itself(
    wall: Visit, phones: list[Visit]
) -> None:
    page, phone = wall.page, phones[0].page
    lead(page)
    page.keyboard.press("o")  # too soon: keys are done one after another
    expect(told(phone)).to_contain_text("Question 1 sur 6\u00a0: à vous")
    phone.context.set_offline(True)
    for key in ("f", " ", "o"):
        page.keyboard.press(key)
    expect(told(phones[1].page)).to_contain_text("Question 2 sur 6\u00a0: à vous")
    phone.context.set_offline(False)
    expect(told(phone)).to_contain_text("Question 2 sur 6\u00a0: à vous", timeout=2000)


def test_when_all_were_asked_everything_is_there_to_read_again(
    wall: Visit, phones: list[Visit], axe: str
) -> None:
    page, phone = wall.page, phones[0].page
    lead(page)
    for number in range(6):
        expect(page.get_by_text(f"question {number + 1} sur 6")).to_be_visible()
        for state in ("Bientôt", "Ouverte", "Fermée"):
            expect(page.locator(".etat")).to_have_text(state)
            page.keyboard.press("PageDown")
    expect(page.get_by_role("heading", name="C’est fini pour ces questions")).to_be_visible()
    fine(wall, axe)
    expect(told(phone)).to_contain_text("relisez, puis terminez")
    assert len(list(asked(phone))) == 6
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Animer au clavier")).to_be_visible()
    fine(wall, axe)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Rejoignez la séance")).to_be_visible()
    expect(told(phone)).to_be_hidden()
    wall.resize(320)
    assert wall.overflow() == 0
