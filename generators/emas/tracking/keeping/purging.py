"""What is kept no longer: answers of sessions whose months are over, old lines of the journal."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from emas.model.days import months_after
from emas.model.results import results, sound
from emas.model.sheet import merge
from emas.project import Project
from emas.records.erased import known_erased
from emas.records.sheets import kept_sheets
from emas.records.summary import keep_summary
from emas.tracking.catalogue import TrackedPlan
from emas.tracking.keeping.asides import remove_old
from emas.tracking.keeping.erasing import Gone, erase
from emas.tracking.rooms.gathering import sheets_of
from emas.tracking.store import Store
from emas.tracking.store.auditing import Deed, forget
from emas.tracking.store.erasing import Target
from emas.tracking.store.retaining import holds, over, retain

AUDIT_MONTHS = 12
"""How long the journal of what was done is kept."""


@dataclass(frozen=True, slots=True)
class Purged:
    """A session whose answers are gone, and what was there; its counts stay."""

    session: str
    gone: Gone


def purge(
    project: Project, store: Store, plan: TrackedPlan, today: date, who: str
) -> Iterator[Purged]:
    """Erase each session whose months are over, one after the other, once its counts are kept.

    Also removes what the journal says that is older than `AUDIT_MONTHS`, and databases that a
    restoration left too long ago.

    Raises:
        RecordsError: if what is kept of a session is damaged: it stays as it is.
        OSError: if the disk refuses.
        UnavailableError: if the database cannot be written now.
    """
    days = {name: one.kept_until() for name, one in plan.sessions.items()}
    store.write(retain, {name: day for name, day in days.items() if day}).result()
    for name in store.read(over, today):
        if store.read(holds, name) or kept_sheets(project, name):
            yield Purged(name, _purge(project, store, plan, name, today, who))
    remove_old(store.file, today)
    oldest = months_after(today, -AUDIT_MONTHS)
    moment = int(time.mktime(oldest.timetuple())) * 1_000_000
    store.write(forget, moment).result()


def _purge(
    project: Project, store: Store, plan: TrackedPlan, name: str, today: date, who: str
) -> Gone:
    session = plan.sessions.get(name)
    parts = session.parts if session else ()
    phones = sheets_of(store, name, parts)
    erased = known_erased(project)
    every = [*merge(kept_sheets(project, name), phones).sheets]
    sheets = [sound(one, parts) for one in every if not erased.gone(name, one.code)]
    if sheets:
        counts = Counter(one.moment for one in sheets)
        keep_summary(project, name, today, counts, results(parts, sheets))
    return erase(project, store, Target(name), Deed(who, "purge", name))
