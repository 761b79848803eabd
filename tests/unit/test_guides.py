"""The guides of the team, followed word for word; tests/long/test_guides.py builds too."""

from pathlib import Path

import pytest
from tests.following import FOLLOWED, Following, named


@pytest.mark.parametrize("guide", FOLLOWED, ids=lambda guide: guide.stem)
def test_a_guide_is_followed_word_for_word(guide: Path, tmp_path: Path) -> None:
    reader = Following(tmp_path, whole=False)
    place = reader.follow(guide).root
    written = {path for path in named(guide, place) if not path.startswith("build/")}
    assert written - reader.seen == set()
