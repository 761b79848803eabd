"""The site and its visitors, for long tests too."""

from tests.browser.conftest import address, axe, site, visit

__all__ = ["address", "axe", "site", "visit"]
