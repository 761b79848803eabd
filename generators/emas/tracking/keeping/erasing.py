"""Erasing a participant or a session everywhere: database, sheets, codes, results on the disk.

The journal of marks is written first: a run that is cut short is finished by `reconcile`, which the
service does when it starts. What comes back from an older database is erased again the same way.
"""

import shutil
from dataclasses import dataclass

from emas.project import Project
from emas.records.codes import forget_codes
from emas.records.erased import keep_erased, known_erased
from emas.records.sheets import forget_sheets
from emas.records.summary import RESULTS
from emas.tracking.keeping.asides import forget_in_asides
from emas.tracking.store import Store
from emas.tracking.store.auditing import Deed, note
from emas.tracking.store.erased import known
from emas.tracking.store.erasing import Deleted, Erasing, Target, adopt
from emas.tracking.store.erasing import erase as delete


@dataclass(frozen=True, slots=True)
class Gone:
    """What was erased: rows of the database, and sheets of `donnees/sessions`."""

    rows: Deleted
    sheets: int


def erase(project: Project, store: Store, target: Target, deed: Deed) -> Gone:
    """Erase `target` for good, and note `deed` in the journal of the service.

    Its bytes leave the files of the database with `Store.compact`, which is not done here.

    Raises:
        RecordsError: if a file of `donnees/` is damaged.
        OSError: if the disk refuses.
        UnavailableError: if the database cannot be written now.
    """
    store.write(note, deed).result()
    marks = known_erased(project) | store.read(known)
    marks = keep_erased(project, marks.adding(target.name))
    rows = store.write(delete, Erasing(target, marks)).result()
    every = keep_erased(project, store.read(known))
    forget_in_asides(store.file, every)
    return Gone(rows, _forget(project, target.session))


def reconcile(project: Project, store: Store) -> Deleted:
    """Erase again what came back since, and have the database and the journal say the same.

    Raises:
        RecordsError, OSError, UnavailableError: as `erase` does.
    """
    journal = known_erased(project)
    rows = store.write(adopt, journal).result()
    every = keep_erased(project, store.read(known))
    if every.marks:
        forget_in_asides(store.file, every)
        folder = project.data / "sessions"
        for place in sorted(folder.iterdir()) if folder.is_dir() else ():
            _forget(project, place.name)
    return rows


def _forget(project: Project, session: str) -> int:
    """Remove the sheets and codes of those who were erased; return how many sheets.

    Results that counted them are removed too: they are made again by asking.
    """
    count = forget_sheets(project, session)
    if forget_codes(project, session) or count:
        shutil.rmtree(project.build / RESULTS / session, ignore_errors=True)
    return count
