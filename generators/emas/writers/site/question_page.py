"""The page « Posez votre question »: `question.js` shows passages there, and writes no sentence.

Whom to call is in the page itself: without script, and whatever is asked.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from emas.model import Catalogue, Contact, Helpline, Reading, Source, Wording
from emas.transforms.citations import STATES
from emas.writers.site import hrefs
from emas.writers.site.elements import NBSP, Child, classed, element, label, link
from emas.writers.site.page import SitePage
from emas.writers.site.references import reference, status
from emas.writers.site.team import ways, who

TITLE = "Posez votre question"
LEAD = (
    "Écrivez comme vous parlez. Vous lirez des passages de nos modules, mot pour mot, avec leurs "
    "sources. Ce n’est pas une réponse écrite pour vous ni pour cet élève."
)
PRIVATE = "Votre question ne sort pas de cette page et n’est pas gardée. Ne nommez aucun élève."
TELL = (
    "Un enfant est peut-être en danger, ou vous l’êtes\u00a0? Appelez, et dites-le tout de suite à "
    "la direction. N’attendez pas d’être sûr."
)
DANGER_STEP = ("cadre", "en-cas-de-danger")
REQUEST = "solliciter-emas.md"


def question_page(catalogue: Catalogue, wording: Wording) -> SitePage:
    """Return the page of the box, for a site that has the words of `content/question.yml`."""
    tree = element(
        "div",
        None,
        element("h1", None, TITLE),
        element("p", {"id": "emas_chapo"}, LEAD),
        _form(),
        _without_script(),
        element("p", {"id": "emas_reponse_etat", "role": "status"}),
        element("div", {"id": "emas_passages"}),
        *_people(catalogue),
        _danger(catalogue, wording),
    )
    return SitePage(hrefs.QUESTION, TITLE, LEAD, tree, searched=False)


def invitation() -> Element:
    """Return what leads there from the home page."""
    way = link(hrefs.QUESTION, TITLE)
    way.set("class", "emas-bouton")
    return element("p", None, way)


def _form() -> Element:
    """Return the field, without a name: not even a form sent by mistake has what was typed."""
    field = {
        "id": "emas_demande",
        "rows": "2",
        "maxlength": "300",
        "autocomplete": "off",
        "enterkeyhint": "search",
        "aria-describedby": "emas_demande_aide",
    }
    return element(
        "form",
        {"class": "emas-demande", "id": "emas_posez", "autocomplete": "off"},
        element("label", {"for": "emas_demande"}, f"Que se passe-t-il{NBSP}?"),
        element("p", {"id": "emas_demande_aide", "class": "emas-discret"}, PRIVATE),
        element("textarea", field),
        classed("button", "emas-bouton", "Chercher dans nos modules"),
    )


def _without_script() -> Element:
    return classed(
        "p",
        "emas-sans-script",
        "Cette page a besoin de JavaScript, que ce navigateur n’exécute pas ici. Passez par la ",
        link(f"{hrefs.SEARCH}#plan_du_site", "liste de toutes les pages"),
        ", ou appelez l’une des personnes ci-dessous.",
    )


def _people(catalogue: Catalogue) -> Iterator[Element]:
    contacts = [element("li", None, *_contact(item)) for item in catalogue.team.contacts]
    others: list[Child] = [link(hrefs.SEARCH, "Chercher un mot dans toutes les pages"), "."]
    if any(page.uri == REQUEST for page in catalogue.pages):
        others = [link(REQUEST, "Faire appel à l’équipe mobile"), ". ", *others]
    yield element("h2", {"id": "qui_appeler"}, "Qui appeler")
    if contacts:
        yield element("ul", None, *contacts)
    yield element("p", None, *others)


def _contact(contact: Contact) -> Iterator[Child]:
    yield from who(contact)
    for rank, way in enumerate(ways(contact)):
        yield ", " if rank else f"{NBSP}: "
        yield way
    yield f". {contact.note}" if contact.note else "."


def _danger(catalogue: Catalogue, wording: Wording) -> Element:
    """Return the numbers, which the script puts first when a question tells of a danger."""
    numbers = (
        element("li", None, *_number(item, catalogue.sources.get(item.source)))
        for item in wording.helplines
    )
    names = dict.fromkeys(item.source for item in wording.helplines)
    sources = [catalogue.sources[name] for name in names if name in catalogue.sources]
    return element(
        "section",
        {"id": "emas_danger", "class": "emas-boite emas-boite--attention"}
        | {"aria-labelledby": "en_danger"},
        element("h2", {"id": "en_danger", "tabindex": "-1"}, "En cas de danger"),
        element("p", None, element("strong", None, TELL)),
        classed("ul", "emas-numeros", *numbers),
        *_step(catalogue),
        *_sources(sources),
    )


def _number(item: Helpline, source: Source | None) -> Iterator[Child]:
    scheme = "sms" if item.by_text else "tel"
    yield link(f"{scheme}:{item.number}", item.number)
    state: list[Child] = []
    if source and source.reading is not Reading.PRIMARY:
        word = STATES[source.reading]
        state = [" (", status(word, word), ")"]
    yield element("span", None, item.purpose, *state)


def _step(catalogue: Catalogue) -> Iterator[Element]:
    found = (
        (hrefs.step_uri(module.id, step.id), step.title)
        for module in catalogue.modules
        for step in module.steps
        if (module.id, step.id) == DANGER_STEP
    )
    for uri, title in found:
        yield element("p", None, label("À lire"), link(uri, title), ".")


def _sources(sources: list[Source]) -> Iterator[Element]:
    if sources:
        items = (element("li", None, *reference(source)) for source in sources)
        summary = element("summary", None, "Sources de ces numéros")
        yield classed("details", "emas-plus", summary, element("ul", None, *items))
