"""The guides of the team, followed word for word; tests/long/test_guides.py builds too."""

import re
from pathlib import Path

import pytest
from tests.following import FOLLOWED, Following, named
from tests.guide import GUIDES


@pytest.mark.parametrize("guide", FOLLOWED, ids=lambda guide: guide.stem)
def test_a_guide_is_followed_word_for_word(guide: Path, tmp_path: Path) -> None:
    reader = Following(tmp_path, whole=False)
    place = reader.follow(guide).root
    written = {path for path in named(guide, place) if not path.startswith("build/")}
    assert written - reader.seen == set()


PICTURE = re.compile(r"^!\[(.+?)\]\(media/([\w.-]+) \"(.+)\"\)$", re.MULTILINE)


def test_pictures_are_light_described_and_all_shown() -> None:
    shown = [found for guide in FOLLOWED for found in PICTURE.findall(guide.read_text("utf-8"))]
    files = {path.name: path.stat().st_size for path in (GUIDES / "media").glob("*.png")}
    assert {name for _, name, _ in shown if name in files} == set(files)
    assert {name: size for name, size in files.items() if size > 80_000} == {}
    assert [text for text, _, _ in shown if len(text) >= 120] == []
