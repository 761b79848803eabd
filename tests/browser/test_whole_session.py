"""A whole session, with two phones and two people on paper; twelve play it in `tests/long`."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.whole import play


@pytest.mark.timeout(300)
def test_a_session_is_lived_and_its_report_says_what_was_answered(
    browser: Browser, root: Path, tmp_path: Path
) -> None:
    play(browser, root, tmp_path / "projet", phones=2)
