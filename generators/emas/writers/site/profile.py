"""« Je suis… »: the choice that folds what is written for others."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from emas.model import Vocabulary
from emas.writers.site.drop_down import drop_down
from emas.writers.site.elements import element


def profile(vocabulary: Vocabulary, *, levels: bool = True) -> Element:
    """Return the same choice as in the reader's settings, which `profil.js` gives its effect.

    Without `levels`, the function alone: what is listed has no level.

    It is in the page and not made by the script, so that nothing moves when the script is there.
    """
    heading = element("p", {"id": "emas_je_suis"}, element("strong", None, "Je suis…"))
    group = {"class": "emas-profil", "role": "group", "aria-labelledby": "emas_je_suis"}
    return element(
        "div",
        group,
        heading,
        _choice("public", "Fonction", "Toutes les fonctions", vocabulary.audiences),
        *([_choice("niveau", "Niveau", "Tous les niveaux", vocabulary.levels)] * levels),
        element("p", {"class": "emas-aide", "role": "status", "data-replies": ""}),
    )


def _choice(name: str, word: str, every: str, values: Mapping[str, str]) -> Element:
    identifier = f"emas_{name}_accueil"
    attributes = {"id": identifier, "name": name, "data-profil": name}
    return drop_down(attributes, word, every, values)
