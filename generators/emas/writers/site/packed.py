"""The pages of one module inside a package for a learning platform, rather than on a site."""

import posixpath
from collections.abc import Collection
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from emas.model import Catalogue, Page
from emas.writers.site.elements import fill, hidden
from emas.writers.site.home import HOME
from emas.writers.site.navigation import LAST, is_guide
from emas.writers.site.page import SitePage
from emas.writers.site.platform import DATA
from emas.writers.site.progress import PROGRESS

NEW_WINDOW = " (nouvelle fenêtre)"


def alone(catalogue: Catalogue) -> Catalogue:
    """Return `catalogue`, of one module, with the pages that a package holds.

    What a site says about itself, its home page, guides, sessions, adaptations and what is kept in
    a browser are left out: they would not be true there. The page `DATA` stands for them.
    """
    (module,) = catalogue.modules
    left_out = {HOME, PROGRESS, *LAST}
    kept = (page for page in catalogue.pages if page.uri not in left_out and not is_guide(page))
    data = Page(DATA, "Données et crédits", (), {}, module.span)
    beside: dict[str, Any] = dict.fromkeys(("plans", "paths", "adaptations"), ())
    return replace(catalogue, pages=(*kept, data), wording=None, **beside)


def closed(pages: tuple[SitePage, ...]) -> tuple[SitePage, ...]:
    """Return `pages`, whose links lead only to one another, or open a window.

    A page of another module is not in the package: its title stays, and leads nowhere. Another
    site may refuse to be shown inside the frame of a platform. Changes the trees.
    """
    known = {page.uri for page in pages}
    for page in pages:
        for item in list(page.tree.iter("a")):
            _close(item, page.uri, known)
    return pages


def _close(item: Element, page: str, known: Collection[str]) -> None:
    parts = urlsplit(item.get("href", ""))
    if parts.scheme in ("http", "https"):
        item.set("target", "_blank")
        item.set("rel", "noopener")
        fill(item, [hidden(NEW_WINDOW)])
    elif parts.path.endswith(".md"):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
        if target not in known:
            item.tag = "span"  # MkDocs stops at a link without address
            del item.attrib["href"]
