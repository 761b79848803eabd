"""The page of the results of a session: read alone, by everybody, at any width."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests import plans
from tests.browser.conftest import violations

from emas import pipeline, theme
from emas.model import planned
from emas.model.attendance import Attendance
from emas.model.results import results
from emas.model.sheet import Sheet, versioned
from emas.project import Project
from emas.transforms.moments import asked_parts
from emas.writers.reports.about import about
from emas.writers.reports.page import page
from emas.writers.reports.report import report


@pytest.fixture(scope="module")
def results_page(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of a room of forty, percentages included."""
    catalogue = plans.catalogue()
    item = next(one for one in planned(catalogue.plans) if one.session.id == "aut-aesh-2027-01")
    parts = pipeline.session_parts(catalogue, item)
    name = versioned(parts[0].questions[0])
    sheets = [Sheet("acquis", f"A{rank}", 1, {name: [rank % 2]}) for rank in range(40)]
    found = results(asked_parts(parts), sheets)
    said = report(about(item), found, Attendance((40,), 40), catalogue.vocabulary.audiences)
    path = tmp_path_factory.mktemp("resultats") / "resultats.html"
    path.write_bytes(page(said, theme.read(Project(root).theme)))
    return path


@pytest.mark.parametrize("width", [320, 1280])
def test_results_are_accessible_and_fetch_nothing(
    browser: Browser, axe: str, results_page: Path, width: int
) -> None:
    here = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    here.on("request", lambda request: asked.append(request.url))
    here.goto(results_page.as_uri())
    assert asked == [results_page.as_uri()]
    assert violations(here, axe) == []
    assert here.evaluate("document.documentElement.scrollWidth") <= width
    here.close()
