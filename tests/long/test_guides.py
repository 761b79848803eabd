"""The guides of the team, followed word for word, with what they build."""

from pathlib import Path

import pytest
from tests.following import FOLLOWED, Following, named

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]


@pytest.mark.parametrize("guide", FOLLOWED, ids=lambda guide: guide.stem)
def test_all_that_a_guide_names_is_there(guide: Path, tmp_path: Path) -> None:
    reader = Following(tmp_path, whole=True)
    place = reader.follow(guide).root
    assert named(guide, place) - reader.seen == set()
