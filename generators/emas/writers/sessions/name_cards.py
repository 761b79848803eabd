"""The cards that stand on the tables: one a person, and blank ones."""

from emas.writers.handouts.context import Data
from emas.writers.sessions.pack import Pack
from emas.writers.sessions.words import heading

KIND = "Chevalets"


def name_cards(pack: Pack) -> Data:
    """Return what `chevalets.typ` prints: as many cards as packets."""
    named: list[Data] = [
        {"first": one.first_name, "name": one.name, "from": one.structure} for one in pack.people
    ]
    blank = max(0, pack.copies - len(named))
    return {**heading(pack, KIND), "cards": named, "blank": blank}
