"""The list of modules that the home page gives after its first lines, by family."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from emas.model import Edition, Vocabulary
from emas.writers.site import hrefs
from emas.writers.site.elements import classed, element, link
from emas.writers.site.module_pages import in_full

HOME = "index.md"


def modules_list(editions: Iterable[Edition], vocabulary: Vocabulary) -> Iterator[Element]:
    """Yield a heading, then each family with its modules; nothing if there is no module."""
    families = by_family(editions, vocabulary)
    if families:
        yield element("h2", {"id": "les_modules"}, "Les modules")
    for family, members in families.items():
        name = vocabulary.families.get(family, family)
        yield element("h3", {"id": f"famille_{family}"}, name)
        yield classed("ul", "emas-modules", *map(_card, members))


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


def _card(edition: Edition) -> Element:
    module = edition.module
    title = link(hrefs.module_uri(module.id), module.title)
    time = in_full(module.durations)
    return element(
        "li",
        None,
        classed("p", "emas-modules__titre", title),
        element("p", None, module.summary),
        *([classed("p", "emas-discret", time)] if time else []),
    )
