"""The certificates of attendance: what was planned; a person says, by hand, who was there."""

from emas.writers.handouts.context import Data
from emas.writers.handouts.inlines import breakable
from emas.writers.sessions.pack import Pack
from emas.writers.sessions.words import heading, lasting, meetings, planned_minutes

KIND = "Attestation de présence"


def attestation(pack: Pack) -> Data:
    """Return what `attestation.typ` prints: a page for each person, or as many without a name.

    No result is ever there. The hours are those of the half-days, not those that are announced.
    """
    objectives = [one for part in pack.parts for one in part.booklet.module.objectives]
    return {
        **heading(pack, KIND),
        "people": [
            {"called": breakable(one.called), "from": breakable(one.structure)}
            for one in pack.people
        ],
        "blank": 0 if pack.people else pack.copies,
        "meetings": meetings(pack.item),
        "total": lasting(planned_minutes(pack.item.session.half_days)),
        "objectives": [breakable(one.statement) for one in objectives],
    }
