"""Whether a session is still the one that was printed, or closed."""

import json
from collections.abc import Iterable
from hashlib import sha256

from emas.model.asking import Asking
from emas.model.plan import Planned
from emas.model.sheet import versioned


def fingerprint(item: Planned, parts: Iterable[Asking]) -> str:
    """Return a hash of all that the papers of a session say: its facts, and what it asks.

    How far it is, who may still enrol and how long answers are kept are on no paper.
    """
    training, session = item.training, item.session
    halves = [
        (half.day, half.start, half.end, half.place, half.room, half.modality)
        for half in session.half_days
    ]
    asked = [(part.assessment.id, [versioned(one) for one in part.questions]) for part in parts]
    facts = [
        *(item.plan.year, item.plan.academy, item.programme.code, item.programme.title),
        *(training.code, training.title, training.modules, training.duration_min),
        *(session.modality, halves, session.opening, session.access, session.material, asked),
    ]
    return sha256(json.dumps(facts, default=str).encode()).hexdigest()
