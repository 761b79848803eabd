"""What the templates show around every page: the reader's possible profiles, the foot."""

from emas.model import Catalogue
from emas.writers.site.home import HOME
from emas.writers.site.hrefs import GUIDES, SEARCH, address, module_uri
from emas.writers.site.platform import DATA
from emas.writers.site.progress import PROGRESS
from emas.writers.site.search_page import MAP
from emas.writers.site.team import LEGAL

FOOT = (LEGAL, "vie-privee.md", "accessibilite.md", DATA, f"{GUIDES}index.md")
"""The pages that the foot leads to, when the project has them."""


def every_page(catalogue: Catalogue, *, packed: bool = False) -> dict[str, object]:
    """Return what the templates need, under French names since they are French.

    Texts are raw: templates escape them. `pied` gives the title of each page by its address;
    `accueil` is where the name of the site leads; `plateforme` tells the pages of a package.
    """
    titles = {page.uri: page.title for page in catalogue.pages}
    home = module_uri(catalogue.modules[0].id) if packed else HOME
    return {
        "accueil": address(home),
        "plateforme": packed,
        "publics": dict(catalogue.vocabulary.audiences),
        "niveaux": dict(catalogue.vocabulary.levels),
        "pied": {
            f"{address(SEARCH)}#{MAP}": "Plan du site",
            **{address(uri): titles[uri] for uri in FOOT if uri in titles},
        },
        "progression": address(PROGRESS) if PROGRESS in titles else "",
        "signalement": catalogue.team.report_email,
    }
