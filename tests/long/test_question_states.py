"""What axe says of questions in each of their states, colours and reading options."""

from pathlib import Path

import pytest
from tests.browser.conftest import Scheme, Visitor, violations
from tests.browser.sites import built
from tests.browser.test_assessments import MODULE, SEE, answer_all
from tests.browser.test_kinds import ALL, STEP, asked, check

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def kinds(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with a question of each kind."""
    return built(root, tmp_path_factory.mktemp("genres") / "projet", {})


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("option", ["", "calme", "contraste"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_every_kind(
    visit: Visitor, axe: str, kinds: Path, scheme: Scheme, option: str, width: int
) -> None:
    here = visit(width=width, scheme=scheme, at=kinds.as_uri())
    value = {"": "{}", "calme": "{calme: 'oui'}", "contraste": "{contraste: 'renforce'}"}[option]
    here.page.add_init_script(f"localStorage.setItem('emas:confort', JSON.stringify({value}))")
    found = {}

    def look(state: str) -> None:
        found[state] = (violations(here.page, axe, place="article"), here.overflow())

    here.open(STEP)
    look("empty")
    for told in ALL:
        told.act(asked(here.page, told.question))
    look("answered")
    for told in ALL:
        check(asked(here.page, told.question))
    look("corrected")
    here.open(f"{MODULE}/acquis.html")
    look("assessment")
    answer_all(here.page)
    look("assessment answered")
    here.page.get_by_role("button", name=SEE).click()
    look("assessment finished")
    assert found == dict.fromkeys(found, ([], 0))
    assert (here.console, here.elsewhere) == ([], [])
