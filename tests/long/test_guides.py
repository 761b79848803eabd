"""The guides of the team, followed word for word, with what they build."""

from pathlib import Path

import pytest
from tests.following import FOLLOWED, Following, named

pytestmark = pytest.mark.long


@pytest.mark.parametrize("guide", FOLLOWED, ids=lambda guide: guide.stem)
def test_all_that_a_guide_builds_is_there(guide: Path, tmp_path: Path) -> None:
    place = Following(tmp_path, whole=True).follow(guide).root
    assert {path for path in named(guide, place) if not (place / path).exists()} == set()
