"""Sources, glossary and contacts, as the end of a handout prints them."""

from emas.model import Contact, Reading, Source, Term, day_in_words
from emas.writers.handouts.context import Data
from emas.writers.handouts.inlines import SCHEMES, breakable, shown_address

STATES = {
    Reading.PRIMARY: "",
    Reading.SECONDARY: "source secondaire",
    Reading.UNREAD: "à confirmer",
}


def source(cited: Source, number: int) -> Data:
    """Return a source with its state: how we read it, and when."""
    more = (
        cited.year,
        f"cité par {cited.via}" if cited.via else "",
        f"consulté le {day_in_words(cited.consulted_on)}" if cited.consulted_on else "",
        f"à relire avant le {day_in_words(cited.review_before)}" if cited.review_before else "",
    )
    web = cited.link.startswith(SCHEMES)
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
        "term": entry.term,
        "expansion": entry.expansion,
        "definition": entry.definition,
    }


def contact(somebody: Contact) -> Data:
    """Return somebody to turn to."""
    return {
        "role": somebody.role,
        "name": somebody.name,
        "phone": somebody.phone,
        "email": somebody.email,
        "note": somebody.note,
    }
