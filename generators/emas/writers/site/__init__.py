"""The site's pages as element trees, before any site engine; pure functions of the catalogue."""

from emas.writers.site.assets import assets, font_files
from emas.writers.site.downloads import Download
from emas.writers.site.downloads import uri as download_uri
from emas.writers.site.navigation import Entry, navigation
from emas.writers.site.page import SitePage
from emas.writers.site.site import Downloads, pages

__all__ = [
    "Download",
    "Downloads",
    "Entry",
    "SitePage",
    "assets",
    "download_uri",
    "font_files",
    "navigation",
    "pages",
]
