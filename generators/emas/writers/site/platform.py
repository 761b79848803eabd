"""What the pages of a package for a learning platform say of what is transmitted, and by whom."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from emas.model import Edition, Media, Module
from emas.writers.site.elements import NBSP, element, fill, label, link
from emas.writers.site.hrefs import relative
from emas.writers.site.team import publisher

DATA = "donnees-et-credits.md"
"""The page that says what is transmitted, and whose work this is."""

TRANSMITTED = (
    "Les étapes que vous marquez comme lues, et la dernière ouverte",
    "Vos réponses aux questions qui ont une bonne réponse et aux échelles, et l’heure où vous les "
    "vérifiez",
    "Vos choix dans les situations",
    f"Votre résultat à «{NBSP}Faire le point{NBSP}», et si le module est terminé",
    "Le temps passé",
)
KEPT = (
    "Vos textes libres et vos prises de position, qui s’effacent quand vous fermez la fenêtre",
    "Vos réglages de lecture et votre fonction, de même",
)
NOTICE = (
    "Vos étapes lues, vos réponses et votre résultat sont transmis à la plateforme qui vous "
    "propose ce module."
)
PRIVATE = "Vos textes libres et vos prises de position restent dans cette fenêtre."


def notice(uri: str) -> Element:
    """Return what a module says first, on the page of that uri: that the platform is told."""
    told = element("p", None, f"{NOTICE} ", link(relative(DATA, uri), "En détail"))
    fill(told, ["."])
    return told


def data(edition: Edition) -> Iterator[Element]:
    """Yield what is transmitted, what is not, then the licence and the credits of a module."""
    module = edition.module
    yield element("h2", {"id": "ce_qui_est_transmis"}, "Ce qui est transmis")
    yield element("p", None, f"À la plateforme qui vous propose ce module, et à elle seule{NBSP}:")
    yield _list(TRANSMITTED)
    yield element(
        "p",
        None,
        "Elle les garde sous votre compte, selon ses règles. Votre résultat n’est jamais un "
        f"échec{NBSP}: on peut recommencer.",
    )
    yield element("h2", {"id": "ce_qui_reste_ici"}, "Ce qui n’est pas transmis")
    yield _list(KEPT)
    yield element(
        "p",
        None,
        "Le module ne lit pas votre nom et ne demande rien à un autre site. Ne donnez jamais le "
        "nom d’un élève.",
    )
    yield element("h2", {"id": "credits"}, "Licence et crédits")
    yield from publisher(edition.team)
    yield element("p", None, f"Textes{NBSP}: licence {module.licence}.")
    found = [element("li", None, f"{credit(media)}.") for media in credited(module)]
    if found:
        yield element("ul", None, *found)
    yield element(
        "p",
        None,
        "Polices Atkinson Hyperlegible Next, Lexend et OpenDyslexic, licence SIL Open Font 1.1. "
        "Pages faites avec MkDocs et Material for MkDocs, licence MIT.",
    )


def credited(module: Module) -> tuple[Media, ...]:
    """Return the media whose credit is known, by name."""
    return tuple(media for _, media in sorted(module.media.items()) if media.credit)


def credit(media: Media) -> str:
    """Return « carte.svg : dessin de l’équipe, licence CC BY-SA 4.0 »."""
    licence = f", licence {media.licence}" if media.licence else ""
    return f"{label(media.name)}{media.credit}{licence}"


def _list(items: Iterable[str]) -> Element:
    return element("ul", None, *(element("li", None, f"{item}.") for item in items))
