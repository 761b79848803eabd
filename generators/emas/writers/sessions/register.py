"""The sign-in sheets: one for each half-day in a room, for participants and those who lead it."""

from emas.writers.handouts.context import Data
from emas.writers.handouts.inlines import breakable
from emas.writers.sessions.pack import Pack, in_room
from emas.writers.sessions.words import half_day, heading

KIND = "Feuille d’émargement"
LEADERS = 2
"""Rows for those who lead the session, whose names are written by hand."""

SPARE = 2
"""Rows left for somebody who comes without being on the list."""


def register(pack: Pack) -> Data:
    """Return what `emargement.typ` prints.

    Rows have no number: it could be taken for that of a packet, which no name goes with.
    """
    people = [
        {"name": breakable(one.name), "first": one.first_name, "from": breakable(one.structure)}
        for one in pack.people
    ]
    blank = max(pack.copies - len(people), SPARE if people else 0)
    halves = [half for half in pack.item.session.half_days if in_room(half)]
    return {
        **heading(pack, KIND, numbered=True),
        "half_days": [half_day(half) for half in halves],
        "people": people,
        "expected": len(people),
        "structures": any(one.structure for one in pack.people) or not people,
        "blank": blank,
        "leaders": LEADERS,
    }
