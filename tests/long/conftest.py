"""The site and its visitors, for long tests too."""

from tests.browser.conftest import address, axe, browser, site, visit

__all__ = ["address", "axe", "browser", "site", "visit"]
