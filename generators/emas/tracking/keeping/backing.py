"""A database of SQLite copied whole while it is used, and one that is put back.

What is put back is made ready beside, cleaned of what was erased since, then takes the place of the
former one by a rename. The former one stays beside.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from emas import files
from emas.project import Project
from emas.tracking.keeping.asides import aside_name
from emas.tracking.keeping.erasing import reconcile
from emas.tracking.store import Store
from emas.tracking.store.auditing import COMMAND, Deed, note
from emas.tracking.store.erasing import Deleted

BUSY_S = 5
PARTIAL = ".partiel"


class BackupError(Exception):
    """Nothing was changed; the message says why, in French."""


def back_up(database: Path, target: Path) -> int:
    """Write all that `database` holds to the file `target`; return its bytes.

    The service may run. Pages that were free are not copied: the copy holds nothing that was
    erased, nor the order in which opinions came.

    Raises:
        BackupError: if a file is already there, or the database cannot be read.
        OSError: if the disk refuses.
    """
    if target.exists():
        raise BackupError(f"« {target} » existe déjà : choisissez un autre nom")
    with _partial(target) as copy:
        try:
            with closing(_opened(database)) as source:
                source.execute("VACUUM INTO ?", (str(copy),))
        except sqlite3.Error as error:
            raise BackupError(f"la base ne se lit pas : {error}") from error
        _check(copy)
        _keep(copy, target)
    return target.stat().st_size


def restore(project: Project, database: Path, source: Path) -> tuple[Path | None, Deleted]:
    """Put the backup `source` in the place of `database`, whose service is stopped.

    Return where the former one is, if there was one, and what was erased again.

    Raises:
        BackupError: if it is no backup, if it is damaged, or if a service uses the database.
        StoreTooNewError: if a newer version of the program made it.
        RecordsError, OSError, UnavailableError: as `reconcile` does; the former one is in place.
    """
    if source.exists() and database.exists() and source.samefile(database):
        raise BackupError("c’est la base elle-même")
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _partial(database) as ready:
        _copy(source, ready)
        _check(ready)
        gone = _cleaned(project, ready)
        aside = _set_aside(database)
        _keep(ready, database)
    return aside, gone


def _cleaned(project: Project, ready: Path) -> Deleted:
    """Bring a database up to date, and erase what was erased since it was copied."""
    store = Store(f"sqlite:///{ready}")
    try:
        store.write(note, Deed(COMMAND, "restauration")).result()
        gone = reconcile(project, store)
        store.compact()
    finally:
        store.close()
    return gone


def _copy(source: Path, ready: Path) -> None:
    """Copy a backup, its journal included if somebody copied a file that was open."""
    try:
        with closing(_opened(source)) as kept, closing(sqlite3.connect(ready)) as copy:
            kept.backup(copy)
    except sqlite3.Error as error:
        raise BackupError(f"« {source} » ne se copie pas : {error}") from error


def _check(path: Path) -> None:
    """Raise BackupError unless `path` is a database of ours without damage."""
    try:
        with closing(_opened(path)) as found:
            ours = found.execute(
                "SELECT count(*) FROM sqlite_master"
                " WHERE name IN ('alembic_version', 'statement', 'progress')"
            ).fetchone()
            damage = found.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as error:
        raise BackupError(f"ce n’est pas une sauvegarde du suivi : {error}") from error
    if ours != (3,):
        raise BackupError("ce n’est pas une sauvegarde du suivi")
    if damage != ("ok",):
        raise BackupError(f"la copie est abîmée : {damage[0]}")


def _set_aside(database: Path) -> Path | None:
    """Copy the former database beside, whole, and return where; None if there was none.

    To leave the mode of WAL, SQLite must be alone: it refuses if a service is there.
    """
    if not database.exists():
        return None
    aside = database.with_name(aside_name(database.stem, datetime.now()))
    try:
        with closing(_opened(database)) as former:
            former.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise BackupError("la base est utilisée : arrêtez d’abord le service") from error
    shutil.copyfile(database, aside)
    aside.chmod(0o600)
    for left in ("-wal", "-shm"):  # only those of a database that SQLite cannot read any more
        journal = database.with_name(database.name + left)
        if journal.exists():
            journal.replace(aside.with_name(aside.name + left))
    return aside


def _opened(path: Path) -> sqlite3.Connection:
    """Return a connection to a file that is there: none is made."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_S)


@contextmanager
def _partial(place: Path) -> Iterator[Path]:
    """Give an empty file beside `place`, its owner's alone, and remove what is left of it."""
    partial = place.with_name(f".{place.name}{PARTIAL}")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    try:
        yield partial
    finally:
        for name in ("", "-wal", "-shm", "-journal"):
            partial.with_name(partial.name + name).unlink(missing_ok=True)


def _keep(ready: Path, place: Path) -> None:
    """Give `ready` its name, once it is on the disk."""
    with ready.open("rb") as written:
        os.fsync(written.fileno())
    ready.replace(place)
    files.sync_folder(place.parent)
