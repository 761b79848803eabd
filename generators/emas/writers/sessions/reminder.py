"""The practical reminder: what a participant needs to come, on one page."""

from emas.model import day_in_words
from emas.writers.handouts.codes import code_name, qr_code
from emas.writers.handouts.context import Data
from emas.writers.handouts.cover import online
from emas.writers.handouts.inlines import breakable
from emas.writers.sessions.pack import Pack, is_alone, meets
from emas.writers.sessions.words import heading, meetings, whom_to_call

KIND = "Rappel pratique"


def reminder(pack: Pack) -> Data:
    """Return what `rappel.typ` prints: a page for each person, or one for all."""
    session = pack.item.session
    objectives = [one for part in pack.parts for one in part.booklet.module.objectives]
    return {
        **heading(pack, KIND),
        "people": [{"called": breakable(one.called)} for one in pack.people],
        "meetings": meetings(pack.item),
        "access": breakable(session.access),
        "bring": to_bring(pack),
        "objectives": [breakable(one.statement) for one in objectives],
        "contacts": whom_to_call(pack.team),
        "online": online(session_address(pack)),
        "until": day_in_words(session.opening[1]) if session.opening else "",
        "alone": is_alone(pack.item),
        "room": meets(pack.item),
    }


def to_bring(pack: Pack) -> list[str]:
    """Return what a participant does well to have."""
    if is_alone(pack.item):
        return []
    thought = (
        "en tête, une situation de votre travail, sans le nom de l’enfant ni rien qui le"
        " fasse reconnaître"
    )
    return ["de quoi écrire", "vos lunettes, si vous en portez pour lire", thought]


def session_address(pack: Pack) -> str:
    """Return the address of the page of the session, or nothing without a site."""
    site = pack.team.site
    return f"{site.rstrip('/')}/sessions/{pack.item.session.id}.html" if site else ""


def reminder_files(pack: Pack) -> dict[str, bytes]:
    """Return the pictures that the reminder shows."""
    address = session_address(pack)
    return {code_name(address): qr_code(address)} if address else {}
