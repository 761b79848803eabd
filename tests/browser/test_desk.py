"""The coordinators' pages: read by everybody, at any width, in both schemes, without a mouse."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from random import Random

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import violations
from tests.tracking.desks import PASSWORD, SESSION, a_plan, at_the_desk, put, random_sheets

from emas.model.plan import Framework, Modality, Status
from emas.model.yearly import Listed
from emas.tracking.desk.cookie import NAME
from emas.tracking.store import Store

YEAR = "2026-2027"
LISTED = Listed(
    session=SESSION.id,
    title=SESSION.title,
    code="",
    year=YEAR,
    academy="Lille",
    framework=Framework.AESH,
    programme="",
    programme_code="",
    status=Status.CLOSED,
    modality=Modality.IN_PERSON,
    days=None,
    half_days=(180,),
    duration_min=180,
    audiences=("aesh",),
)
PAGES = ("", f"sessions/{SESSION.id}", f"bilan/{YEAR}", "rien")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service that heard a room of forty, percentages and remarks included."""
    path = tmp_path_factory.mktemp("suivi") / "suivi.db"
    with closing(Store(f"sqlite:///{path}")) as store:
        put(store, random_sheets(Random(1), 40))
        plan = replace(a_plan(SESSION), listed=(LISTED,))
        with at_the_desk(store, plan) as client:
            yield str(client.base_url)


def entered(page: Page, address: str) -> Page:
    """Come in with the keyboard alone."""
    page.goto(f"{address}/bureau")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.get_by_label("Nom du compte").focus()
    page.keyboard.type("zoé martin")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sessions")
    return page


@pytest.mark.parametrize(("scheme", "name"), [("light", "127.0.0.1"), ("dark", "localhost")])
def test_pages_are_accessible_at_any_width(
    browser: Browser, axe: str, desk: str, scheme: str, name: str
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    address = desk.replace("127.0.0.1", name)
    page.goto(f"{address}/bureau/entrer")
    assert violations(page, axe) == []
    entered(page, address)
    (cookie,) = context.cookies()
    assert (cookie["name"], cookie["secure"], cookie["httpOnly"]) == (NAME, True, True)
    for path in PAGES:
        page.goto(f"{address}/bureau/{path}")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert violations(page, axe) == []
    context.close()


def test_pages_ask_nobody_else_and_break_no_rule_of_theirs(browser: Browser, desk: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    entered(page, desk)
    for path in PAGES[:-1]:
        page.goto(f"{desk}/bureau/{path}")
    assert said == []
    assert [url for url in asked if not url.startswith(desk)] == []
    page.get_by_role("button", name="Sortir").click()
    page.goto(f"{desk}/bureau/sessions/{SESSION.id}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Entrer")
    page.close()
