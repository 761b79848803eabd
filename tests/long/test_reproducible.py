"""The same sources give the same bytes, more than a minute later."""

import time
from pathlib import Path

import pytest
from tests.copies import build_elsewhere, files_under


@pytest.mark.long
def test_two_builds_a_minute_apart_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    first = build_elsewhere(root, tmp_path / "a" / "projet")
    time.sleep(61)
    second = build_elsewhere(
        root, tmp_path / "é b" / "projet", TZ="America/Noronha", LC_ALL="C.UTF-8",
        PYTHONHASHSEED="7", umask=0o002,
    )  # fmt: skip
    assert files_under(second.build) == files_under(first.build)
