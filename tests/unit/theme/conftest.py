"""Themes for tests: the built-in one, and copies of it with one thing changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from emas.theme import Theme, locate, read

Changed = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def built_in() -> Theme:
    return read(locate())


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Return the folder of a copy of the built-in theme where `old` is replaced once by `new`."""

    def copy(old: str, new: str) -> Path:
        text = (locate() / "tokens.yml").read_text("utf-8")
        assert old in text
        (tmp_path / "tokens.yml").write_text(text.replace(old, new, 1), "utf-8")
        (tmp_path / "polices").symlink_to(locate() / "polices")
        return tmp_path

    return copy
