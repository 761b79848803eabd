"""Former databases that a restoration left beside: they forget with the others, then leave."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from emas.model.erasure import Erased
from emas.tracking.store import Store, StoreTooNewError, UnavailableError
from emas.tracking.store.erasing import adopt

KEPT_DAYS = 30
NAMED = re.compile(r"\.avant-(\d{4}-\d\d-\d\d)-\d{6}\.db$")


def aside_name(stem: str, moment: datetime) -> str:
    """Return « suivi.avant-2026-11-22-183005.db »."""
    return f"{stem}.avant-{moment:%Y-%m-%d-%H%M%S}.db"


def asides(database: Path | None) -> Iterator[Path]:
    """Yield the former databases that are beside one."""
    for path in sorted(database.parent.glob("*.db")) if database else ():
        if NAMED.search(path.name):
            yield path


def forget_in_asides(database: Path | None, marks: Erased) -> None:
    """Erase there too; one that cannot be read any more is removed."""
    for path in asides(database):
        try:
            store = Store(f"sqlite:///{path}")
        except (StoreTooNewError, UnavailableError):
            remove(path)
            continue
        try:
            store.write(adopt, marks).result()
            store.compact()
        finally:
            store.close()


def remove_old(database: Path | None, today: date) -> None:
    """Remove former databases after `KEPT_DAYS`."""
    for path in asides(database):
        found = NAMED.search(path.name)
        if found and date.fromisoformat(found[1]) + timedelta(KEPT_DAYS) < today:
            remove(path)


def remove(path: Path) -> None:
    """Remove a database and its journal."""
    for name in ("", "-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
