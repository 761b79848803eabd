"""What the home page gives after its first lines: modules by family, then by audience."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from emas.model import Catalogue, Edition, Vocabulary
from emas.writers.site import hrefs
from emas.writers.site.elements import classed, element, link
from emas.writers.site.module_pages import in_full
from emas.writers.site.paths import at_home
from emas.writers.site.profile import profile
from emas.writers.site.progress import resume, steps_of

HOME = "index.md"


def modules_list(editions: Iterable[Edition], catalogue: Catalogue) -> Iterator[Element]:
    """Yield each family with its modules, the paths, then each audience; nothing without module."""
    known, vocabulary = tuple(editions), catalogue.vocabulary
    families = by_family(known, vocabulary)
    if not families:
        return
    yield resume()
    yield element("h2", {"id": "les_modules"}, "Les modules")
    yield profile(vocabulary)
    yield classed("div", "emas-familles", *_families(families, vocabulary))
    yield from at_home(catalogue, HOME)
    yield element("h2", {"id": "par_fonction"}, "Les modules par fonction")
    yield classed("div", "emas-publics", *_by_audience(known, vocabulary))


def _families(
    families: Mapping[str, tuple[Edition, ...]], vocabulary: Vocabulary
) -> Iterator[Element]:
    for family, members in families.items():
        name = vocabulary.families.get(family, family)
        heading = element("h3", {"id": anchor(family)}, name)
        yield element("div", None, heading, classed("ul", "emas-modules", *map(_card, members)))


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
