"""What the service must know to start."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from emas.model.attendance import Attendance
from emas.project import Project
from emas.theme import locate
from emas.tracking.exchange.remote import Remote

Report = Callable[[str, Mapping[str, object]], None]
"""Tells what happened: a word of ours, and values that are about nobody."""


def _none_printed(session: str) -> Collection[str]:  # noqa: ARG001 - no paper, whatever the session
    return ()


def _uncounted(session: str) -> Attendance:  # noqa: ARG001 - nobody counted, whatever the session
    return Attendance()


def _unreported(event: str, values: Mapping[str, object]) -> None:
    """Tell nobody."""


def _nowhere() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Settings:
    """`database` is an address as SQLAlchemy writes them, `address` that of the service.

    `catalogue` is what is known of sessions, `site` the folder to serve beside, if any; `printed`
    gives the codes on the papers of a session, `today` the day at the place of the sessions.
    `attendance` gives the headcounts of a session, or raises RecordsError. `phones` gives the
    address at which phones of the room find the service, empty if they do not; `theme` is the
    folder of the theme. An `address` in HTTPS is the public one: coordinators' pages are seen there
    only, else on this computer only; phones find it there too. In `project` are the journal of what
    was erased and the sheets: without it, nothing is purged. `report` is told what happens, about
    nobody.
    """

    database: str
    address: str
    catalogue: Path = Path("catalogue.json")
    site: Path | None = None
    printed: Callable[[str], Collection[str]] = _none_printed
    today: Callable[[], date] = date.today
    phones: Callable[[], str] = _nowhere
    attendance: Callable[[str], Attendance] = _uncounted
    theme: Path = field(default_factory=locate)
    project: Project | None = None
    report: Report = _unreported
    forward: Remote | None = None
