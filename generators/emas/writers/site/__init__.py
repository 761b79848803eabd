"""The site's pages as element trees, before any site engine; pure functions of the catalogue."""

from emas.writers.site.agenda import agendas
from emas.writers.site.assets import assets, font_files
from emas.writers.site.downloads import Download
from emas.writers.site.downloads import uri as download_uri
from emas.writers.site.every_page import every_page
from emas.writers.site.navigation import Entry, elsewhere, navigation
from emas.writers.site.packed import alone
from emas.writers.site.page import SitePage
from emas.writers.site.paper import paper_uri
from emas.writers.site.passages import INDEX as PASSAGES
from emas.writers.site.passages import index as passages
from emas.writers.site.paths import ways
from emas.writers.site.platform import credit, credited
from emas.writers.site.search import INDEX as SEARCH_INDEX
from emas.writers.site.search import index as search_index
from emas.writers.site.site import WHOLE, Downloads, module_pages, pages

__all__ = [
    "PASSAGES",
    "SEARCH_INDEX",
    "WHOLE",
    "Download",
    "Downloads",
    "Entry",
    "SitePage",
    "agendas",
    "alone",
    "assets",
    "credit",
    "credited",
    "download_uri",
    "elsewhere",
    "every_page",
    "font_files",
    "module_pages",
    "navigation",
    "pages",
    "paper_uri",
    "passages",
    "search_index",
    "ways",
]
