"""A whole session with twelve phones, and two people on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.whole import play

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


def test_twelve_people_live_a_session_and_its_report_says_what_they_answered(
    browser: Browser, root: Path, tmp_path: Path
) -> None:
    play(browser, root, tmp_path / "projet", phones=12)
