"""The page where one composes a sheet of adaptations, and the texts that its script puts there."""

import json

from emas.document import Blocks, BulletList, plain_text
from emas.model import Catalogue, SharedAdaptation, Team
from emas.writers.site import hrefs
from emas.writers.site.elements import classed, element, link
from emas.writers.site.page import SitePage

DATA = "assets/emas/js/amenagements/textes.js"
"""The script of all adaptations: a page in a folder may not fetch anything else."""

TITLE = "Ma fiche"
LEAD = "Jusqu’à huit aménagements et vos mots, sur une page A4 à imprimer."


def sheet_page(team: Team) -> SitePage:
    """Return the page that `fiche.js` fills; nothing that is typed there is kept or sent."""
    filled = {"id": "emas_fiche", "data-amenagements": "fiche", "data-equipe": team.name}
    tree = element(
        "div",
        None,
        element("h1", None, TITLE),
        classed("p", "emas-chapo", LEAD),
        element(
            "p",
            None,
            "Ajoutez des aménagements depuis ",
            link("index.md", "la liste"),
            ", dites en quelques mots ce que vous ferez, puis imprimez.",
        ),
        classed(
            "p",
            "emas-sans-script",
            "Composer une fiche a besoin de JavaScript, que ce navigateur n’exécute pas ici. Chaque"
            " aménagement peut s’imprimer depuis la page de son domaine.",
        ),
        element("div", filled),
    )
    return SitePage(hrefs.SHEET, TITLE, LEAD, tree, searched=False)


def texts(catalogue: Catalogue) -> str:
    """Return the script that gives the browser the words of all adaptations."""
    found = {shared.id: _told(shared) for shared in catalogue.adaptations}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return f"window.emasAmenagements = {text};\n"


def _told(shared: SharedAdaptation) -> dict[str, object]:
    return {
        "titre": shared.title,
        "besoin": shared.need,
        "debut": plain_text(shared.intro),
        "comment": _items(shared.how),
        "eviter": _items(shared.avoid),
        "mesurer": plain_text(shared.measure),
    }


def _items(blocks: Blocks) -> list[str]:
    lists = (block for block in blocks if isinstance(block, BulletList))
    return [plain_text(item.blocks) for one in lists for item in one.items]
