"""The certificates of attendance: what was planned; a person says, by hand, who was there."""

from emas.writers.handouts.context import Data
from emas.writers.handouts.inlines import breakable
from emas.writers.sessions.pack import Pack, meets
from emas.writers.sessions.words import heading, lasting, meetings, planned_minutes

KIND = "Attestation de présence"


def certificates(pack: Pack) -> int:
    """Return how many are printed: without a list, one alone for a session that meets nowhere."""
    return len(pack.people) or (pack.copies if meets(pack.item) else 1)


def attestation(pack: Pack) -> Data:
    """Return what `attestation.typ` prints: a page for each person, or some without a name.

    No result is ever there. The hours are those of the half-days, not those that are announced.
    """
    objectives = [one for part in pack.parts for one in part.booklet.module.objectives]
    return {
        **heading(pack, KIND),
        "people": [
            {"called": breakable(one.called), "from": breakable(one.structure)}
            for one in pack.people
        ],
        "blank": 0 if pack.people else certificates(pack),
        "meetings": meetings(pack.item),
        "total": lasting(planned_minutes(pack.item.session.half_days)),
        "objectives": [breakable(one.statement) for one in objectives],
    }
