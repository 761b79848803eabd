"""Notes, sources, glossary, credits and contacts, as a handout prints them."""

from collections.abc import Container, Iterable

from emas.document import ELSEWHERE, Blocks, Image, walk
from emas.model import Contact, Edition, Media, Module, Reading, Source, Term, day_in_words
from emas.writers.handouts.content import blocks
from emas.writers.handouts.context import Context, Data, media_name, printable
from emas.writers.handouts.inlines import breakable, shown_address

STATES = {
    Reading.PRIMARY: "",
    Reading.SECONDARY: "source secondaire",
    Reading.UNREAD: "à confirmer",
}


def references(contexts: Iterable[Context], edition: Edition) -> Data:
    """Return the notes, then what is printed at the end of every handout."""
    texts = [printable(step.blocks, edition.medium) for step in edition.module.steps]
    return {
        "notes": notes(contexts),
        "terms": [term(entry) for entry in edition.terms],
        "sources": sources(edition),
        "credits": credit_lines(texts, edition.module),
    }


def notes(contexts: Iterable[Context]) -> Data:
    """Return the text of each note, by its label."""
    return {
        context.label(label): blocks(note.blocks, context.of_note())
        for context in contexts
        for label, note in context.notes.items()
    }


def sources(edition: Edition, cited: Container[int | None] | None = None) -> list[Data]:
    """Return the sources of `edition`, or those that have the numbers `cited`."""
    return [
        source(one, number)
        for number, one in enumerate(edition.citations, 1)
        if cited is None or number in cited
    ]


def source(cited: Source, number: int) -> Data:
    """Return a source with its state: how we read it, and when."""
    more = (
        cited.year,
        f"cité par {cited.via}" if cited.via else "",
        f"consulté le {day_in_words(cited.consulted_on)}" if cited.consulted_on else "",
        f"à relire avant le {day_in_words(cited.review_before)}" if cited.review_before else "",
    )
    web = cited.link.startswith(ELSEWHERE)
    return {
        "number": number,
        "organisation": cited.organisation,
        "title": breakable(cited.title),
        "more": "".join(f", {part}" for part in more if part),
        "href": cited.link if web else "",
        "shown": breakable(shown_address(cited.link)),
        "state": STATES[cited.reading],
    }


def term(entry: Term) -> Data:
    """Return a word of the glossary."""
    return {
        "label": f"terme-{entry.id}",
        "term": breakable(entry.term),
        "expansion": entry.expansion,
        "definition": breakable(entry.definition),
    }


def contact(somebody: Contact) -> Data:
    """Return somebody to turn to."""
    return {
        "role": breakable(somebody.role),
        "name": breakable(somebody.name),
        "phone": somebody.phone,
        "email": somebody.email,
        "shown": breakable(somebody.email),
        "note": breakable(somebody.note),
    }


def credit_lines(texts: Iterable[Blocks], module: Module) -> list[str]:
    """Return whom to thank for each picture that `texts` print, in reading order."""
    said: dict[str, str] = {}
    for text in texts:
        for node in walk(text):
            if isinstance(node, Image) and (name := media_name(module, node.source)):
                said.setdefault(name, _credit(node, module.media[name]))
    return list(said.values())


def _credit(image: Image, media: Media) -> str:
    what = image.caption or image.alt or "Image décorative"
    terms = ", ".join(part for part in (media.credit, media.licence, media.source) if part)
    return breakable(f"{what}\u00a0: {terms}")
