"""Each page of the service at 320 pixels, in both schemes: axe finds nothing, none overflows."""

from collections.abc import Iterator
from contextlib import closing
from random import Random

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import Scheme, violations
from tests.tracking.desks import PASSWORD, coordinator, put, random_sheets
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, longer_session
from tests.tracking.test_rooms import IN_TIME

from emas.tracking.app import create_app
from emas.tracking.catalogue import read_plan
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.desk import keep

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]

OF_SESSION = f"sessions/{NAME}"
PAGES = (
    *("", "bilan", "bilan/2026-2027", "journal", "absente"),
    *(OF_SESSION, f"{OF_SESSION}/textes", f"{OF_SESSION}/direct"),
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service that heard a room of thirty-five."""
    folder = tmp_path_factory.mktemp("suivi")
    known = longer_session(folder)
    url = f"sqlite:///{folder / 'suivi.db'}"
    session = read_plan(known).sessions[NAME]
    with closing(Store(url)) as store:
        store.write(keep, coordinator()).result()
        put(store, random_sheets(Random(1), 35, session), session)
    settings = Settings(url, "http://127.0.0.1:8710", known, today=lambda: IN_TIME)
    with running(create_app(settings)) as address:
        yield f"{address}/bureau"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_page_is_for_everybody(
    browser: Browser, axe: str, service: str, scheme: Scheme
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page = context.new_page()
    found: dict[str, list[tuple[str, str]]] = {}

    def look(name: str) -> None:
        found[name] = violations(page, axe)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name

    page.goto(f"{service}/entrer")
    look("entrer")
    page.get_by_label("Nom du compte").fill("Zoé Martin")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{service}/")
    for name in PAGES:
        page.goto(f"{service}/{name}")
        look(name)
    page.set_extra_http_headers({"X-Forwarded-For": "192.0.2.1"})  # as from another computer
    assert page.goto(f"{service}/").status == 403  # type: ignore[union-attr]
    look("refused")
    context.close()
    assert [one for some in found.values() for one in some] == []
