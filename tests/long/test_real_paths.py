"""Each of our learning paths, followed by a learner offline, from a folder."""

from pathlib import Path

import pytest
from tests.browser.conftest import Visitor
from tests.browser.sites import published
from tests.browser.test_paths import follow
from tests.copies import copy_project

pytestmark = pytest.mark.long

PATHS = sorted((Path(__file__).parents[2] / "content" / "parcours").glob("*.yml"))


@pytest.fixture(scope="module")
def whole(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of all modules."""
    place = tmp_path_factory.mktemp("parcours") / "projet"
    return published(copy_project(root, place, whole=True).root)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_real_path_is_followed_to_its_sheet(visit: Visitor, whole: Path, path: Path) -> None:
    here = visit(at=whole.as_uri())
    here.page.context.set_offline(True)
    follow(here, path.stem)
