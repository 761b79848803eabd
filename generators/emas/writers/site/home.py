"""What the home page gives after its first lines: modules by family, then by audience."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from emas.model import Edition, Vocabulary
from emas.writers.site import hrefs
from emas.writers.site.elements import classed, element, link
from emas.writers.site.module_pages import in_full
from emas.writers.site.progress import resume, steps_of

HOME = "index.md"


def modules_list(editions: Iterable[Edition], vocabulary: Vocabulary) -> Iterator[Element]:
    """Yield each family with its modules, then each audience; nothing if there is no module."""
    known = tuple(editions)
    families = by_family(known, vocabulary)
    if not families:
        return
    yield resume()
    yield element("h2", {"id": "les_modules"}, "Les modules")
    yield profile(vocabulary)
    yield classed("div", "emas-familles", *_families(families, vocabulary))
    yield element("h2", {"id": "par_fonction"}, "Les modules par fonction")
    yield classed("div", "emas-publics", *_by_audience(known, vocabulary))


def _families(
    families: Mapping[str, tuple[Edition, ...]], vocabulary: Vocabulary
) -> Iterator[Element]:
    for family, members in families.items():
        name = vocabulary.families.get(family, family)
        heading = element("h3", {"id": anchor(family)}, name)
        yield element("div", None, heading, classed("ul", "emas-modules", *map(_card, members)))


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
    options = {"": every, **values}.items()
    attributes = {"id": identifier, "name": name, "data-profil": name, "autocomplete": "off"}
    return classed(
        "p",
        "emas-champ",
        element("label", {"for": identifier}, word),
        element(
            "select",
            attributes,
            *(element("option", {"value": value}, text) for value, text in options),
        ),
    )


def anchor(family: str) -> str:
    """Return the anchor under which the home page lists the modules of a family."""
    return f"famille_{family}"


def by_family(
    editions: Iterable[Edition], vocabulary: Vocabulary
) -> dict[str, tuple[Edition, ...]]:
    """Return the modules of each family that has some, in the order of the vocabulary."""
    known = tuple(editions)
    order = dict.fromkeys([*vocabulary.families, *(item.module.family for item in known)])
    families = {
        family: tuple(item for item in known if item.module.family == family) for family in order
    }
    return {family: members for family, members in families.items() if members}


def _by_audience(editions: tuple[Edition, ...], vocabulary: Vocabulary) -> Iterator[Element]:
    for audience, name in vocabulary.audiences.items():
        modules = [item.module for item in editions if audience in item.module.audiences]
        links = (element("li", None, link(hrefs.module_uri(it.id), it.title)) for it in modules)
        if modules:
            summary = element("summary", None, name)
            yield classed("details", "emas-plus", summary, element("ul", None, *links))


def _card(edition: Edition) -> Element:
    module = edition.module
    title = link(hrefs.module_uri(module.id), module.title)
    time = in_full(module.durations)
    return element(
        "li",
        {
            **steps_of(module),
            "data-public": " ".join(module.audiences),
            "data-niveau": " ".join(module.levels),
        },
        classed("p", "emas-modules__titre", title),
        element("p", None, module.summary),
        *([classed("p", "emas-discret", time)] if time else []),
    )
